// Byte-pair encoding of one word (Sennrich et al. 2016): of all neighbouring pairs, join the one that was learnt first;
// repeat until no pair is known.

/// What a pair of tokens becomes, and how early the pair was learnt.
struct Merge: Sendable {
  /// Smaller is earlier.
  var rank: UInt32
  var id: Int32

  static let none = Merge(rank: .max, id: -1)
}

/// The work space of the merging; one lives as long as one call of `encode`.
struct BytePairMerging {
  /// A token inside the text, and what it and its neighbour on the right may become.
  struct Part {
    var start: Int
    var end: Int
    var id: Int32
    fileprivate var merge = Merge.none
  }

  /// Up to this many bytes, looking at every pair for each merge is faster than keeping them in order.
  private static let longestScan = 96

  private let model: BytePairModel
  /// The bytes of the word before, its tokens after merging.
  private(set) var parts: [Part] = []

  init(_ model: BytePairModel) { self.model = model }

  /// Leaves the tokens of the word in ``parts``.
  mutating func merge(_ text: UnsafeBufferPointer<UInt8>, word: Range<Int>) {
    parts.removeAll(keepingCapacity: true)
    for position in word { append(model.byteIDs[Int(text[position])], at: position) }
    guard parts.count > 1 else { return }
    for index in 0..<parts.count - 1 { parts[index].merge = model.merges[parts[index].id, parts[index + 1].id] }
    if parts.count <= Self.longestScan { mergeScanning() } else { mergeInOrder() }
  }

  @inline(__always)
  private mutating func append(_ id: Int32, at position: Int) {
    if id >= 0 {
      parts.append(Part(start: position, end: position + 1, id: id))
    } else if let unknown = model.unknown {
      // A byte that the vocabulary lacks. Without an unknown token it is left out.
      if unknown.isFused, let last = parts.last, last.id == unknown.id, last.end == position {
        parts[parts.count - 1].end += 1
      } else {
        parts.append(Part(start: position, end: position + 1, id: unknown.id))
      }
    }
  }

  /// O(length²), for short words.
  private mutating func mergeScanning() {
    var count = parts.count
    let merges = model.merges
    parts.withUnsafeMutableBufferPointer { parts in
      while true {
        var best = -1
        var bestRank = Merge.none.rank
        for index in 0..<count - 1 where parts[index].merge.rank < bestRank {
          bestRank = parts[index].merge.rank
          best = index
        }
        guard best >= 0 else { return }
        parts[best].id = parts[best].merge.id
        parts[best].end = parts[best + 1].end
        count -= 1
        for index in best + 1..<count { parts[index] = parts[index + 1] }
        parts[best].merge = best + 1 < count ? merges[parts[best].id, parts[best + 1].id] : .none
        if best > 0 { parts[best - 1].merge = merges[parts[best - 1].id, parts[best].id] }
      }
    }
    parts.removeLast(parts.count - count)
  }

  /// O(length · log length): candidates wait in a heap, and the parts form a list linked both ways.
  private mutating func mergeInOrder() {
    let count = parts.count
    let merges = model.merges
    var previous = Array(-1..<count - 1)
    var next = Array(1...count)
    // The rank in the high half, so that earlier merges come first, then the one further left.
    func candidate(_ rank: UInt32, _ left: Int) -> UInt64 { UInt64(rank) << 32 | UInt64(UInt32(left)) }
    var heap = Heap((0..<count - 1).filter { parts[$0].merge.id >= 0 }.map { candidate(parts[$0].merge.rank, $0) })
    parts.withUnsafeMutableBufferPointer { parts in
      func update(_ left: Int) {
        let right = next[left]
        parts[left].merge = right < count ? merges[parts[left].id, parts[right].id] : .none
        if parts[left].merge.id >= 0 { heap.insert(candidate(parts[left].merge.rank, left)) }
      }
      while let first = heap.removeFirst() {
        let left = Int(UInt32(truncatingIfNeeded: first))
        // A merge nearby may have changed what stands here since the candidate was noted.
        guard parts[left].id >= 0, parts[left].merge.id >= 0, UInt64(parts[left].merge.rank) == first >> 32 else {
          continue
        }
        let right = next[left]
        parts[left].id = parts[left].merge.id
        parts[left].end = parts[right].end
        parts[right].id = -1
        next[left] = next[right]
        if next[left] < count { previous[next[left]] = left }
        update(left)
        if previous[left] >= 0 { update(previous[left]) }
      }
    }
    parts.removeAll { $0.id < 0 }
  }
}
