// The nearest of many vectors that pass by.

struct NearestVectors {
  let most: Int
  private var kept: [(chunk: Int64, cosine: Float)] = []
  /// What is below it is not among the nearest.
  private var least = -Float.infinity

  init(most: Int) { self.most = most }

  mutating func add(_ chunk: Int64, _ cosine: Float) {
    guard cosine >= least else { return }
    kept.append((chunk, cosine))
    if kept.count >= 4 * most + 64 { cut() }
  }

  /// The nearest first; of equal ones the one that was added to the database first.
  var ranking: [(chunk: Int64, cosine: Float)] {
    var whole = self
    whole.cut()
    return whole.kept
  }

  private mutating func cut() {
    kept.sort { ($1.cosine, $0.chunk) < ($0.cosine, $1.chunk) }
    kept = Array(kept.prefix(most))
    if kept.count == most, let last = kept.last { least = last.cosine }
  }
}
