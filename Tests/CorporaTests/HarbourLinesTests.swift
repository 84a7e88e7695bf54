import Glibc
import Testing

@testable import Corpora

@Suite("The Harbour Lines world") struct HarbourLinesTests {
  private let world = HarbourLines(seed: 7)

  /// The documents of every kind are among those of `everything`.
  @Test("no text can be written in two ways", arguments: [1, 7])
  func unambiguous(seed: Int) {
    #expect(HarbourLines(seed: seed).everything.grammar.ambiguousText() == nil)
  }

  /// By the law of large numbers the mean surprise goes to the entropy. For each document the surprise minus the entropy
  /// of as many tokens has the mean 0; its standard error is taken from the sample.
  @Test("a long sample surprises by the entropy, within four standard errors", arguments: WorldKind.allCases)
  func entropy(kind: WorldKind) {
    let corpus = kind.corpus(of: world)
    let entropy = corpus.grammar.entropyPerToken
    let excesses = corpus.documents(seed: 1).prefix(8_000).map {
      -$0.logProbability - entropy * Double($0.tokens.count)
    }
    let count = Double(excesses.count)
    let mean = excesses.reduce(0, +) / count
    let variance = excesses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let standardError = (variance / count).squareRoot()
    #expect(abs(mean) < 4 * standardError, "\(mean) is \(mean / standardError) standard errors")
    // The bound means something: it is a small part of a document's nats.
    #expect(standardError < 0.02 * corpus.grammar.entropyPerDocument)
  }

  @Test("bits per byte are those of a long text")
  func bytes() {
    let corpus = world.everything
    let text = corpus.text(bytes: 400_000)
    let bits = corpus.documents().prefix(20_000).reduce(into: (bits: 0.0, bytes: 0)) {
      guard $0.bytes < 400_000 else { return }
      $0.bits -= $1.logProbability / log(2)
      $0.bytes += $1.text.utf8.count
    }
    #expect(bits.bytes == text.utf8.count)
    #expect(abs(bits.bits / Double(bits.bytes) / corpus.grammar.bitsPerByte - 1) < 0.02)
  }

  @Test("cutting a text into tokens gives the tokens it was made of", arguments: WorldKind.allCases)
  func tokens(kind: WorldKind) {
    let corpus = kind.corpus(of: world)
    let tokens = corpus.tokens(5_000)
    let text = corpus.text(tokens: 5_000)
    #expect(WordTokens.split(text) == tokens)
    #expect(tokens.count >= 5_000 && tokens.count < 5_500)
    #expect(tokens.last == "\n\n")
    #expect(text.hasPrefix(corpus.text(bytes: 3_000)))
    #expect(!text.contains("  ") && text.utf8.allSatisfy { $0 < 128 })
  }

  @Test("every sentence starts with a capital, and no wording is left in its notation", arguments: WorldKind.allCases)
  func spelling(kind: WorldKind) {
    let tokens = kind.corpus(of: world).tokens(60_000)
    let marks: Set<Character> = ["<", ">", "[", "]", "{", "}", "|", "^"]
    for (token, next) in zip(tokens, tokens.dropFirst()) {
      #expect(!token.contains(where: marks.contains), "\(token)")
      if ["\n\n", ".", "?"].contains(token), let first = next.first {
        #expect(first.isUppercase || first.isNewline || next == "-", "\(next) after \(token)")
      }
      if token == "a" { #expect(!"aeiou".contains(next.prefix(1)), "a \(next)") }
    }
  }

  @Test("a few hundred different words")
  func vocabulary() {
    #expect(Set(world.everything.tokens(100_000)).count > 800)
  }

  // MARK: Facts

  @Test("every ferry has three trips and is back before the next; every island is served", arguments: 0..<50)
  func timetable(seed: Int) {
    let world = HarbourLines(seed: seed)
    for ferry in world.ferries {
      let trips = world.routes.filter { $0.ferry == ferry }
      #expect(trips.count == 3 && Set(trips.map(\.island)).count == 3)
      for (trip, next) in zip(trips, trips.dropFirst()) {
        #expect(trip.wayBack > trip.arrival && trip.wayBack + trip.island.crossing < next.departure)
      }
    }
    #expect(Set(world.routes.map(\.island)).count == world.islands.count)
    #expect(Set(world.facts.flatMap(\.questions)).count == world.facts.reduce(0) { $0 + $1.questions.count })
  }

  @Test("timetables, announcements and questions agree on what a route is")
  func agreement() throws {
    let fares = Dictionary(world.facts.filter { $0.kind == "fare" }.map { ($0.subject, $0.answer.lowercased()) }) { $1 }
    let captains = Dictionary(world.facts.filter { $0.kind == "captain" }.map { ($0.subject, $0.answer) }) { $1 }
    var checked = (fares: 0, captains: 0)
    for document in world.everything.documents(seed: 4).prefix(4_000) {
      let text = document.text
      if let island = document.labels["island"], let match = text.firstMatch(of: /ticket costs (\w+ crowns)/) {
        #expect(fares[island] == match.1 + ".")
        checked.fares += 1
      }
      if let ferry = document.labels["ferry"], let match = text.firstMatch(of: /Captain [A-Z]\w+/) {
        #expect(captains[ferry] == match.0 + ".")
        checked.captains += 1
      }
    }
    #expect(checked.fares > 100 && checked.captains > 100)
  }

  @Test("a delayed ferry leaves when her hour and the delay say, and the answers stand in the passage")
  func readings() throws {
    for document in world.readings.documents(seed: 2).prefix(300) {
      let lines = document.text.split(separator: "\n")
      try #require(lines.count == 3)
      let answer = try #require(document.parts("answer").first)
      #expect(lines[1] == "Question: " + (document.parts("question").first ?? "") && lines[2] == "Answer: " + answer)
      let stem = answer.dropLast().lowercased().replacing("because of fog", with: "fog")
      #expect(lines[0].lowercased().contains(stem), "\(document.text)")
      let route = try #require(
        world.routes.first { $0.ferry.name == document.labels["ferry"] && $0.island.name == document.labels["island"] })
      let delay = try #require(
        [10, 15, 20, 30, 40].first { lines[0].contains(" \(NumberWords.spelled($0)) minutes late") })
      #expect(lines[0].contains("at \((route.departure + delay).words)."))
    }
  }

  @Test("letters are dated on days when the ferry sails, and keep to I or we")
  func letters() throws {
    for document in world.letters.documents(seed: 6).prefix(500) {
      let route = try #require(
        world.routes.first { $0.ferry.name == document.labels["ferry"] && $0.island.name == document.labels["island"] })
      let opening = try #require(document.text.firstMatch(of: /(On|Last) (\w+day) (.*?)I (took|crossed)/))
      #expect(route.days.names.contains(String(opening.2)))
      let body = try #require(document.tokens.firstIndex(of: ".").map { document.tokens[$0...] })
      let others: Set<String> = opening.3 == "" ? ["we", "We", "us", "our", "Our"] : ["I", "me", "my", "My"]
      #expect(others.isDisjoint(with: body), "\(document.text)")
    }
  }

  @Test("letters of one sentiment are those with its label")
  func sentiments() {
    for sentiment in HarbourLines.Sentiment.allCases {
      let labels = world.letters(sentiment).documents().prefix(50).map { $0.labels["sentiment"] }
      #expect(Set(labels) == [sentiment.rawValue])
    }
    let counts = world.letters.documents().prefix(4_000).reduce(into: [String: Int]()) {
      $0[$1.labels["sentiment"] ?? "", default: 0] += 1
    }
    #expect(counts.count == 3)
    #expect((1_450...1_750).contains(counts["positive"] ?? 0))
  }

  @Test("the whole handbook has all its sections, with the facts of the world")
  func handbook() {
    let text = world.handbookText(edition: 1)
    #expect(text.matches(of: /Section \w+:/).count == 10)
    #expect(text.contains("on channel \(NumberWords.spelled(world.radioChannel))."))
    #expect(text != world.handbookText(edition: 2))
    #expect(text == HarbourLines(seed: 7).handbookText(edition: 1))
  }

  @Test("times are read as they are spoken")
  func times() {
    #expect(ClockTime(7, 10).fullWords == "ten past seven in the morning")
    #expect(ClockTime(12).fullWords == "twelve in the afternoon")
    #expect(ClockTime(12, 45).words == "a quarter to one")
    #expect(ClockTime(18, 35).fullWords == "twenty-five to seven in the evening")
    #expect(ClockTime(9, 30).words == "half past nine" && ClockTime(0, 15).words == "a quarter past twelve")
    #expect(
      [0, 13, 40, 65, 100, 140].map(NumberWords.spelled) == [
        "no", "thirteen", "forty", "sixty-five", "a hundred", "a hundred and forty",
      ])
  }
}
