// The picture of the cuts: a page's text with a rule at its left for each chunk, from its first line to its last.

/// Draws where chunks begin, where they end, and where they overlap, as lines of text.
///
///     ┌ chunk 1, characters 0 to 61: Handbook > Fares
///     │ A single costs four crowns.
///     │┌ chunk 2, characters 29 to 95: Handbook > Fares
///     ││ Dogs travel free.
///     └│
///      │ Bicycles cost a crown.
///      └
///
/// The text is broken where a chunk begins or ends, so that each line belongs to the same chunks from end to end.
public struct CutPicture {
  private let text: ScalarText
  private let blocks: [TextBlock]
  private let chunks: [DrawnChunk]
  private let laneCount: Int

  private struct DrawnChunk {
    var number: Int
    var range: Range<Int>
    var headings: [String]
    /// The column of its rule.
    var lane: Int
  }

  /// - Parameter chunks: of the page's document; those of other pages are left out, and counted.
  public init(of page: DocumentPage, chunks: [Chunk]) {
    text = ScalarText(page.text)
    let count = text.count
    blocks = page.blocks.filter { $0.range.lowerBound >= 0 && $0.range.upperBound <= count }
    var drawn: [DrawnChunk] = []
    var laneEnds: [Int] = []
    let numbered = chunks.enumerated().filter { $0.element.evidence.page == page.number }
    for (index, chunk) in numbered.sorted(by: { $0.element.evidence.start < $1.element.evidence.start }) {
      let range = chunk.evidence.range.clamped(to: 0..<count)
      if range.isEmpty { continue }
      let lane = laneEnds.firstIndex { $0 <= range.lowerBound } ?? laneEnds.count
      if lane == laneEnds.count { laneEnds.append(0) }
      laneEnds[lane] = range.upperBound
      drawn.append(DrawnChunk(number: index + 1, range: range, headings: chunk.headings, lane: lane))
    }
    self.chunks = drawn
    laneCount = max(laneEnds.count, 1)
  }

  /// - Parameters:
  ///   - width: the most columns of a line
  ///   - ascii: draws the rules with `+` and `|`; what the text holds stays as it is.
  ///   - drawn: a stretch of the text as it can be shown; as it is if left out.
  ///   - columns: how wide a text is; its number of characters if left out.
  public func lines(
    width: Int = 80, ascii: Bool = false, drawn: (String) -> String = { $0 },
    columns: (String) -> Int = { $0.count }
  ) -> [String] {
    let (begin, rule, end) = ascii ? ("+", "|", "+") : ("┌", "│", "└")
    let room = max(width - laneCount - 1, 10)
    var flowing = blocks.filter { isFilled($0, room: room) }.map(\.range)[...]
    var coming = chunks[...]
    var open: [DrawnChunk] = []
    var lines: [String] = []
    let cuts = Set([0, text.count] + chunks.flatMap { [$0.range.lowerBound, $0.range.upperBound] }).sorted()
    for (start, next) in zip(cuts, cuts.dropFirst() + [text.count]) {
      for chunk in open where chunk.range.upperBound == start {
        open.removeAll { $0.number == chunk.number }
        lines.append(lanes(open, rule, mark: (chunk.lane, end)).trimmedAtEnd)
      }
      while let chunk = coming.first, chunk.range.lowerBound == start {
        let title = lanes(open, rule, mark: (chunk.lane, begin)) + " " + drawn(Self.title(of: chunk))
        lines.append(TextWrapping.truncated(title, to: width, columns: columns))
        open.append(coming.removeFirst())
      }
      let prefix = lanes(open, rule)
      for line in paragraphLines(start..<next, flowing: &flowing) {
        for part in TextWrapping.wrapped(drawn(line), to: room, columns: columns) {
          lines.append((prefix + " " + part).trimmedAtEnd)
        }
      }
    }
    return lines
  }

  private func lanes(_ open: [DrawnChunk], _ rule: String, mark: (lane: Int, sign: String)? = nil) -> String {
    var lanes = Array(repeating: " ", count: laneCount)
    for chunk in open { lanes[chunk.lane] = rule }
    if let mark { lanes[mark.lane] = mark.sign }
    return lanes.joined()
  }

  private static func title(of chunk: DrawnChunk) -> String {
    let path = chunk.headings.isEmpty ? "" : ": " + chunk.headings.joined(separator: " > ")
    return "chunk \(chunk.number), characters \(chunk.range.lowerBound) to \(chunk.range.upperBound)\(path)"
  }

  /// A stretch's lines; empty lines at its ends are left out, several in a row are one.
  ///
  /// - Parameter flowing: blocks whose line breaks are spaces; those that end before the stretch are dropped.
  private func paragraphLines(_ stretch: Range<Int>, flowing: inout ArraySlice<Range<Int>>) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    func endLine() {
      let isEmpty = line.allSatisfy(\.isWhiteSpace)
      if !isEmpty || lines.last?.isEmpty == false { lines.append(isEmpty ? "" : String(line)) }
      line = String.UnicodeScalarView()
    }
    for index in stretch {
      while let block = flowing.first, block.upperBound <= index { flowing.removeFirst() }
      switch text.scalars[index] {
      case "\n" where flowing.first?.contains(index) == true: line.append(" ")
      case "\n": endLine()
      default: line.append(text.scalars[index])
      }
    }
    endLine()
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Whether a paragraph's lines are mostly full and some longer than there is room, so that its line breaks are not worth
  /// keeping.
  private func isFilled(_ block: TextBlock, room: Int) -> Bool {
    guard block.kind == .paragraph || block.kind == .listItem else { return false }
    let lengths = text.scalars[block.range].split(separator: "\n").map(\.count)
    return lengths.contains { $0 > room } && lengths.reduce(0, +) * 10 >= lengths.count * room * 6
  }
}

extension String {
  fileprivate var trimmedAtEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
