// The bytes of a file, line by line, and the way back from CommonMark's normalised text to those bytes.

/// A file's bytes cut into lines at `\n`, `\r\n` and `\r`. Lines and columns count from 1, columns in bytes of the file.
package struct SourceLines {
  package let bytes: [UInt8]
  /// Where each line stands in `bytes`, without its ending and without a byte order mark.
  package let ranges: [Range<Int>]

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  package init(_ bytes: [UInt8]) {
    var ranges: [Range<Int>] = []
    var start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\n"):
        ranges.append(start..<index)
        start = index + 1
      case UInt8(ascii: "\r"):
        ranges.append(start..<index)
        if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") { index += 1 }
        start = index + 1
      default: break
      }
      index += 1
    }
    if start < bytes.count { ranges.append(start..<bytes.count) }
    self.bytes = bytes
    self.ranges = ranges
  }

  package var count: Int { ranges.count }

  /// The bytes of a line, without its ending; empty outside the file.
  package subscript(line: Int) -> ArraySlice<UInt8> {
    ranges.indices.contains(line - 1) ? bytes[ranges[line - 1]] : []
  }

  /// The line as text.
  package func text(line: Int) -> String { String(decoding: self[line], as: UTF8.self) }

  /// The column of a line's first byte: 1, or 4 after a byte order mark.
  package func firstColumn(line: Int) -> Int {
    guard line == 1, let first = ranges.first else { return 1 }
    return first.lowerBound + 1
  }

  /// The column of a line's last byte, or of its first if it is empty.
  package func lastColumn(line: Int) -> Int { firstColumn(line: line) + max(0, self[line].count - 1) }

  package func isBlank(line: Int) -> Bool { self[line].allSatisfy(\.isBlank) }
}

/// The normalised text: `\n` endings, no byte order mark, U+FFFD for NUL.
extension SourceLines {
  /// The text from a line on, as CommonMark prescribes it to the parser.
  package func normalised(from line: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for number in stride(from: line, through: count, by: 1) {
      text += normalised(line: number)
      text.append(UInt8(ascii: "\n"))
    }
    return text
  }

  /// A line as CommonMark sees it.
  package func normalised(line: Int) -> [UInt8] {
    let line = self[line]
    guard line.contains(0) else { return Array(line) }
    return line.flatMap { $0 == 0 ? [0xEF, 0xBF, 0xBD] : [$0] }
  }

  /// The column in the file of a column of the normalised line.
  package func column(ofNormalised column: Int, line: Int) -> Int {
    let bytes = self[line]
    guard bytes.contains(0) else { return column + firstColumn(line: line) - 1 }
    var normalised = 1
    for (index, byte) in bytes.enumerated() {
      normalised += byte == 0 ? 3 : 1
      if normalised > column { return index + firstColumn(line: line) }
    }
    return bytes.count + firstColumn(line: line)
  }

  /// How many bytes of a line stand before `literal`, which is what the parser kept of that line.
  ///
  /// Negative when the parser wrote out part of a tab as more spaces than the bytes it dropped: columns behind those
  /// spaces are then exact too.
  package func offset(ofLiteral literal: some Collection<UInt8>, line: Int) -> Int {
    firstColumn(line: line) - 1 + normalised(line: line).count - literal.count
  }
}

extension UInt8 {
  /// A space or a tab.
  package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}

/// Where the first byte stands that does not continue valid UTF-8.
///
/// - Returns: its offset in bytes and its position; nil if all of it is UTF-8.
package func firstInvalidUTF8(in bytes: [UInt8]) -> (offset: Int, position: SourcePosition)? {
  if String(validating: bytes, as: UTF8.self) != nil { return nil }
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
  let lines = SourceLines(Array(bytes[..<min(offset + 1, bytes.count)]))
  let line = max(1, lines.count)
  return (offset, SourcePosition(line: line, column: lines.lastColumn(line: line)))
}
