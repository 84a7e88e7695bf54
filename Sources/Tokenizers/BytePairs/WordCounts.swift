// The distinct words of a training text, each with how often it stands there.

struct WordCounts {
  private(set) var count = 0
  /// The words, end to end.
  private(set) var bytes: [UInt8] = []
  /// Where each word ends in ``bytes``.
  private(set) var ends: [Int] = []
  private(set) var frequencies: [Int] = []

  private var hashes: [UInt64] = []
  /// Words, found by hash; -1 is free. At most half full.
  private var slots = [Int](repeating: -1, count: 1 << 12)

  mutating func add(_ word: UnsafeBufferPointer<UInt8>) {
    let hash = ByteHash.hash(word)
    var slot = self.slot(of: hash)
    while slots[slot] >= 0 {
      let index = slots[slot]
      if hashes[index] == hash, bytes[range(of: index)].elementsEqual(word) {
        frequencies[index] += 1
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = count
    hashes.append(hash)
    bytes += word
    ends.append(bytes.count)
    frequencies.append(1)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  func range(of word: Int) -> Range<Int> { (word == 0 ? 0 : ends[word - 1])..<ends[word] }

  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

  private mutating func grow() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = self.slot(of: hash)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index
    }
  }
}
