// Words: FTS5 holds in which chunks each stands, and selects the chunks.
import GRDB
import Retrieval

extension SQLiteStore {
  func counts(of terms: [String], in collection: StoredCollection) throws -> [String: Int] {
    let count = try database.cachedStatement(sql: "SELECT doc FROM vocabulary\(collection.id) WHERE term = ?")
    var counts: [String: Int] = [:]
    for term in terms { counts[term] = try Int.fetchOne(count, arguments: [term]) ?? 0 }
    return counts
  }

  func chunks(
    withAnyOf terms: [String], in collection: StoredCollection, _ scope: SearchScope, most: Int
  ) throws -> [Int64] {
    guard !terms.isEmpty else { return [] }
    let words = "words\(collection.id)"
    // Terms hold letters and digits, never a quotation mark: between them nothing is FTS5's syntax.
    let query = terms.map { "\"\($0)\"" }.joined(separator: " OR ")
    let joined =
      scope.isAll
      ? "" : " CROSS JOIN chunk ON chunk.id = \(words).rowid CROSS JOIN document ON document.id = chunk.document"
    let condition = scope.isAll ? "" : " AND " + scope.condition(in: collection)
    return try Int64.fetchAll(
      database,
      sql:
        "SELECT \(words).rowid FROM \(words)\(joined) WHERE \(words) MATCH ?\(condition) ORDER BY \(words).rank LIMIT ?",
      arguments: [query, most])
  }
}
