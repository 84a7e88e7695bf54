// From bytes to text: UTF-8, or UTF-16 that says so at its beginning.
import DocumentReading
import MarkdownTrees

enum TextDecoding {
  /// The text without a byte order mark, its lines ended by `\n` alone. Nothing is guessed and nothing repaired.
  static func text(of bytes: [UInt8]) throws(DocumentError) -> String {
    if let isBigEndian = utf16Mark(bytes) { return try utf16(bytes[2...], isBigEndian: isBigEndian) }
    guard !bytes.contains(0) else {
      throw DocumentError(
        .damaged(reason: "it holds NUL bytes, as no text in UTF-8 does; if it is UTF-16, save it as UTF-8"))
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: withPlainLineEnds(content), as: UTF8.self) else {
      let place = firstInvalidUTF8(in: bytes)?.position ?? SourcePosition(line: 1, column: 1)
      throw DocumentError(.notUTF8(line: place.line, column: place.column))
    }
    return text
  }

  private static func utf16Mark(_ bytes: [UInt8]) -> Bool? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return nil }
    if bytes.starts(with: [0xFF, 0xFE]) { return false }
    return bytes.starts(with: [0xFE, 0xFF]) ? true : nil
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) throws(DocumentError) -> String {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map { index -> UInt16 in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isBigEndian ? first << 8 | second : second << 8 | first
    }
    guard bytes.count.isMultiple(of: 2), let text = String(validating: units, as: UTF16.self) else {
      throw DocumentError(.damaged(reason: "it begins as UTF-16 and is none; save it as UTF-8"))
    }
    return String(decoding: withPlainLineEnds(Array(text.utf8)[...]), as: UTF8.self)
  }

  private static func withPlainLineEnds(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let (lineFeed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard bytes.contains(carriageReturn) else { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isAfterReturn = false
    for byte in bytes {
      if byte != lineFeed || !isAfterReturn { result.append(byte == carriageReturn ? lineFeed : byte) }
      isAfterReturn = byte == carriageReturn
    }
    return result
  }
}
