// What a probe asks, as its author wrote it: the body of its first closure.
import SwiftTokens

enum ProbeExcerpt {
  /// - Parameters:
  ///   - source: of the file of probes.
  ///   - line: where the probe begins, from 1.
  /// - Returns: the closure's body without its parameters, its lines moved to the left together; nil if there is none.
  static func text(in source: String, line: Int) -> String? {
    let bytes = Array(source.utf8)
    var lineStart = 0
    for _ in 1..<max(1, line) {
      guard let end = bytes[lineStart...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      lineStart = end + 1
    }
    let tokens = SwiftLexer.tokens(of: source).filter { $0.range.lowerBound >= lineStart && $0.kind != .whitespace }
    let text = { (token: SwiftToken) in String(decoding: bytes[token.range], as: UTF8.self) }
    guard let open = tokens.firstIndex(where: { text($0) == "{" }) else { return nil }
    var depth = 0
    guard
      let close = tokens[open...].firstIndex(where: { token in
        switch text(token) {
        case "{": depth += 1
        case "}": depth -= 1
        default: break
        }
        return depth == 0
      }), close > open + 1
    else { return nil }
    var first = open + 1
    if close > first + 2, tokens[first].kind == .identifier, text(tokens[first + 1]) == "in" { first += 2 }
    let start = tokens[first].range.lowerBound
    // With its indentation, where it begins a line.
    let before = bytes[..<start].reversed().prefix { $0 == UInt8(ascii: " ") }.count
    let isOnOwnLine = start > before && bytes[start - before - 1] == UInt8(ascii: "\n")
    let body = String(decoding: bytes[start..<tokens[close].range.lowerBound], as: UTF8.self)
    return movedLeft(isOnOwnLine ? String(repeating: " ", count: before) + body : body, isWhole: isOnOwnLine)
  }

  /// Lines lose the indentation that all of them share.
  ///
  /// - Parameter isWhole: false if the first stands behind other code, and has none to lose.
  private static func movedLeft(_ text: String, isWhole: Bool) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    let indented = lines.dropFirst(isWhole ? 0 : 1).filter { !$0.allSatisfy(\.isWhitespace) }
    let shared = indented.map { $0.prefix(while: \.isWhitespace).count }.min() ?? 0
    return lines.enumerated().map { isWhole || $0 > 0 ? $1.dropFirst(shared) : $1[...] }
      .map { String($0.reversed().drop(while: \.isWhitespace).reversed()) }.joined(separator: "\n")
  }
}
