// What a rule says, as a tree: the form that sampling, entropy and reading work on.

/// Rules are numbered by their place in the grammar.
indirect enum Phrase: Sendable {
  case token(String)
  case rule(Int)
  case sequence([Phrase])
  case choice([Branch])

  struct Branch: Sendable {
    /// All the branches of a choice make 1.
    var probability: Double
    var phrase: Phrase
  }

  /// A choice by weights; one branch alone is no choice.
  static func choosing(_ weighted: [(weight: Double, phrase: Phrase)]) -> Phrase {
    if weighted.count == 1 { return weighted[0].phrase }
    let total = weighted.reduce(0) { $0 + $1.weight }
    return .choice(weighted.map { Branch(probability: $0.weight / total, phrase: $0.phrase) })
  }
}

/// Reads an alternative such as `"the [boat] {slowly|} leaves."`.
struct PhraseParser {
  private let text: [Character]
  private let ruleNumber: (String) throws(GrammarError) -> Int
  private let fail: (String) -> GrammarError
  private var index = 0

  static func phrase(
    _ alternative: String, of rule: String, ruleNumber: (String) throws(GrammarError) -> Int
  ) throws(GrammarError) -> Phrase {
    try withoutActuallyEscaping(ruleNumber) { (ruleNumber) throws(GrammarError) in
      var parser = PhraseParser(text: Array(alternative), ruleNumber: ruleNumber) {
        .unreadable(rule: rule, text: alternative, reason: $0)
      }
      let phrase = try parser.sequence()
      if let rest = parser.peek { throw parser.fail("a \"\(rest)\" stands without its opening brace") }
      return phrase
    }
  }

  private init(
    text: [Character], ruleNumber: @escaping (String) throws(GrammarError) -> Int,
    fail: @escaping (String) -> GrammarError
  ) {
    self.text = text
    self.ruleNumber = ruleNumber
    self.fail = fail
  }

  private var peek: Character? { index < text.count ? text[index] : nil }

  /// Up to the end, or to the `|` or `}` that ends this wording.
  private mutating func sequence() throws(GrammarError) -> Phrase {
    var parts: [Phrase] = []
    var plain = ""
    func finishPlain() {
      parts += WordTokens.split(plain).map(Phrase.token)
      plain = ""
    }
    while let character = peek, character != "|", character != "}" {
      index += 1
      switch character {
      case "[":
        finishPlain()
        parts.append(.rule(try ruleNumber(try nameAfterBracket())))
      case "{":
        finishPlain()
        parts.append(try wordings())
      case "]":
        throw fail("a \"]\" stands without its \"[\"")
      default:
        plain.append(character)
      }
    }
    finishPlain()
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func nameAfterBracket() throws(GrammarError) -> String {
    guard let end = text[index...].firstIndex(of: "]") else { throw fail("a \"[\" is never closed") }
    defer { index = end + 1 }
    return String(text[index..<end])
  }

  private mutating func wordings() throws(GrammarError) -> Phrase {
    var wordings = [try sequence()]
    while peek == "|" {
      index += 1
      wordings.append(try sequence())
    }
    guard peek == "}" else { throw fail("a \"{\" is never closed") }
    index += 1
    return .choosing(wordings.map { (1, $0) })
  }
}
