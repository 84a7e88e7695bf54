// Attention in words, for those who do not see the map.
import StepRecords

public enum AttentionDescription {
  /// For each head a sentence about its habit, if it has one, and then for up to `perHead` queries, those with the
  /// clearest look, what they look at: `head 0: token 5 'sails' looks at token 1 'ferry', 62 %`. Tokens count from 0.
  public static func sentences(
    for record: AttentionRecord, perHead: Int = 6, options: TextOptions = TextOptions()
  ) -> [String] {
    guard let grid = AttentionGrid(record) else { return ["no attention values"] }
    return (0..<grid.heads).flatMap { head in
      sentences(of: head, record, grid, most: perHead, options: options).map { "head \(head): \($0)" }
    }
  }

  /// The sentences of one head, without its number.
  static func sentences(
    of head: Int, _ record: AttentionRecord, _ grid: AttentionGrid, most: Int, options: TextOptions
  ) -> [String] {
    (habit(of: head, grid, options).map { [$0] } ?? []) + looks(of: head, record, grid, most, options)
  }

  private static func looks(
    of head: Int, _ record: AttentionRecord, _ grid: AttentionGrid, _ limit: Int, _ options: TextOptions
  ) -> [String] {
    let all = (0..<grid.queries).map { query -> (query: Int, key: Int, weight: Double) in
      let weights = (0..<grid.keys).map { grid.value(head: head, query: query, key: $0) }
      let key = weights.indices.max { (weights[$0].isNaN ? -.infinity : weights[$0]) < weights[$1] } ?? 0
      return (query, key, weights[key])
    }
    let clearest = all.filter { !$0.weight.isNaN }.sorted { $0.weight > $1.weight }.prefix(max(limit, 0))
    return clearest.sorted { $0.query < $1.query }.map { look in
      let query = TokenLabel.text(record.rowLabels, at: look.query, options)
      let key = TokenLabel.text(record.columnLabels, at: look.key, options)
      let weight =
        grid.areProbabilities
        ? NumberText(options).percent(look.weight, decimals: 0) : NumberText(options).short(look.weight)
      return "token \(look.query) '\(query)' looks at token \(look.key) '\(key)', \(weight)"
    }
  }

  /// Where more than half of the weight goes on average, among places that many heads learn. The first query, which
  /// has no choice under a causal mask, does not count.
  private static func habit(of head: Int, _ grid: AttentionGrid, _ options: TextOptions) -> String? {
    guard grid.areProbabilities, grid.queries == grid.keys, grid.queries > 2 else { return nil }
    func mean(_ key: (Int) -> Int) -> Double {
      let weights = (1..<grid.queries).map { grid.value(head: head, query: $0, key: key($0)) }
      return weights.reduce(0, +) / Double(weights.count)
    }
    let habits: [(String, Double)] = [
      ("mostly the token itself", mean { $0 }), ("mostly the token before", mean { $0 - 1 }),
      ("mostly the first token", mean { _ in 0 }),
    ]
    guard let strongest = habits.max(by: { $0.1 < $1.1 }), strongest.1 > 0.5 else { return nil }
    return "\(strongest.0), \(NumberText(options).percent(strongest.1, decimals: 0)) on average"
  }
}
