// Cuts normalised text into words: at white space, which goes, and round punctuation signs, which are words.

struct BertWords {
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int

  init(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next word; nil at the end.
  mutating func next() -> Range<Int>? {
    while let space = character(), space.isSpace { position += space.length }
    guard let first = character() else { return nil }
    let start = position
    position += first.length
    if first.isPunctuation { return start..<position }
    while let inner = character(), !inner.isSpace, !inner.isPunctuation { position += inner.length }
    return start..<position
  }

  private func character() -> (isSpace: Bool, isPunctuation: Bool, length: Int)? {
    guard let scalar = UTF8Scalars.after(position, in: text, to: end) else { return nil }
    return (scalar.isBertSpace, scalar.isBertPunctuation, UTF8.width(scalar))
  }
}
