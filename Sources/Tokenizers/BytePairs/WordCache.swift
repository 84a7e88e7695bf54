// Words repeat: most of a text's words were encoded a moment ago, and their ids stand in the output already.

/// Remembers for one call of `encode` where a word was last seen and which part of the output it became.
struct WordCache {
  private struct Entry {
    var start = 0
    var outputStart = 0
    var length: Int32 = -1
    var outputLength: Int32 = 0
  }

  private var entries: [Entry]

  /// - Parameter textLength: short texts get a small table, so that making it costs less than it saves.
  init(textLength: Int) {
    var capacity = 16
    while capacity < textLength / 8, capacity < 1 << 16 { capacity *= 2 }
    entries = [Entry](repeating: Entry(), count: capacity)
  }

  /// Where the same bytes stood before, and what they became.
  @inline(__always)
  func earlier(
    _ word: Range<Int>, hash: UInt64, in text: UnsafeBufferPointer<UInt8>
  ) -> (start: Int, output: Range<Int>)? {
    let entry = entries[slot(of: hash)]
    guard Int(entry.length) == word.count else { return nil }
    for offset in 0..<word.count where text[entry.start + offset] != text[word.lowerBound + offset] { return nil }
    return (entry.start, entry.outputStart..<entry.outputStart + Int(entry.outputLength))
  }

  /// The latest place of a word is remembered: it is the one that the processor still has at hand. A new word takes the
  /// place of the one that shares its slot.
  @inline(__always)
  mutating func remember(_ word: Range<Int>, hash: UInt64, output: Range<Int>) {
    // A word longer than two gigabytes is not worth remembering.
    guard let length = Int32(exactly: word.count), let outputLength = Int32(exactly: output.count) else { return }
    entries[slot(of: hash)] = Entry(
      start: word.lowerBound, outputStart: output.lowerBound, length: length, outputLength: outputLength)
  }

  @inline(__always)
  private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (entries.count - 1) }
}
