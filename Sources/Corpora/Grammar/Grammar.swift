// A probabilistic grammar, checked: every reference leads somewhere, and every text that is begun can end.

/// Weighted rules that write documents, one after another for ever; each document starts at the first rule.
///
/// ```swift
/// let grammar = try Grammar([
///   Rule("sentence", ["The [boat] [does]."]),
///   Rule("boat", ["ferry": 3, "mail boat": 1]),
///   Rule("does", ["leaves the harbour", "waits for the [boat]"]),
/// ])
/// grammar.entropyPerToken       // nats; no model of this text can have a lower loss
/// ```
/// A rule may come back to itself only as the last thing that it says ("a captain who knows a captain who knows …").
/// So what is still to be said after any word is one of finitely many things, and all that this module promises to know
/// exactly can be computed. Brackets inside brackets to any depth need another kind of grammar.
public struct Grammar: Sendable {
  public let rules: [Rule]
  let phrases: [Phrase]
  /// The rules in groups, a group after all the groups it speaks of. Most groups are one rule; the rules of a group of
  /// several lead back to each other.
  let groups: [RuleGroup]

  public init(_ rules: [Rule]) throws(GrammarError) {
    if rules.isEmpty { throw .noRules }
    var numbers: [String: Int] = [:]
    for (number, rule) in rules.enumerated() {
      if numbers.updateValue(number, forKey: rule.name) != nil { throw .ruleTwice(rule.name) }
    }
    var phrases: [Phrase] = []
    for rule in rules {
      phrases.append(try Self.phrase(of: rule, numbers: numbers))
    }
    self.rules = rules
    self.phrases = phrases
    groups = RuleGroup.groups(of: phrases)
    try checkRecursion()
  }

  private static func phrase(of rule: Rule, numbers: [String: Int]) throws(GrammarError) -> Phrase {
    if rule.alternatives.isEmpty { throw .noAlternatives(rule.name) }
    var weighted: [(weight: Double, phrase: Phrase)] = []
    for alternative in rule.alternatives {
      guard alternative.weight > 0, alternative.weight.isFinite else {
        throw .badWeight(alternative.weight, rule: rule.name)
      }
      let phrase = try PhraseParser.phrase(alternative.text, of: rule.name) { (name) throws(GrammarError) in
        guard let number = numbers[name] else { throw .unknownRule(name, in: rule.name) }
        return number
      }
      weighted.append((alternative.weight, phrase))
    }
    return .choosing(weighted)
  }

  private func checkRecursion() throws(GrammarError) {
    let shortest = shortestLengths()
    if let endless = shortest.firstIndex(of: .infinity) { throw .neverEnds(rules[endless].name) }
    for group in groups where group.isRecursive {
      for rule in group.rules {
        if let target = nestedReference(in: phrases[rule], group: group, isLast: true, afterWord: false, shortest) {
          throw .nested(rule: rules[target].name, in: rules[rule].name)
        }
      }
    }
  }

  /// A reference into the group that is not the last thing said, or may be the first.
  private func nestedReference(
    in phrase: Phrase, group: RuleGroup, isLast: Bool, afterWord: Bool, _ shortest: [Double]
  ) -> Int? {
    switch phrase {
    case .token: return nil
    case .rule(let rule): return group.rules.contains(rule) && !(isLast && afterWord) ? rule : nil
    case .choice(let branches):
      for branch in branches {
        if let found = nestedReference(
          in: branch.phrase, group: group, isLast: isLast, afterWord: afterWord, shortest)
        {
          return found
        }
      }
      return nil
    case .sequence(let parts):
      var afterWord = afterWord
      for (index, part) in parts.enumerated() {
        let isLast = isLast && index == parts.count - 1
        if let found = nestedReference(in: part, group: group, isLast: isLast, afterWord: afterWord, shortest) {
          return found
        }
        afterWord = afterWord || shortestLength(of: part, rules: shortest) > 0
      }
      return nil
    }
  }

  /// The fewest tokens each rule can say; infinity if it cannot end.
  private func shortestLengths() -> [Double] {
    var lengths = [Double](repeating: .infinity, count: phrases.count)
    for group in groups {
      var changed = true
      while changed {
        changed = false
        for rule in group.rules {
          let length = shortestLength(of: phrases[rule], rules: lengths)
          if length < lengths[rule] {
            lengths[rule] = length
            changed = group.isRecursive
          }
        }
      }
    }
    return lengths
  }

  private func shortestLength(of phrase: Phrase, rules: [Double]) -> Double {
    switch phrase {
    case .token: 1
    case .rule(let rule): rules[rule]
    case .sequence(let parts): parts.reduce(0) { $0 + shortestLength(of: $1, rules: rules) }
    case .choice(let branches):
      branches.map { shortestLength(of: $0.phrase, rules: rules) }.min() ?? .infinity
    }
  }
}

extension Grammar: CustomStringConvertible {
  /// The rules, one alternative a line, with probabilities.
  public var description: String {
    rules.map { rule in
      let total = rule.alternatives.reduce(0) { $0 + $1.weight }
      let lines = rule.alternatives.map { alternative in
        let share = Double(Int((alternative.weight / total * 1000).rounded())) / 1000
        let text = alternative.text.replacing("\n", with: "⏎")
        return "  \(share)  \(text)"
      }
      return ([rule.name] + lines).joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
