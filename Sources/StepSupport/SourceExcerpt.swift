// The source of a bare expression, to name its record by.
import Glibc

enum SourceExcerpt {
  static let limit = 60

  /// The text at `place`, on one line, cut at `limit` characters; empty if the file cannot be read.
  static func text(of place: SitePlace, in path: String) -> String {
    let lines = lines(of: path)
    guard place.startLine >= 1, place.endLine >= place.startLine, place.endLine <= lines.count else { return "" }
    var pieces: [String] = []
    for number in place.startLine...place.endLine {
      let bytes = Array(lines[number - 1].utf8)
      let from = number == place.startLine ? min(max(place.startColumn - 1, 0), bytes.count) : 0
      let to = number == place.endLine ? min(max(place.endColumn - 1, from), bytes.count) : bytes.count
      pieces.append(trimmed(String(decoding: bytes[from..<to], as: UTF8.self)))
    }
    let text = pieces.joined(separator: " ")
    return text.count > limit ? text.prefix(limit - 1) + "…" : text
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }

  private nonisolated(unsafe) static var read: (path: String, lines: [Substring])?

  private static func lines(of path: String) -> [Substring] {
    if let read, read.path == path { return read.lines }
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    read = (path, lines)
    return lines
  }
}
