// A file of one text a line, as predictions and references are kept.
import DataPreparation
import LessonDocuments

enum TextLines {
  /// The lines of a UTF-8 file, whose ends may be those of Windows; a byte order mark is no part of the first.
  ///
  /// The newline at the end ends the last line, and does not begin another. An empty line is an empty text.
  static func read(_ path: String) throws(UsageFailure) -> [String] {
    let bytes: [UInt8]
    do { bytes = try DataFile.read(path) } catch { throw UsageFailure("\(error)") }
    var rest = bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    guard !rest.isEmpty else { throw UsageFailure("\(path.harmless) is empty; it has one text a line") }
    if rest.last == UInt8(ascii: "\n") { rest = rest.dropLast() }
    var lines: [String] = []
    for line in rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let bytes = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw UsageFailure("\(path.harmless):\(lines.count + 1): the line is not UTF-8 text; convert the file to UTF-8")
      }
      lines.append(text)
    }
    return lines
  }
}
