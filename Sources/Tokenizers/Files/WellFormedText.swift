// Bytes that must be UTF-8 before anything else looks at them.

enum WellFormedText {
  /// Throws ``FileProblem/notUTF8(offset:)`` for the first byte that cannot stand where it does.
  static func check(_ bytes: [UInt8]) throws {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { offset += UTF8.width(scalar) }
    throw FileProblem.notUTF8(offset: offset)
  }

  /// The lines of a file, without their ends (LF or CRLF). A newline at the end of the file begins no further line.
  static func lines(of bytes: [UInt8]) throws -> [ArraySlice<UInt8>] {
    try check(bytes)
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
  }
}
