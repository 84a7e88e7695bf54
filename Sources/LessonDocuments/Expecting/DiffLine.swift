// A line of the difference between what an expect block says and what a step printed.

public struct DiffLine: Equatable, Sendable, CustomStringConvertible {
  public var kind: Kind
  public var text: String

  public enum Kind: Equatable, Sendable {
    case same
    /// Expected and not printed.
    case missing
    /// Printed and not expected.
    case unexpected
  }

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  public var description: String {
    switch kind {
    case .same: "  " + text
    case .missing: "- " + text
    case .unexpected: "+ " + text
    }
  }
}

extension DiffLine {
  /// So many lines that are the same stay round a difference.
  private static let context = 3
  /// So many lines of difference at most.
  private static let mostLines = 60
  /// So many characters of a line at most.
  private static let mostCharacters = 500

  /// Leaves out what is the same far from a difference, and cuts what is long; says how much is left out.
  static func shortened(_ lines: [DiffLine]) -> [DiffLine] {
    var isKept = [Bool](repeating: false, count: lines.count)
    for (index, line) in lines.enumerated() where line.kind != .same {
      for near in max(0, index - context)...min(lines.count - 1, index + context) { isKept[near] = true }
    }
    var result: [DiffLine] = []
    var index = 0
    while index < lines.count {
      if result.count >= mostLines {
        let rest = lines[index...].count { $0.kind != .same }
        if rest > 0 { result.append(DiffLine(.same, "… \(rest) more line\(rest == 1 ? "" : "s") of difference")) }
        break
      }
      let left = isKept[index...].prefix { !$0 }.count
      if left > 1 {
        result.append(DiffLine(.same, "… \(left) lines the same"))
        index += left
      } else {
        result.append(cut(lines[index]))
        index += 1
      }
    }
    return result
  }

  private static func cut(_ line: DiffLine) -> DiffLine {
    // Counting bytes is enough to see that most lines are short.
    guard line.text.utf8.count > mostCharacters, line.text.count > mostCharacters else { return line }
    return DiffLine(line.kind, line.text.prefix(mostCharacters) + "…")
  }
}
