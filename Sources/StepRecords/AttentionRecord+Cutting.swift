// Attention weights in a record of bounded size.

extension AttentionRecord {
  static let mostHeads = 16
  static let mostTokens = 64

  /// Cuts `[heads, queries, keys]` weights to what can be drawn; with `isFull` to what can be looked at a part at a time.
  public init(
    _ weights: [Float], shape: [Int], rowLabels: [String], columnLabels: [String], isFull: Bool = false
  ) {
    let mostHeads = isFull ? 4 * Self.mostHeads : Self.mostHeads
    let mostTokens = isFull ? 4 * Self.mostTokens : Self.mostTokens
    let (heads, queries, keys) = (
      min(shape[0], mostHeads), min(shape[1], mostTokens), min(shape[2], mostTokens)
    )
    var values: [Float] = []
    values.reserveCapacity(heads * queries * keys)
    for head in 0..<heads {
      for query in 0..<queries {
        let row = (head * shape[1] + query) * shape[2]
        values += weights[row..<row + keys]
      }
    }
    let isCut = [heads, queries, keys] != shape
    self.init(
      heads: heads, queries: queries, keys: keys, rowLabels: Array(rowLabels.prefix(queries)),
      columnLabels: Array(columnLabels.prefix(keys)), values: values, cutFrom: isCut ? shape : nil)
  }
}
