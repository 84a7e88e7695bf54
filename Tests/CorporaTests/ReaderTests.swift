import Glibc
import Testing

@testable import Corpora

@Suite("The ideal reader") struct ReaderTests {
  @Test("after every prefix it says what counting all texts says")
  func enumeration() throws {
    let grammar = try smallGrammar()
    var next: [[String]: [String: Double]] = [:]
    for (text, probability) in grammar.allTexts() {
      for (place, token) in text.enumerated() {
        next[Array(text[..<place]), default: [:]][token, default: 0] += probability
      }
    }
    try #require(next.count > 50)
    for (prefix, weights) in next {
      let total = weights.values.reduce(0, +)
      let distribution = grammar.nextTokenDistribution(after: prefix)
      #expect(distribution.keys.sorted() == weights.keys.sorted(), "after \(prefix)")
      for (token, weight) in weights {
        #expect(abs(distribution[token, default: 0] - weight / total) < 1e-12, "\(token) after \(prefix)")
      }
    }
  }

  @Test("at the end of a document it expects the next one")
  func renewal() throws {
    let grammar = try smallGrammar()
    let start = grammar.nextTokenDistribution(after: [String]())
    #expect(start == grammar.nextTokenDistribution(after: ["The", "ferry", "waits", "."]))
    #expect(start.count == 2)
  }

  @Test("what cannot come has the probability 0, and nothing is read")
  func impossible() throws {
    var reader = Reader(try smallGrammar())
    let start = reader.distribution
    #expect(reader.read("waits") == 0)
    #expect(reader.read("submarine") == 0)
    #expect(reader.distribution == start)
    #expect(reader.read("The") > 0)
    #expect(reader.logProbability(of: ["ferry", "ferry"]) == -.infinity)
    #expect(try smallGrammar().nextTokenDistribution(after: ["ferry"]) == [:])
  }

  @Test("it follows a rule that comes back to itself for as long as the text does")
  func recursion() throws {
    let grammar = try Grammar([
      Rule("sentence", ["The captain knows [someone]."]),
      Rule("someone", ["a pilot who knows [someone]": 3, "the mate": 1]),
    ])
    let pilots = Array(repeating: ["a", "pilot", "who", "knows"], count: 40).flatMap { $0 }
    let distribution = grammar.nextTokenDistribution(after: ["The", "captain", "knows"] + pilots)
    #expect(distribution.keys.sorted() == ["a", "the"])
    #expect(abs(distribution["a", default: 0] - 0.75) < 1e-12)
  }

  @Test("it finds for every document the product of the shares that wrote it", arguments: WorldKind.allCases)
  func documentProbability(kind: WorldKind) {
    let corpus = kind.corpus(of: HarbourLines(seed: 7))
    var reader = Reader(corpus.grammar)
    for document in corpus.documents(seed: 11).prefix(12) {
      let read = reader.logProbability(of: document.tokens)
      #expect(abs(read - document.logProbability) < 1e-9, "\(document.text)")
      #expect(abs(reader.distribution.values.reduce(0, +) - 1) < 1e-9)
    }
  }

  @Test("its distributions agree with counted frequencies")
  func frequencies() throws {
    let corpus = HarbourLines(seed: 7).timetables
    // The island is known, its fare was not yet said: only a reader that looks back to the name knows the next word.
    let prefix = WordTokens.split("On Tuesdays and Thursdays the Tern goes to Fennick. A ticket costs")
    #expect(corpus.grammar.nextTokenDistribution(after: prefix).count == 1)
    let start = Array(prefix.prefix(10))
    let distribution = corpus.grammar.nextTokenDistribution(after: start)
    let followers = corpus.documents(seed: 3).prefix(40_000).filter { $0.tokens.starts(with: start) }
      .map { $0.tokens[start.count] }
    try #require(followers.count > 100 && distribution.count > 3)
    let counts = followers.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    #expect(Set(counts.keys).isSubset(of: distribution.keys))
    for (token, probability) in distribution {
      let expected = probability * Double(followers.count)
      let error = Double(counts[token] ?? 0) - expected
      #expect(
        abs(error) < 5 * (expected * (1 - probability)).squareRoot() + 1e-9, "\(token): \(error) from \(expected)")
    }
  }
}
