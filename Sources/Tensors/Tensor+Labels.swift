// Words beside a tensor's numbers, for those who draw it. Nothing is computed with them.

/// What the rows and columns of an attention pattern stand for.
public struct PatternLabels: Equatable, Sendable {
  /// One for each query.
  public var queries: [String]
  /// One for each key.
  public var keys: [String]

  public init(queries: [String], keys: [String]) { (self.queries, self.keys) = (queries, keys) }
}

extension Tensor {
  /// What the last two axes stand for; nil unless the tensor comes from `labelled`.
  public var patternLabels: PatternLabels? { storage.patternLabels }

  /// The same numbers as an attention pattern, `[…, queries, keys]`, with words for its rows and columns: a constant.
  public func labelled(_ labels: PatternLabels) -> Tensor {
    guard Array(shape.suffix(2)) == [labels.queries.count, labels.keys.count] else {
      stop(
        "labelled: \(labels.queries.count) queries and \(labels.keys.count) keys do not fit the last axes of \(shape)")
    }
    let pattern = copied()
    pattern.storage.patternLabels = labels
    return pattern
  }
}
