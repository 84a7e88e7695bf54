// Which rules lead back to each other: the strongly connected components of the references.

/// Rules that all lead to each other.
struct RuleGroup: Sendable {
  let rules: [Int]
  /// False for a rule alone that does not speak of itself.
  let isRecursive: Bool

  /// All the groups, each after those it speaks of (Tarjan 1972).
  static func groups(of phrases: [Phrase]) -> [RuleGroup] {
    var search = GroupSearch(references: phrases.map(\.references))
    for rule in phrases.indices where search.order[rule] == nil { search.visit(rule) }
    return search.groups
  }
}

private struct GroupSearch {
  let references: [[Int]]
  var groups: [RuleGroup] = []
  /// When each rule was first seen.
  var order: [Int?]
  /// The earliest rule on the stack that each one leads back to, by its `order`.
  private var earliest: [Int]
  private var stack: [Int] = []
  private var isOnStack: [Bool]
  private var seen = 0

  init(references: [[Int]]) {
    self.references = references
    order = Array(repeating: nil, count: references.count)
    earliest = Array(repeating: 0, count: references.count)
    isOnStack = Array(repeating: false, count: references.count)
  }

  mutating func visit(_ rule: Int) {
    let place = seen
    order[rule] = place
    earliest[rule] = place
    seen += 1
    stack.append(rule)
    isOnStack[rule] = true
    for target in references[rule] {
      if let targetOrder = order[target] {
        if isOnStack[target] { earliest[rule] = min(earliest[rule], targetOrder) }
      } else {
        visit(target)
        earliest[rule] = min(earliest[rule], earliest[target])
      }
    }
    guard earliest[rule] == place, let start = stack.lastIndex(of: rule) else { return }
    let members = Array(stack[start...])
    stack.removeSubrange(start...)
    for member in members { isOnStack[member] = false }
    groups.append(RuleGroup(rules: members, isRecursive: members.count > 1 || references[rule].contains(rule)))
  }
}

extension Phrase {
  /// The rules it speaks of.
  var references: [Int] {
    switch self {
    case .token: []
    case .rule(let rule): [rule]
    case .sequence(let parts): parts.flatMap(\.references)
    case .choice(let branches): branches.flatMap(\.phrase.references)
    }
  }
}
