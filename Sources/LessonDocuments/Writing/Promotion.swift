// `lectern verify --promote`: expect blocks that say what steps print now. Every other byte of the file stays.
import Foundation

public enum Promotion {
  /// Rewrites the expect blocks that do not match what their steps printed.
  ///
  /// - Parameters:
  ///   - data: the file that the lesson was read from. A block that is not there any more as it was read is left alone.
  ///   - outputs: what each step printed, by its number; blocks of steps that are missing here stay.
  public static func rewrite(_ data: Data, outputs: [Int: String], lesson: Lesson) -> Data {
    var file = PromotedFile(Array(data))
    // From the end, so that the lines above stay where they are.
    for expectation in lesson.expectations.sorted(by: { $1.range.start < $0.range.start }) {
      guard let output = outputs[expectation.step], expectation.compare(with: output) != nil,
        lesson.steps.contains(where: { $0.number == expectation.step && $0.isRun })
      else { continue }
      file.replace(expectation, with: Expectation.printedLines(output))
    }
    return Data(file.bytes)
  }
}

private struct PromotedFile {
  private(set) var bytes: [UInt8]
  private let lines: SourceLines

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = SourceLines(bytes)
  }

  mutating func replace(_ expectation: Expectation, with output: [[UInt8]]) {
    guard let fence = openingFence(of: expectation), isUnchanged(expectation) else { return }
    let content = expectation.contentLines
    let isClosed = expectation.range.end.line == content.upperBound
    let missing = max(0, Self.neededFence(for: output, mark: fence.mark) - fence.count)
    let moreFence = [UInt8](repeating: fence.mark, count: missing)
    if isClosed {
      let closing = lines.ranges[content.upperBound - 1]
      let end = lines.bytes[closing].lastIndex(of: fence.mark).map { $0 + 1 } ?? closing.upperBound
      bytes.insert(contentsOf: moreFence, at: end)
    }
    let range = start(ofLine: content.lowerBound)..<start(ofLine: content.upperBound)
    bytes.replaceSubrange(range, with: text(of: output, for: expectation, replacing: range))
    bytes.insert(contentsOf: moreFence, at: fence.end)
  }

  /// Where a line begins; the end of the file behind the last one.
  private func start(ofLine line: Int) -> Int {
    lines.ranges.indices.contains(line - 1) ? lines.ranges[line - 1].lowerBound : lines.bytes.count
  }

  private func text(of output: [[UInt8]], for expectation: Expectation, replacing range: Range<Int>) -> [UInt8] {
    let ending = lineEnding(ofLine: expectation.range.start.line)
    let prefix = Array(expectation.linePrefix.utf8)
    let shortPrefix = Array(prefix.reversed().drop(while: \.isBlank).reversed())
    var text: [UInt8] = []
    for line in output { text += (line.isEmpty ? shortPrefix : prefix + line) + ending }
    // A block that is never closed may end where the file does, with no line ending.
    let endsFile = range.upperBound == lines.bytes.count
    if endsFile, let last = lines.bytes.last, !Self.isLineEnding(last) {
      if range.isEmpty, !output.isEmpty { text = ending + text }
      if output.last?.isEmpty == false { text.removeLast(ending.count) }
    }
    return text
  }

  private func lineEnding(ofLine line: Int) -> [UInt8] {
    let end = lines.ranges[line - 1].upperBound
    let ending = lines.bytes[end..<min(lines.bytes.count, end + 2)].prefix(while: Self.isLineEnding)
    if ending.isEmpty { return line > 1 ? lineEnding(ofLine: line - 1) : [UInt8(ascii: "\n")] }
    return ending.starts(with: "\r\n".utf8) ? Array("\r\n".utf8) : [ending[ending.startIndex]]
  }

  private static func isLineEnding(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  /// The marks that open the block; `end` is behind them.
  private func openingFence(of expectation: Expectation) -> (mark: UInt8, count: Int, end: Int)? {
    let start = expectation.range.start
    let line = lines[start.line]
    let index = line.startIndex + start.column - lines.firstColumn(line: start.line)
    guard line.indices.contains(index) else { return nil }
    let mark = line[index]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let count = line[index...].prefix { $0 == mark }.count
    return (mark, count, index + count)
  }

  /// Whether the block's lines are still in the file.
  private func isUnchanged(_ expectation: Expectation) -> Bool {
    zip(expectation.contentLines, expectation.lines).allSatisfy { line, text in
      lines.ranges.indices.contains(line - 1) && Self.isSuffix(Array(text.utf8), of: lines.normalised(line: line))
    } && expectation.range.end.line <= lines.count
  }

  /// Leading blanks of the text may stand for a part of a tab in the file.
  private static func isSuffix(_ text: [UInt8], of line: [UInt8]) -> Bool {
    let content = text.drop(while: \.isBlank)
    return line.suffix(content.count).elementsEqual(content)
  }

  /// How many marks a fence needs so that no line of the output closes it.
  private static func neededFence(for output: [[UInt8]], mark: UInt8) -> Int {
    let runs = output.map { line -> Int in
      let rest = line.drop { $0 == UInt8(ascii: " ") }
      let run = rest.prefix { $0 == mark }.count
      return rest.dropFirst(run).allSatisfy(\.isBlank) ? run : 0
    }
    return max(3, (runs.max() ?? 0) + 1)
  }
}
