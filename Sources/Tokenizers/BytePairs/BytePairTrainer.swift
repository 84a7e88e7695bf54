// Learns merges: join the most frequent pair of neighbouring tokens, again and again (Sennrich et al. 2016, algorithm
// 1).

/// Keeps the counts of all pairs up to date, so that a merge costs as much as the places it changes.
///
/// Which pair comes first among equally frequent ones, and which ids tokens get, is as in Hugging Face's `BpeTrainer`:
/// the pair with the smaller left id, then the smaller right id.
struct BytePairTrainer {
  private struct PairStatistics {
    let pair: UInt64
    var count = 0
    /// Where the left token stands. Places where the pair has gone meanwhile are still listed.
    var places: [Int32] = []
    var isQueued = false
  }

  private struct Candidate: Comparable {
    let count: Int
    let pair: UInt64
    let statistics: Int32

    static func < (a: Candidate, b: Candidate) -> Bool { a.count == b.count ? a.pair < b.pair : a.count > b.count }
  }

  // The distinct words end to end, a token at each place; a list linked both ways leads through each word.
  private var tokens: [Int32]
  private var previous: [Int32]
  private var next: [Int32]
  /// How often the word stands in the text, by place.
  private let frequencies: [Int]

  private var statistics: [PairStatistics] = []
  /// From a pair to its place in ``statistics``.
  private var indices = PairTable<Int32>(absent: -1, minimumCapacity: 1 << 14)
  private var queue = Heap<Candidate>()
  /// Pairs that the running merge made more frequent, to be queued after it.
  private var grown: [Int32] = []

  /// Starts from the bytes of the words.
  init(_ words: WordCounts, byteIDs: [Int32]) {
    self.init(words.bytes.map { byteIDs[Int($0)] }, ends: words.ends, wordFrequencies: words.frequencies)
  }

  /// - Parameters:
  ///   - tokens: what the distinct words are made of at first, end to end.
  ///   - ends: where each word ends among them.
  ///   - wordFrequencies: how often each word stands in the text.
  init(_ tokens: [Int32], ends: [Int], wordFrequencies: [Int]) {
    self.tokens = tokens
    previous = (0..<tokens.count).map { Int32($0) - 1 }
    next = (0..<tokens.count).map { Int32($0) + 1 }
    var frequencies = [Int](repeating: 0, count: tokens.count)
    var start = 0
    for (end, frequency) in zip(ends, wordFrequencies) where end > start {
      for place in start..<end { frequencies[place] = frequency }
      previous[start] = -1
      next[end - 1] = -1
      start = end
    }
    self.frequencies = frequencies
    for place in tokens.indices where next[place] >= 0 {
      change(tokens[place], tokens[place + 1], by: frequencies[place], at: Int32(place))
    }
    queueGrownPairs()
  }

  /// The pair to merge next; nil if no pair is as frequent as that.
  mutating func mostFrequentPair(minimumFrequency: Int) -> (left: Int32, right: Int32)? {
    while let first = queue.removeFirst() {
      let index = Int(first.statistics)
      let count = statistics[index].count
      if count != first.count {
        // It became rarer while it waited: back in the queue, at its right place.
        queue.insert(Candidate(count: count, pair: first.pair, statistics: first.statistics))
        continue
      }
      statistics[index].isQueued = false
      return count >= max(1, minimumFrequency) ? PairTable<Int32>.pair(first.pair) : nil
    }
    return nil
  }

  /// Puts a token in the place of a pair, wherever it stands, from left to right.
  mutating func merge(_ left: Int32, _ right: Int32, into id: Int32) {
    let index = Int(indices[left, right])
    // The count stays: nothing asks for it again, unless another merge makes the same pair anew.
    let places = statistics[index].places.sorted()
    statistics[index].places = []
    for place in places where tokens[Int(place)] == left {
      let second = next[Int(place)]
      guard second >= 0, tokens[Int(second)] == right else { continue }
      let frequency = frequencies[Int(place)]
      let before = previous[Int(place)]
      let after = next[Int(second)]
      tokens[Int(place)] = id
      tokens[Int(second)] = -1
      next[Int(place)] = after
      if before >= 0 {
        change(tokens[Int(before)], left, by: -frequency, at: before)
        change(tokens[Int(before)], id, by: frequency, at: before)
      }
      if after >= 0 {
        previous[Int(after)] = place
        change(right, tokens[Int(after)], by: -frequency, at: place)
        change(id, tokens[Int(after)], by: frequency, at: place)
      }
    }
    queueGrownPairs()
  }

  private mutating func change(_ left: Int32, _ right: Int32, by amount: Int, at place: Int32) {
    let pair = PairTable<Int32>.key(left, right)
    var index = indices[pair]
    if index < 0 {
      index = Int32(statistics.count)
      indices[pair] = index
      statistics.append(PairStatistics(pair: pair))
    }
    statistics[Int(index)].count += amount
    guard amount > 0 else { return }
    statistics[Int(index)].places.append(place)
    if !statistics[Int(index)].isQueued {
      statistics[Int(index)].isQueued = true
      grown.append(index)
    }
  }

  private mutating func queueGrownPairs() {
    for index in grown {
      let pair = statistics[Int(index)]
      queue.insert(Candidate(count: pair.count, pair: pair.pair, statistics: index))
    }
    grown.removeAll(keepingCapacity: true)
  }
}
