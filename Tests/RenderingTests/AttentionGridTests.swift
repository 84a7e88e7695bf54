// Which cells of an attention map are masked.
import StepRecords
import Testing

@testable import Rendering

@Suite("Attention grid")
struct AttentionGridTests {
  /// The masked cells of one head as rows of marks.
  private func masked(_ rows: [[Float]]) throws -> [String] {
    let labels = rows.indices.map { "\($0)" }
    let record = AttentionRecord(
      heads: 1, queries: rows.count, keys: rows[0].count, rowLabels: labels,
      columnLabels: rows[0].indices.map { "\($0)" },
      values: rows.flatMap { $0 })
    let grid = try #require(AttentionGrid(record))
    return rows.indices.map { query in
      rows[query].indices.map { grid.isMasked(head: 0, query: query, key: $0) ? "·" : "x" }.joined()
    }
  }

  @Test("zeros right of the diagonal are masked, others are not")
  func causal() throws {
    #expect(try masked([[1, 0, 0], [0, 1, 0], [0.5, 0, 0.5]]) == ["x··", "xx·", "xxx"])
  }

  @Test("a key at an edge that no query looks at is padding")
  func padding() throws {
    #expect(try masked([[0.5, 0.5, 0], [0.5, 0.5, 0], [0.5, 0.5, 0]]) == ["xx·", "xx·", "xx·"])
    #expect(try masked([[0, 0.5, 0.5], [0, 0.5, 0.5], [0, 0.5, 0.5]]) == ["·xx", "·xx", "·xx"])
  }

  @Test("a key in the middle, scores, and what a single query passes over are not padding")
  func notPadding() throws {
    #expect(try masked([[0.5, 0, 0.5], [0.5, 0, 0.5], [0.5, 0, 0.5]])[2] == "xxx")
    #expect(try masked([[2, 1, 0], [2, 1, 0], [2, 1, 0]])[2] == "xxx")
    #expect(try masked([[0, 0.5, 0.5]]) == ["xxx"])
  }
}
