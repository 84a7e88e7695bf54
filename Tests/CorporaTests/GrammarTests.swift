import Glibc
import Testing

@testable import Corpora

@Suite("Grammars") struct GrammarTests {
  @Test("entropy and mean length are those of the texts written out one by one")
  func enumeration() throws {
    let grammar = try smallGrammar()
    let texts = grammar.allTexts()
    try #require(texts.count > 50)
    let entropy = -texts.values.reduce(0) { $0 + $1 * log($1) }
    let length = texts.reduce(0) { $0 + Double($1.key.count) * $1.value }
    #expect(abs(texts.values.reduce(0, +) - 1) < 1e-12)
    #expect(abs(grammar.entropyPerDocument - entropy) < 1e-12)
    #expect(abs(grammar.tokensPerDocument - length) < 1e-12)
    #expect(abs(grammar.entropyPerToken - entropy / length) < 1e-12)
    #expect(abs(grammar.bitsPerToken - entropy / length / log(2)) < 1e-12)
  }

  @Test("a rule's entropy is that of its choice and, by probability, of the rules inside")
  func ruleEntropies() throws {
    let entropies = try smallGrammar().ruleEntropies
    let place = log(3.0) + log(2.0) / 3
    let boat = -(0.75 * log(0.75) + 0.25 * log(0.25))
    let does = -(1.0 / 3 * log(1.0 / 3) + 2.0 / 3 * log(2.0 / 3)) + place / 3
    #expect(entropies.count == 7)
    #expect(abs(entropies["place", default: 0] - place) < 1e-12)
    #expect(abs(entropies["does many", default: 0] - does) < 1e-12)
    #expect(abs(entropies["notice many", default: 0] - (2 * boat + does)) < 1e-12)
  }

  @Test("a rule that comes back to itself has the entropy and length of the geometric distribution")
  func recursion() throws {
    let grammar = try Grammar([
      Rule("sentence", ["The captain knows [someone]."]),
      Rule("someone", ["a pilot who knows [someone]": 3, "the mate": 1]),
    ])
    // n pilots have the probability (3/4)ⁿ · 1/4; the mean of n is 3.
    let once = -(0.75 * log(0.75) + 0.25 * log(0.25))
    #expect(abs(grammar.entropyPerDocument - 4 * once) < 1e-12)
    #expect(abs(grammar.tokensPerDocument - (4 + 3 * 4 + 2)) < 1e-11)
    #expect(grammar.ambiguousText() == nil)
  }

  @Test("any tokenizer that cuts word by word shares the same entropy")
  func otherTokens() throws {
    let grammar = try smallGrammar()
    let texts = grammar.allTexts()
    let letters = texts.reduce(0) { $0 + Double($1.key.joined().count) * $1.value }
    #expect(abs(grammar.meanPerDocument { Double($0.count) } - letters) < 1e-12)
    // In an endless text a space stands before the first word of each document too.
    let bytes = texts.reduce(0) { $0 + Double(WordTokens.joined($1.key).utf8.count + 1) * $1.value }
    #expect(abs(grammar.bitsPerByte - grammar.entropyPerDocument / log(2) / bytes) < 1e-12)
  }

  @Test("documents appear as often as their probability says")
  func frequencies() throws {
    let grammar = try smallGrammar()
    let count = 40_000
    var counts: [[String]: Int] = [:]
    for document in grammar.documents(seed: 5).prefix(count) { counts[document.tokens, default: 0] += 1 }
    for (text, probability) in grammar.allTexts() {
      let expected = probability * Double(count)
      let error = Double(counts[text] ?? 0) - expected
      #expect(abs(error) < 5 * (expected * (1 - probability)).squareRoot(), "\(text): \(error) from \(expected)")
    }
  }

  @Test("a document knows its probability, its rules and its labels")
  func derivation() throws {
    let grammar = try Grammar([
      Rule("letter", ["Dear [whom], [mood good]": 1, "Dear [whom], [mood bad]": 3]),
      Rule("whom", ["crew", "captain"]),
      Rule("mood good", labels: ["sentiment": "positive"], ["thank you."]),
      Rule("mood bad", labels: ["sentiment": "negative"], ["{never|not} again."]),
    ])
    for document in grammar.documents(seed: 1).prefix(50) {
      let isGood = document.labels == ["sentiment": "positive"]
      #expect(abs(exp(document.logProbability) - (isGood ? 1.0 / 8 : 3.0 / 16)) < 1e-12)
      #expect(document.parts("mood") == [isGood ? "thank you." : document.tokens[3] + " again."])
      #expect(document.uses.first == Document.Use(rule: "letter", tokens: 0..<document.tokens.count))
    }
  }

  @Test("the first text that can be written in two ways is found")
  func ambiguity() throws {
    let two = try Grammar([Rule("a", ["the {old|} boat.", "the [thing]."]), Rule("thing", ["boat", "lamp"])])
    #expect(two.ambiguousText() == ["the", "boat"])
    // "go" and "go go": where the document ends cannot be told.
    let endless = try Grammar([Rule("a", ["go", "go go"])])
    #expect(endless.ambiguousText() == ["go", "go"])
    let same = try Grammar([Rule("a", ["go.", "go."])])
    #expect(same.ambiguousText() == ["go"])
    #expect(try smallGrammar().ambiguousText() == nil)
  }

  @Test("rules that cannot be right are refused by name")
  func errors() {
    func error(_ rules: [Rule]) -> GrammarError? {
      do {
        _ = try Grammar(rules)
        return nil
      } catch { return error }
    }
    #expect(error([]) == .noRules)
    #expect(error([Rule("a", ["x"]), Rule("a", ["y"])]) == .ruleTwice("a"))
    #expect(error([Rule("a", ["x [b]"])]) == .unknownRule("b", in: "a"))
    #expect(error([Rule("a", [String]())]) == .noAlternatives("a"))
    #expect(error([Rule("a", ["x": 1, "y": 0])]) == .badWeight(0, rule: "a"))
    #expect(error([Rule("a", ["x": .infinity])]) == .badWeight(.infinity, rule: "a"))
    #expect(error([Rule("a", ["x [a]"])]) == .neverEnds("a"))
    #expect(error([Rule("a", ["x [a] y", "z"])]) == .nested(rule: "a", in: "a"))
    #expect(error([Rule("a", ["[b]", "z"]), Rule("b", ["[a]", "y"])]) != nil)
    #expect(error([Rule("a", ["{x|} [a]", "z"])]) == .nested(rule: "a", in: "a"))
    #expect(error([Rule("a", ["x [b]", "z"]), Rule("b", ["y [a]"])]) == nil)
    for text in ["x [b", "x ]", "{x|y", "x}", "x | y"] {
      guard case .unreadable(rule: "a", text: text, _) = error([Rule("a", [text])]) else {
        Issue.record("\(text) was read")
        continue
      }
    }
  }

  @Test("a printed grammar shows the probabilities")
  func description() throws {
    let grammar = try Grammar([Rule("boat", ["ferry": 3, "mail boat\n": 1])])
    #expect(grammar.description == "boat\n  0.75  ferry\n  0.25  mail boat⏎")
  }
}
