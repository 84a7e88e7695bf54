// An index of vectors: cells round centres, so that a search compares the question with few of them.
import Tensors

/// An inverted file (Jégou, Douze and Schmid 2011): each vector is in the cell of the centre that is nearest to it, and
/// a search looks through the cells nearest to the question only. What it misses is measured, see ``recall(of:)``.
public struct VectorCells: Equatable, Sendable {
  public let dimensions: Int
  /// Row by row, each of length 1: `[count, dimensions]`.
  public let centres: [Float]
  /// How many cells a search looks through.
  public var searched: Int

  public var count: Int { dimensions == 0 ? 0 : centres.count / dimensions }

  package init(dimensions: Int, centres: [Float], searched: Int) {
    (self.dimensions, self.centres, self.searched) = (dimensions, centres, searched)
  }

  /// As many cells as a search needs time for their centres and for what is in them: about two for each vector in a cell.
  static func suitableCount(for vectors: Int) -> Int {
    max(1, min(vectors, Int(2 * Double(vectors).squareRoot())))
  }

  private static let passes = 8

  /// Finds centres by spherical k-means (Dhillon and Modha 2001), from random vectors of the sample.
  ///
  /// - Parameter sample: row by row, of length 1, at least `count` rows.
  static func learn(from sample: [Float], dimensions: Int, count: Int, seed: Int) -> VectorCells {
    let rows = sample.count / dimensions
    precondition(count > 0 && count <= rows, "\(count) cells cannot be learned from \(rows) vectors")
    var random = SeededRandom(seed: seed)
    var order = Array(0..<rows)
    order.shuffle(using: &random)
    var centres = order.prefix(count).flatMap { sample[$0 * dimensions..<($0 + 1) * dimensions] }
    for _ in 0..<passes {
      let cells = VectorCells(dimensions: dimensions, centres: centres, searched: 1)
      let nearest = sample.withUnsafeBufferPointer { cells.cells(of: $0) }
      centres = means(of: sample, nearest, count: count, dimensions, &random)
    }
    return VectorCells(dimensions: dimensions, centres: centres, searched: 1)
  }

  /// The mean directions of the vectors in each cell; an empty cell begins again at a random vector.
  private static func means(
    of sample: [Float], _ cells: [Int], count: Int, _ dimensions: Int, _ random: inout SeededRandom
  ) -> [Float] {
    var sums = [Float](repeating: 0, count: count * dimensions)
    for (row, cell) in cells.enumerated() {
      let (from, to) = (row * dimensions, cell * dimensions)
      for column in 0..<dimensions { sums[to + column] += sample[from + column] }
    }
    for cell in 0..<count {
      let range = cell * dimensions..<(cell + 1) * dimensions
      let length = sums[range].reduce(0) { $0 + $1 * $1 }.squareRoot()
      if length > 1e-6 {
        for place in range { sums[place] /= length }
      } else {
        let row = Int.random(in: cells.indices, using: &random)
        sums.replaceSubrange(range, with: sample[row * dimensions..<(row + 1) * dimensions])
      }
    }
    return sums
  }

  /// The cell of each vector.
  ///
  /// - Parameter vectors: row by row, `[rows, dimensions]`.
  package func cells(of vectors: UnsafeBufferPointer<Float>) -> [Int] {
    // A block at a time: its products are as many as its rows times the cells.
    let block = 256 * dimensions
    return stride(from: 0, to: vectors.count, by: block).flatMap { start in
      let products = products(UnsafeBufferPointer(rebasing: vectors[start..<min(start + block, vectors.count)]))
      return stride(from: 0, to: products.count, by: count).map { row in
        var best = row
        for place in row..<row + count where products[place] > products[best] { best = place }
        return best - row
      }
    }
  }

  /// The cells by how near their centres are to a vector, the nearest first.
  public func nearest(to vector: [Float]) -> [Int] {
    let products = vector.withUnsafeBufferPointer(products)
    return products.indices.sorted { (products[$1], $0) < (products[$0], $1) }
  }

  private func products(_ vectors: UnsafeBufferPointer<Float>) -> [Float] {
    centres.withUnsafeBufferPointer { dotProducts(ofRows: vectors, withRows: $0, width: dimensions) }
  }

  /// How much of what an exact search finds a search through the first cells finds too.
  ///
  /// - Parameter answers: for each question its vector, and those of the vectors nearest to it.
  /// - Returns: the share found by looking through 1, 2, … all cells.
  func recall(of answers: [(question: [Float], nearest: [[Float]])]) -> [Double] {
    var found = [Int](repeating: 0, count: count)
    for (question, nearest) in answers where !nearest.isEmpty {
      let order = self.nearest(to: question)
      var places = [Int](repeating: 0, count: count)
      for (place, cell) in order.enumerated() { places[cell] = place }
      for cell in nearest.flatMap({ $0 }).withUnsafeBufferPointer(cells) { found[places[cell]] += 1 }
    }
    let all = max(1, found.reduce(0, +))
    var sum = 0
    return found.map { count in
      sum += count
      return Double(sum) / Double(all)
    }
  }
}
