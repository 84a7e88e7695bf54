// Which sets may be alike, without comparing all pairs.
internal import Corpora

/// Signatures whose elements agree with the probability of two sets' Jaccard similarity (Broder 1997), in bands: two sets
/// meet in a bucket if all hashes of one band agree.
struct MinHash {
  static let hashes = 256
  /// How rare it may be that two sets of just the wanted similarity meet in no bucket.
  private static let mostMissed = 1e-6

  let bands: Int
  let rowsInBand: Int
  /// Of `x ↦ (a · x + b) >> 32`, which is universal (Dietzfelbinger et al. 1997); all a are odd.
  private let factors: [UInt64]
  private let addends: [UInt64]

  /// With the longest bands, which propose the fewest pairs, that still miss few of the wanted similarity.
  init(similarity: Double, seed: Int) {
    var rows = 1
    while Self.missed(similarity, rows: rows + 1) <= Self.mostMissed, rows < 16 { rows += 1 }
    rowsInBand = rows
    bands = Self.hashes / rows
    var random = CorpusRandom(seed: seed)
    factors = (0..<Self.hashes).map { _ in random.next() | 1 }
    addends = (0..<Self.hashes).map { _ in random.next() }
  }

  private static func missed(_ similarity: Double, rows: Int) -> Double {
    let meets = (0..<rows).reduce(1.0) { product, _ in product * similarity }
    return (0..<hashes / rows).reduce(1.0) { product, _ in product * (1 - meets) }
  }

  /// The bucket of each band.
  func keys(of set: ArraySlice<UInt64>, group: UInt64) -> [UInt64] {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.hashes) { signature in
      set.withUnsafeBufferPointer { set in
        for hash in 0..<bands * rowsInBand {
          let (a, b) = (factors[hash], addends[hash])
          var least = UInt32.max
          for element in set { least = min(least, UInt32(truncatingIfNeeded: (a &* element &+ b) >> 32)) }
          signature[hash] = least
        }
      }
      return (0..<bands).map { band in
        (band * rowsInBand..<(band + 1) * rowsInBand).reduce(group &+ UInt64(band)) {
          WordHashes.mixed($0 ^ UInt64(signature[$1]))
        }
      }
    }
  }

  /// The rows in each bucket, as chains from the last to the first.
  struct Buckets {
    private let bands: Int
    private var latest: [UInt64: Int32] = [:]
    /// `[rows, bands]`: the row before in the same bucket, or -1.
    private var before: [Int32]

    init(rows: Int, bands: Int) {
      self.bands = bands
      before = Array(repeating: -1, count: rows * bands)
      latest.reserveCapacity(rows * bands)
    }

    mutating func insert(_ row: Int, _ keys: [UInt64]) {
      for (band, key) in keys.enumerated() {
        before[row * bands + band] = latest.updateValue(Int32(row), forKey: key) ?? -1
      }
    }

    func forEachEarlier(_ keys: [UInt64], _ visit: (Int) -> Void) {
      for (band, key) in keys.enumerated() {
        var row = latest[key] ?? -1
        while row >= 0 {
          visit(Int(row))
          row = before[Int(row) * bands + band]
        }
      }
    }
  }
}

/// The word runs of many rows, each row's sorted and without repetitions, one behind the other.
struct ShingleSets {
  private var all: [UInt64] = []
  private var ends: [Int] = [0]
  private(set) var groups: [UInt64] = []

  mutating func append(_ runs: [UInt64], group: UInt64) {
    var last: UInt64?
    for run in runs.sorted() where run != last {
      all.append(run)
      last = run
    }
    ends.append(all.count)
    groups.append(group)
  }

  subscript(row: Int) -> ArraySlice<UInt64> { all[ends[row]..<ends[row + 1]] }

  /// The Jaccard similarity of two sets: what both have over what either has. Nil if it is lower than asked for.
  func similarity(_ one: Int, _ other: Int, atLeast least: Double) -> Double? {
    let counts = (ends[one + 1] - ends[one], ends[other + 1] - ends[other])
    guard Double(min(counts.0, counts.1)) >= least * Double(max(counts.0, counts.1)) else { return nil }
    var (i, j, shared) = (ends[one], ends[other], 0)
    while i < ends[one + 1], j < ends[other + 1] {
      if all[i] == all[j] {
        (i, j, shared) = (i + 1, j + 1, shared + 1)
      } else if all[i] < all[j] {
        i += 1
      } else {
        j += 1
      }
    }
    let similarity = Double(shared) / Double(counts.0 + counts.1 - shared)
    return similarity >= least ? similarity : nil
  }
}
