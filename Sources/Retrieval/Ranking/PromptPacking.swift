// What was found, on its way into a prompt: as much as fits, in an order that a model reads well.

public enum PromptPacking {
  public enum Order: String, CaseIterable, Sendable {
    /// The best first.
    case bestFirst
    /// The best last, next to the question.
    case bestLast
    /// The best at both ends and the worst in the middle, where models overlook most (Liu et al., "Lost in the middle",
    /// 2023).
    case bestAtEnds
  }

  /// How many of the items, from the best down, fit into a budget. One that is too long is left out, and shorter ones
  /// behind it still fit.
  ///
  /// - Parameters:
  ///   - lengths: of the items in tokens, best first.
  ///   - separator: tokens between two items.
  /// - Returns: indices of the items that fit, best first.
  public static func fitting(_ lengths: [Int], budget: Int, separator: Int = 0) -> [Int] {
    var (chosen, used) = ([Int](), 0)
    for (index, length) in lengths.enumerated() {
      let needed = length + (chosen.isEmpty ? 0 : separator)
      guard used + needed <= budget else { continue }
      used += needed
      chosen.append(index)
    }
    return chosen
  }

  /// The items in the order in which the prompt has them.
  ///
  /// - Parameter items: best first.
  public static func ordered<Item>(_ items: [Item], _ order: Order) -> [Item] {
    switch order {
    case .bestFirst: items
    case .bestLast: items.reversed()
    case .bestAtEnds:
      items.indices.filter { $0 % 2 == 0 }.map { items[$0] }
        + items.indices.filter { $0 % 2 == 1 }.reversed().map { items[$0] }
    }
  }
}
