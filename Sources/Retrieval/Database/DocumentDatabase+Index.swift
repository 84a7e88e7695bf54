// The approximate index: made, measured, and asked what it costs.
import Tensors

/// An index of vectors, and what it misses.
public struct IndexReport: Equatable, Sendable {
  public let vectors: Int
  public let cells: Int
  /// How many cells a search looks through.
  public let searched: Int
  /// Vectors that came since it was made; they are compared with every question until it is made again.
  public let loose: Int
  /// The share of the ten nearest vectors that are in the first 1, 2, … all cells.
  public let recall: [Double]
}

extension DocumentDatabase {
  /// Below so many chunks comparing all vectors takes no time.
  public static let indexedFrom = 20_000
  /// What a search shall find of what an exact one finds.
  public static let wantedRecall = 0.95

  private static let sampled = 20_000
  private static let questions = 64
  private static let nearest = 10

  /// Makes the index anew. A search looks through as many cells as it takes to find 95 % of the ten nearest vectors, as
  /// measured with vectors of the collection as questions.
  public func makeIndex(cells: Int? = nil, seed: Int = 1) throws -> IndexReport {
    try opened(.changing) { store in
      let collection = try existing(in: store)
      let sample = try sample(of: collection, most: Self.sampled, store).vectors
      guard !sample.isEmpty else { throw error(.noVectors(collection: collection.name)) }
      let rows = sample.count / collection.dimensions
      let count = max(1, min(cells ?? VectorCells.suitableCount(for: collection.chunks), rows))
      var index = VectorCells.learn(from: sample, dimensions: collection.dimensions, count: count, seed: seed)
      let recall = index.recall(of: try answers(of: collection, store))
      index.searched = (recall.firstIndex { $0 >= Self.wantedRecall } ?? count - 1) + 1
      try store.sort(collection, into: index)
      return IndexReport(
        vectors: collection.chunks, cells: count, searched: index.searched,
        loose: try store.looseVectors(of: collection), recall: recall)
    }
  }

  /// Makes the index if there are enough vectors, and a quarter of them are in none.
  public func makeIndexIfNeeded() throws -> IndexReport? {
    let isNeeded = try reading { store, collection in
      try collection.embedder != nil && collection.chunks >= Self.indexedFrom
        && store.looseVectors(of: collection) * 4 >= collection.chunks
    }
    return isNeeded ? try makeIndex() : nil
  }

  /// What the index misses now; nil if there is none.
  public func indexReport() throws -> IndexReport? {
    try reading { store, collection in
      guard let index = try store.vectorCells(of: collection) else { return nil }
      return IndexReport(
        vectors: collection.chunks, cells: index.count, searched: index.searched,
        loose: try store.looseVectors(of: collection), recall: index.recall(of: try answers(of: collection, store)))
    }
  }

  /// Vectors of the collection, evenly spread over its chunks, in their order whatever that of the blocks is.
  private func sample(
    of collection: StoredCollection, most: Int, _ store: any DocumentStore
  ) throws -> (ids: [Int64], vectors: [Float]) {
    let width = collection.dimensions
    guard width > 0 else { return ([], []) }
    let ids = try store.ids(in: collection, SearchScope()).sorted()
    let step = max(1, (ids.count + most - 1) / most)
    let sampled = stride(from: 0, to: ids.count, by: step).map { ids[$0] }
    let places = Dictionary(uniqueKeysWithValues: sampled.enumerated().map { ($1, $0) })
    var vectors = [Float](repeating: 0, count: sampled.count * width)
    try store.eachBlock(of: collection, cells: nil, SearchScope()) { block in
      for (row, id) in block.chunks.enumerated() {
        guard let place = places[id] else { continue }
        for column in 0..<width { vectors[place * width + column] = block.vectors[row * width + column] }
      }
    }
    return (sampled, vectors)
  }

  /// For some of the vectors the others that are nearest to them, found by comparing all.
  private func answers(
    of collection: StoredCollection, _ store: any DocumentStore
  ) throws -> [(question: [Float], nearest: [[Float]])] {
    let width = collection.dimensions
    let questions = try sample(of: collection, most: Self.questions, store)
    var best = questions.ids.map { _ in NearestVectors(most: Self.nearest) }
    try questions.vectors.withUnsafeBufferPointer { rows in
      try store.eachBlock(of: collection, cells: nil, SearchScope()) { block in
        let cosines = dotProducts(ofRows: rows, withRows: block.vectors, width: width)
        for question in questions.ids.indices {
          for (column, chunk) in block.chunks.enumerated() where chunk != questions.ids[question] {
            best[question].add(chunk, cosines[question * block.chunks.count + column])
          }
        }
      }
    }
    let vectors = try store.vectors(of: best.flatMap { $0.ranking.map(\.chunk) }, in: collection)
    return questions.ids.indices.map { question in
      let vector = Array(questions.vectors[question * width..<(question + 1) * width])
      return (vector, best[question].ranking.compactMap { vectors[$0.chunk] })
    }
  }
}
