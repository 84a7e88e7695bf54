// YAML inside another file: the text that is given to Yams, and the way back from its lines to the file's.

import Yams

struct YAMLText {
  let text: String
  /// For each line as YAML counts them, the line of the file.
  private let fileLines: [Int]

  /// YAML ends lines at more characters than a Markdown file does.
  private static let moreLineEndings: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]

  init(_ lines: SourceLines, _ range: Range<Int>) {
    var text = ""
    var fileLines: [Int] = []
    for line in range {
      let content = String(decoding: lines.normalised(line: line), as: UTF8.self)
      text += content + "\n"
      let count = 1 + content.unicodeScalars.count(where: Self.moreLineEndings.contains)
      fileLines += repeatElement(line, count: count)
    }
    self.text = text
    self.fileLines = fileLines
  }

  func line(of node: Node) -> Int { line(node.mark?.line ?? 1) }

  private func line(_ yamlLine: Int) -> Int {
    guard let last = fileLines.last else { return 1 }
    return yamlLine > fileLines.count ? last : fileLines[max(0, yamlLine - 1)]
  }

  /// What Yams complains about and where.
  func place(of error: any Error) -> (line: Int, problem: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _)?, .parser(let context, let problem, let mark, _)?,
      .composer(let context, let problem, let mark, _)?:
      // What is never closed is missed at the end of the text, and was opened where the context says.
      let isAtEnd = mark.line > fileLines.count
      let place = isAtEnd ? context?.mark.line ?? mark.line : mark.line
      return (line(place), [context?.text, problem].compactMap { $0 }.joined(separator: ": "))
    case .duplicatedKeysInMapping(let keys, let context)?:
      let name = keys.first ?? ""
      return (secondLine(ofKey: name) ?? line(context.mark.line), "the key \(name.quoted) is there twice")
    case .reader(let problem, let offset, _, _)?:
      let before = text.prefix(offset ?? 0).unicodeScalars
      return (line(1 + before.count { $0 == "\n" || Self.moreLineEndings.contains($0) }), problem)
    default: return (line(1), "\(error)".harmless)
    }
  }

  private func secondLine(ofKey key: String) -> Int? {
    let places = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { _, line in
      line.hasPrefix(key) && String(line.dropFirst(key.count)).trimmingBlanks.hasPrefix(":")
    }
    guard places.count > 1 else { return nil }
    let linesBefore = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(places[1].offset)
    return line(1 + linesBefore.reduce(0) { $0 + 1 + $1.unicodeScalars.count(where: Self.moreLineEndings.contains) })
  }
}
