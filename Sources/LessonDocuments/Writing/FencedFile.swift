// A lesson's file in which the lines between two fences become others. Every other byte of it stays.

struct FencedFile {
  private(set) var bytes: [UInt8]
  private let lines: SourceLines

  /// A fenced block as it was read.
  struct Block {
    /// From the first to the last fence.
    let range: SourceRange
    /// The lines between them, as line numbers of the file.
    let contentLines: Range<Int>
    /// What those lines say, without the marks of their containers.
    let content: [[UInt8]]
    /// What stands before each of them.
    let linePrefix: String
  }

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = SourceLines(bytes)
  }

  /// Puts lines between the fences, which become longer if one of those would close them. Lines at both ends that stay
  /// the same are not touched.
  ///
  /// Blocks that stand further below must have had their turn before.
  ///
  /// - Returns: false if the block is not there any more as it was read; then nothing has changed.
  @discardableResult
  mutating func replace(_ block: Block, with new: [[UInt8]]) -> Bool {
    guard let fence = openingFence(of: block), isUnchanged(block) else { return false }
    let missing = max(0, Self.neededFence(for: new, mark: fence.mark) - fence.count)
    let moreFence = [UInt8](repeating: fence.mark, count: missing)
    if block.range.end.line == block.contentLines.upperBound {
      let closing = lines.ranges[block.contentLines.upperBound - 1]
      let end = lines.bytes[closing].lastIndex(of: fence.mark).map { $0 + 1 } ?? closing.upperBound
      bytes.insert(contentsOf: moreFence, at: end)
    }
    let head = zip(block.content, new).prefix { $0 == $1 }.count
    let tail = zip(block.content.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    let range =
      start(ofLine: block.contentLines.lowerBound + head)..<start(ofLine: block.contentLines.upperBound - tail)
    let changed = Array(new.dropFirst(head).dropLast(tail))
    bytes.replaceSubrange(range, with: text(of: changed, for: block, replacing: range))
    bytes.insert(contentsOf: moreFence, at: fence.end)
    return true
  }

  /// Where a line begins; the end of the file behind the last one.
  private func start(ofLine line: Int) -> Int {
    lines.ranges.indices.contains(line - 1) ? lines.ranges[line - 1].lowerBound : lines.bytes.count
  }

  private func text(of output: [[UInt8]], for block: Block, replacing range: Range<Int>) -> [UInt8] {
    let ending = lineEnding(ofLine: block.range.start.line)
    let prefix = Array(block.linePrefix.utf8)
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
  private func openingFence(of block: Block) -> (mark: UInt8, count: Int, end: Int)? {
    let start = block.range.start
    let line = lines[start.line]
    let index = line.startIndex + start.column - lines.firstColumn(line: start.line)
    guard line.indices.contains(index) else { return nil }
    let mark = line[index]
    guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return nil }
    let count = line[index...].prefix { $0 == mark }.count
    return (mark, count, index + count)
  }

  /// Whether the block's lines are still in the file.
  private func isUnchanged(_ block: Block) -> Bool {
    zip(block.contentLines, block.content).allSatisfy { line, text in
      lines.ranges.indices.contains(line - 1) && Self.isSuffix(text, of: lines.normalised(line: line))
    } && block.range.end.line <= lines.count
  }

  /// Leading blanks of the text may stand for a part of a tab in the file.
  private static func isSuffix(_ text: [UInt8], of line: [UInt8]) -> Bool {
    let content = text.drop(while: \.isBlank)
    return line.suffix(content.count).elementsEqual(content)
  }

  /// How many marks a fence needs so that no line of the output closes it. Behind the mark of a container a tab may be
  /// as little as one column, so it counts as no indentation.
  private static func neededFence(for output: [[UInt8]], mark: UInt8) -> Int {
    let runs = output.map { line -> Int in
      let rest = line.drop(while: \.isBlank)
      let run = rest.prefix { $0 == mark }.count
      return rest.dropFirst(run).allSatisfy(\.isBlank) ? run : 0
    }
    return max(3, (runs.max() ?? 0) + 1)
  }
}

extension SourceLines {
  /// What stands before a fence, with blanks for the list markers, which stand there only once.
  func linePrefix(ofFenceAt start: SourcePosition) -> String {
    let before = self[start.line].prefix(start.column - firstColumn(line: start.line))
    let prefix = String(
      decoding: before.map { $0.isBlank || $0 == UInt8(ascii: ">") ? $0 : UInt8(ascii: " ") }, as: UTF8.self)
    // The mark of a quote takes a space, which must not be one of the content.
    return prefix.hasSuffix(">") ? prefix + " " : prefix
  }
}
