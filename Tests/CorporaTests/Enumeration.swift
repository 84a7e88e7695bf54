// All documents of a small grammar, one by one: what the clever computations are held against.

@testable import Corpora

extension Grammar {
  /// Every text with its probability, by writing out each choice. Only for grammars without recursion.
  func allTexts() -> [[String]: Double] {
    func texts(_ phrase: Phrase) -> [([String], Double)] {
      switch phrase {
      case .token(let token): [([token], 1)]
      case .rule(let rule): texts(phrases[rule])
      case .choice(let branches):
        branches.flatMap { branch in texts(branch.phrase).map { ($0.0, $0.1 * branch.probability) } }
      case .sequence(let parts):
        parts.reduce([([], 1)]) { before, part in
          let after = texts(part)
          return before.flatMap { left in after.map { (left.0 + $0.0, left.1 * $0.1) } }
        }
      }
    }
    return Dictionary(texts(.rule(0)), uniquingKeysWith: +)
  }
}

/// A grammar with agreement, an optional word, and words that two rules share.
func smallGrammar() throws -> Grammar {
  try Grammar([
    Rule("notice", ["[notice one].": 3, "[notice many].": 2]),
    Rule("notice one", ["The [boat] {slowly|quietly|} [does one]", "{A|The} captain [does one]"]),
    Rule("notice many", ["The [boat] and the [boat] [does many]"]),
    Rule("boat", ["ferry": 3, "mail boat": 1]),
    Rule("does one", ["leaves [place]": 1, "waits": 2]),
    Rule("does many", ["leave [place]": 1, "wait": 2]),
    Rule("place", ["Birk", "Lille Birk", "the harbour{, and comes back|}"]),
  ])
}
