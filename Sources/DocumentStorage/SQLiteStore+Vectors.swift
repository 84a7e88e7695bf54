// Vectors, in blocks; and the cells that an index sorts them into.
import GRDB
import Retrieval
internal import Foundation

extension SQLiteStore {
  /// Vectors in a block.
  private static let blockSize = 256
  /// Numbers that are held at once while all vectors are sorted: 64 MB.
  private static let mostSorted = 16 << 20

  /// In a transaction.
  ///
  /// - Parameter cell: nil for vectors that are in none yet.
  func insertVectors(_ vectors: [[Float]], of chunks: [Int64], cell: Int?, _ collection: StoredCollection) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO block(collection, cell, chunks, vectors) VALUES(?, ?, ?, ?)")
    let place = try database.cachedStatement(sql: "UPDATE chunk SET block = ? WHERE id = ?")
    for start in stride(from: 0, to: chunks.count, by: Self.blockSize) {
      let range = start..<min(start + Self.blockSize, chunks.count)
      try insert.execute(arguments: [
        collection.id, cell, Array(chunks[range]).bytes, vectors[range].flatMap { $0 }.bytes,
      ])
      let block = database.lastInsertedRowID
      for chunk in chunks[range] { try place.execute(arguments: [block, chunk]) }
    }
  }

  /// In a transaction. Other documents' vectors in the same blocks stay.
  func eraseVectors(of document: StoredDocument) throws {
    let rows = try Row.fetchAll(
      database, sql: "SELECT id, block FROM chunk WHERE document = ? AND block IS NOT NULL", arguments: [document.id])
    let forgotten = Set(rows.map { $0["id"] as Int64 })
    try database.execute(sql: "UPDATE chunk SET block = NULL WHERE document = ?", arguments: [document.id])
    for block in Set(rows.map { $0["block"] as Int64 }).sorted() {
      guard let row = try Row.fetchOne(database, sql: "SELECT * FROM block WHERE id = ?", arguments: [block]) else {
        continue
      }
      let kept = try row.vectorBlock { found -> (chunks: [Int64], vectors: [Float]) in
        let width = found.vectors.count / max(1, found.chunks.count)
        let rows = found.chunks.indices.filter { !forgotten.contains(found.chunks[$0]) }
        return (rows.map { found.chunks[$0] }, rows.flatMap { found.vectors[$0 * width..<($0 + 1) * width] })
      }
      if kept.chunks.isEmpty {
        try database.execute(sql: "DELETE FROM block WHERE id = ?", arguments: [block])
      } else {
        try database.execute(
          sql: "UPDATE block SET chunks = ?, vectors = ? WHERE id = ?",
          arguments: [kept.chunks.bytes, kept.vectors.bytes, block])
      }
    }
  }

  func eachBlock(
    of collection: StoredCollection, cells: [Int]?, _ scope: SearchScope, _ body: (VectorBlock) throws -> Void
  ) throws {
    var condition = "collection = \(collection.id)"
    if let cells {
      condition += " AND (cell IN (\(cells.map(String.init).joined(separator: ","))) OR cell IS NULL)"
    }
    if !scope.isAll {
      condition +=
        " AND id IN (SELECT chunk.block FROM document CROSS JOIN chunk ON chunk.document = document.id WHERE "
        + scope.condition(in: collection) + ")"
    }
    let rows = try Row.fetchCursor(database, sql: "SELECT chunks, vectors FROM block WHERE \(condition)")
    while let row = try rows.next() { try row.vectorBlock(body) }
  }

  func vectors(of chunks: [Int64], in collection: StoredCollection) throws -> [Int64: [Float]] {
    let wanted = Set(chunks)
    let ids = wanted.sorted().map(String.init).joined(separator: ",")
    let rows = try Row.fetchCursor(
      database,
      sql: "SELECT chunks, vectors FROM block WHERE id IN (SELECT block FROM chunk WHERE id IN (\(ids)))")
    var vectors: [Int64: [Float]] = [:]
    while let row = try rows.next() {
      try row.vectorBlock { block in
        for (index, chunk) in block.chunks.enumerated() where wanted.contains(chunk) {
          let width = collection.dimensions
          vectors[chunk] = Array(block.vectors[index * width..<(index + 1) * width])
        }
      }
    }
    return vectors
  }

  // MARK: Cells

  func vectorCells(of collection: StoredCollection) throws -> VectorCells? {
    try Row.fetchOne(database, sql: "SELECT * FROM cells WHERE collection = ?", arguments: [collection.id]).map { row in
      VectorCells(
        dimensions: collection.dimensions, centres: (row["centres"] as Data).numbers(Float.self),
        searched: row["searched"])
    }
  }

  func looseVectors(of collection: StoredCollection) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT sum(length(chunks)) / 8 FROM block WHERE collection = ? AND cell IS NULL",
      arguments: [collection.id]) ?? 0
  }

  func sort(_ collection: StoredCollection, into cells: VectorCells) throws {
    try database.inTransaction(.immediate) {
      let old = try Int64.fetchAll(
        database, sql: "SELECT id FROM block WHERE collection = ? ORDER BY id", arguments: [collection.id])
      var sizes = [Int](repeating: 0, count: cells.count)
      var placed: [[Int]] = []
      for id in old { placed.append(try withBlock(id) { cells.cells(of: $0.vectors) }) }
      for cell in placed.joined() { sizes[cell] += 1 }
      // Some cells at a time, so that memory does not grow with the collection.
      var first = 0
      while first < cells.count {
        var (last, numbers) = (first, 0)
        while last < cells.count, last == first || numbers + sizes[last] * cells.dimensions <= Self.mostSorted {
          numbers += sizes[last] * cells.dimensions
          last += 1
        }
        try move(old, placed, into: first..<last, collection)
        first = last
      }
      for id in old { try database.execute(sql: "DELETE FROM block WHERE id = ?", arguments: [id]) }
      try database.execute(
        sql: "INSERT OR REPLACE INTO cells VALUES(?, ?, ?)",
        arguments: [collection.id, cells.searched, cells.centres.bytes])
      return .commit
    }
    try database.execute(sql: "PRAGMA incremental_vacuum")
  }

  /// Writes the vectors of some cells anew, from the old blocks.
  private func move(_ old: [Int64], _ placed: [[Int]], into range: Range<Int>, _ collection: StoredCollection) throws {
    var cells = [(chunks: [Int64], vectors: [[Float]])](repeating: ([], []), count: range.count)
    for (id, places) in zip(old, placed) where places.contains(where: range.contains) {
      try withBlock(id) { block in
        let width = collection.dimensions
        for (row, cell) in places.enumerated() where range.contains(cell) {
          cells[cell - range.lowerBound].chunks.append(block.chunks[row])
          cells[cell - range.lowerBound].vectors.append(Array(block.vectors[row * width..<(row + 1) * width]))
        }
      }
    }
    for (cell, content) in zip(range, cells) {
      try insertVectors(content.vectors, of: content.chunks, cell: cell, collection)
    }
  }

  private func withBlock<Value>(_ id: Int64, _ body: (VectorBlock) throws -> Value) throws -> Value {
    guard let row = try Row.fetchOne(database, sql: "SELECT chunks, vectors FROM block WHERE id = ?", arguments: [id])
    else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "block \(id) is gone") }
    return try row.vectorBlock(body)
  }
}

extension Row {
  /// Looks at the vectors where they lie.
  fileprivate func vectorBlock<Value>(_ body: (VectorBlock) throws -> Value) throws -> Value {
    let chunks = (self["chunks"] as Data).numbers(Int64.self)
    return try withUnsafeData(named: "vectors") { data in
      let data = data ?? Data()
      return try data.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress, UInt(bitPattern: base) % UInt(MemoryLayout<Float>.alignment) == 0 {
          return try body(VectorBlock(chunks: chunks, vectors: bytes.bindMemory(to: Float.self)))
        }
        return try data.numbers(Float.self).withUnsafeBufferPointer {
          try body(VectorBlock(chunks: chunks, vectors: $0))
        }
      }
    }
  }
}

extension Array where Element: BitwiseCopyable {
  /// As they lie in memory; all machines that run Swift are little-endian.
  fileprivate var bytes: Data { withUnsafeBytes { Data($0) } }
}

extension Data {
  fileprivate func numbers<Number: BitwiseCopyable>(_ type: Number.Type) -> [Number] {
    let count = count / MemoryLayout<Number>.stride
    return [Number](unsafeUninitializedCapacity: count) { numbers, filled in
      copyBytes(to: UnsafeMutableRawBufferPointer(numbers))
      filled = count
    }
  }
}
