// Characters of a buffer of UTF-8. The buffers come from Swift strings, so they are well formed.

enum UTF8Scalars {
  /// The scalar that begins at a position, which must be the beginning of one.
  @inline(__always)
  static func decode(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(text[position])
    func low(_ offset: Int) -> UInt32 { UInt32(text[position + offset]) & 0x3F }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | low(1), 2) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | low(1) << 6 | low(2), 3) }
    return ((first & 0x07) << 18 | low(1) << 12 | low(2) << 6 | low(3), 4)
  }

  /// The scalar that begins at a position; nil at the end.
  static func after(_ position: Int, in text: UnsafeBufferPointer<UInt8>, to end: Int) -> Unicode.Scalar? {
    position < end ? Unicode.Scalar(decode(text, at: position).value) : nil
  }

  /// The scalar that ends at a position; nil at the start.
  static func before(_ position: Int, in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Unicode.Scalar? {
    guard position > start else { return nil }
    return Unicode.Scalar(decode(text, at: beginning(of: position - 1, in: text)).value)
  }

  /// The first byte of the character that a byte belongs to.
  static func beginning(of position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var start = position
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// The end of the character before which a position lies, or the position itself if it cuts none.
  static func end(of position: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    var end = position
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}
