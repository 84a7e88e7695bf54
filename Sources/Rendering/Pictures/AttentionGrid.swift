// Attention values checked, and where the masks are: the causal one, and that of padding.
import StepRecords

struct AttentionGrid {
  let heads: Int
  let queries: Int
  let keys: Int
  private let values: [Float]
  /// Position of the first query among the keys: with a key-value cache the queries are the last positions.
  private let firstQuery: Int
  /// Whether all values lie in 0…1, as after a softmax.
  let areProbabilities: Bool
  /// By head and key: whether the key is padding, at an edge and looked at by no query at all.
  private let isPadding: [Bool]

  /// nil if the values do not fill `[heads, queries, keys]` or there are none.
  init?(_ record: AttentionRecord) {
    guard record.heads > 0, record.queries > 0, record.keys > 0 else { return nil }
    let (plane, overflow) = record.queries.multipliedReportingOverflow(by: record.keys)
    let (count, overflowToo) = plane.multipliedReportingOverflow(by: record.heads)
    guard !overflow, !overflowToo, count == record.values.count else { return nil }
    heads = record.heads
    queries = record.queries
    keys = record.keys
    values = record.values
    let full = record.cutFrom.flatMap { $0.count == 3 ? (queries: $0[1], keys: $0[2]) : nil }
    firstQuery = max(0, (full?.keys ?? keys) - min(full?.queries ?? queries, full?.keys ?? keys))
    areProbabilities = record.values.allSatisfy { !$0.isFinite || ($0 >= 0 && $0 <= 1.0001) }
    isPadding = areProbabilities && queries > 1 ? Self.padding(record) : Array(repeating: false, count: heads * keys)
  }

  /// A row of a softmax is exactly 0 only where a mask hides the key; a whole column that is, at an edge, is padding.
  private static func padding(_ record: AttentionRecord) -> [Bool] {
    (0..<record.heads).flatMap { head in
      let isUnseen = (0..<record.keys).map { key in
        (0..<record.queries).allSatisfy { record.values[(head * record.queries + $0) * record.keys + key] == 0 }
      }
      let first = isUnseen.firstIndex(of: false) ?? 0
      let last = isUnseen.lastIndex(of: false) ?? record.keys - 1
      return isUnseen.indices.map { isUnseen[$0] && !(first...last).contains($0) }
    }
  }

  func value(head: Int, query: Int, key: Int) -> Double {
    Double(values[(head * queries + query) * keys + key])
  }

  /// Exactly 0 right of the diagonal, or padding: what the query was not allowed to see.
  func isMasked(head: Int, query: Int, key: Int) -> Bool {
    isPadding[head * keys + key]
      || (key > firstQuery + query && value(head: head, query: query, key: key) == 0)
  }

  var hasMasked: Bool {
    (0..<heads).contains { head in
      (0..<queries).contains { query in (0..<keys).contains { isMasked(head: head, query: query, key: $0) } }
    }
  }

  var allValues: [Double] { values.map(Double.init) }
}
