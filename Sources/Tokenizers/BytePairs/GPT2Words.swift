// Cuts a text into words the way GPT-2 does; merges never cross their borders.

/// The matches of GPT-2's pattern, one after another, over UTF-8:
///
///     's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
///
/// In words: an English contraction; or letters, or digits, or other signs, each with the one space before them; or
/// white space, of which the last character is left over if a word follows. The words tile the text.
struct GPT2Words {
  private let text: UnsafeBufferPointer<UInt8>
  private let end: Int
  private var position: Int
  private let ascii: [CharacterClass]

  init(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.text = text
    position = range.lowerBound
    end = range.upperBound
    ascii = CharacterClass.ascii
  }

  /// The next word; nil at the end of the text.
  mutating func next() -> Range<Int>? {
    guard position < end else { return nil }
    let start = position
    let first = character(at: start)
    switch first.class {
    case .space:
      let second = start + first.length < end ? character(at: start + first.length) : nil
      if text[start] == UInt8(ascii: " "), let second, second.class != .space {
        position = endOfRun(of: second.class, from: start + first.length + second.length)
      } else {
        position = endOfSpaces(from: start + first.length, first: start)
      }
    case .other where text[start] == UInt8(ascii: "'"):
      position = endOfContraction(from: start) ?? endOfRun(of: .other, from: start + 1)
    case let letters:
      position = endOfRun(of: letters, from: start + first.length)
    }
    return start..<position
  }

  @inline(__always)
  private func character(at position: Int) -> (class: CharacterClass, length: Int) {
    let byte = text[position]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    let (value, length) = UTF8Scalars.decode(text, at: position)
    return (CharacterClass.of(value), length)
  }

  @inline(__always)
  private func endOfRun(of wanted: CharacterClass, from start: Int) -> Int {
    var position = start
    while position < end {
      let next = character(at: position)
      guard next.class == wanted else { break }
      position += next.length
    }
    return position
  }

  /// White space up to the end of the text; before a word all but its last character, if there is more than one.
  private func endOfSpaces(from start: Int, first: Int) -> Int {
    var last = first
    var position = start
    while position < end {
      let next = character(at: position)
      guard next.class == .space else { return last > first ? last : position }
      last = position
      position += next.length
    }
    return position
  }

  /// The end of `'s`, `'t`, `'re`, `'ve`, `'m`, `'ll` or `'d`, lower case only; nil if none begins here.
  private func endOfContraction(from apostrophe: Int) -> Int? {
    guard apostrophe + 1 < end else { return nil }
    let second = apostrophe + 2 < end ? text[apostrophe + 2] : 0
    switch (text[apostrophe + 1], second) {
    case (UInt8(ascii: "s"), _), (UInt8(ascii: "t"), _), (UInt8(ascii: "m"), _), (UInt8(ascii: "d"), _):
      return apostrophe + 2
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")),
      (UInt8(ascii: "l"), UInt8(ascii: "l")):
      return apostrophe + 3
    default:
      return nil
    }
  }
}
