// Paragraphs, items and headings of a text that has nothing but lines: plain text, and a page of a PDF.
import DocumentReading

/// Finds blocks by empty lines and by what stands at the beginning of lines. Headings are guessed, and rather missed than
/// made up: a line by itself that is numbered, underlined or in capitals, or that stands above a paragraph and is none.
struct LineBlocks {
  static func find(in text: String) -> [TextBlock] {
    var finder = LineBlocks(text: ScalarText(text))
    finder.find()
    return finder.blocks
  }

  private let text: ScalarText
  private var blocks: [TextBlock] = []
  /// The length of the longest line.
  private var fullLine = 0

  private init(text: ScalarText) { self.text = text }

  private mutating func find() {
    let groups = self.groups
    fullLine = groups.joined().map(\.count).max() ?? 0
    for (index, group) in groups.enumerated() {
      let next = index + 1 < groups.count ? groups[index + 1] : nil
      if let heading = heading(group, before: next) { blocks.append(heading) } else { addParts(of: group) }
    }
  }

  /// Lines between empty lines, each without white space at its ends.
  private var groups: [[Range<Int>]] {
    var groups: [[Range<Int>]] = []
    var group: [Range<Int>] = []
    var start = 0
    for index in 0...text.count where index == text.count || text.scalars[index] == "\n" {
      if let line = text.trimmed(start..<index) {
        group.append(line)
      } else if let last = group.last, !isOpen(group, last) {
        groups.append(group)
        group = []
      }
      start = index + 1
    }
    return group.isEmpty ? groups : groups + [group]
  }

  /// Whether an empty line behind it is only the typesetter's.
  private func isOpen(_ group: [Range<Int>], _ last: Range<Int>) -> Bool {
    group.count == 1 && last.count == 1 && ListMarker.bullets.contains(text.scalars[last.lowerBound])
      || text.runsOn(behind: last.upperBound, limit: text.count)
  }

  /// A paragraph, or a list with what stands above it.
  private mutating func addParts(of group: [Range<Int>]) {
    var part: (kind: TextBlock.Kind, range: Range<Int>)?
    for (index, line) in group.enumerated() {
      if let level = runInLevel(index, in: group) {
        if let current = part { blocks.append(TextBlock(current.kind, current.range)) }
        blocks.append(TextBlock(.heading(level: level), line))
        part = nil
        continue
      }
      let isItem = beginsItem(line, after: part)
      if let current = part, !isItem {
        part = (current.kind, current.range.lowerBound..<line.upperBound)
      } else {
        if let current = part { blocks.append(TextBlock(current.kind, current.range)) }
        part = (isItem ? .listItem : .paragraph, line)
      }
    }
    if let part { blocks.append(TextBlock(part.kind, part.range)) }
  }

  private func beginsItem(_ line: Range<Int>, after part: (kind: TextBlock.Kind, range: Range<Int>)?) -> Bool {
    guard let marker = ListMarker(in: text.scalars, at: line.lowerBound, limit: text.count) else { return false }
    guard let part, !marker.isBullet, part.kind != .listItem else { return true }
    // A dash or a number may stand at the beginning of a line by chance.
    return endsSentence(part.range)
  }

  // MARK: Headings

  private static let longestHeading = 80

  private func heading(_ group: [Range<Int>], before next: [Range<Int>]?) -> TextBlock? {
    guard let line = group.first, line.count <= Self.longestHeading else { return nil }
    if group.count == 2, let level = underlineLevel(group[1]), group[1].count * 2 >= line.count {
      return TextBlock(.heading(level: level), line.lowerBound..<group[1].upperBound)
    }
    let scalars = text.scalars[line]
    guard group.count == 1, next != nil, let last = scalars.last, !".,;:".unicodeScalars.contains(last) else {
      return nil
    }
    let letters = scalars.count { $0.isLetter }
    let signs = scalars.count { !$0.isWhiteSpace }
    guard letters >= 3, letters * 2 > signs else { return nil }
    if let depth = numberDepth(scalars) { return TextBlock(.heading(level: depth), line) }
    guard scalars.first?.isUppercaseLetter == true else { return nil }
    if !scalars.contains(where: \.isLowercaseLetter) { return TextBlock(.heading(level: 1), line) }
    return isProse(next) ? TextBlock(.heading(level: 2), line) : nil
  }

  /// The level of a heading without an empty line below it: "2.2 The source files" at the beginning of a paragraph or
  /// behind a sentence, and so "Fares". It ends long before the line is full, and a capital follows.
  private func runInLevel(_ index: Int, in group: [Range<Int>]) -> Int? {
    guard index + 1 < group.count, group[index].count <= Self.longestHeading else { return nil }
    let (line, next) = (text.scalars[group[index]], text.scalars[group[index + 1]])
    guard let last = line.last, last.isLetter || last.isDigit || last == ")" || last == "?",
      next.first?.isUppercaseLetter == true
    else { return nil }
    let nextWord = next.prefix { !$0.isWhiteSpace }.count
    guard (line.count + 1 + nextWord) * 10 <= fullLine * 8 else { return nil }
    guard index == 0 || endsSentence(group[index - 1]) else { return nil }
    if let depth = numberDepth(line) { return depth }
    let isWord = line.first?.isUppercaseLetter == true && line.count { $0.isLetter } >= 3
    return isWord && (next.count * 10 >= fullLine * 7 || endsSentence(group[index + 1])) ? 2 : nil
  }

  private func endsSentence(_ line: Range<Int>) -> Bool {
    ".:;!?".unicodeScalars.contains(text.scalars[line.upperBound - 1])
  }

  /// `====` below a line is a heading of the first level, `----` of the second.
  private func underlineLevel(_ line: Range<Int>) -> Int? {
    let scalars = text.scalars[line]
    guard line.count >= 3, let sign = scalars.first, scalars.allSatisfy({ $0 == sign }) else { return nil }
    return sign == "=" ? 1 : sign == "-" ? 2 : nil
  }

  /// Of "3.2 Fares" 2; nil without a number, or if no capital follows it.
  private func numberDepth(_ line: ArraySlice<Unicode.Scalar>) -> Int? {
    let number = line.prefix { $0.isDigit || $0 == "." }
    guard number.first?.isDigit == true, number.count <= 8 else { return nil }
    let title = line[number.endIndex...].drop { $0.isWhiteSpace }
    guard title.startIndex > number.endIndex, title.first?.isUppercaseLetter == true else { return nil }
    return number.split(separator: ".").count
  }

  /// Whether lines are a paragraph of sentences rather than cells of a table.
  private func isProse(_ group: [Range<Int>]?) -> Bool {
    guard let group, let first = group.first, let last = group.last else { return false }
    let scalars = text.scalars[first.lowerBound..<last.upperBound]
    let spaces = scalars.count { $0.isWhiteSpace }
    return scalars.count >= 60 && scalars.count { $0.isLowercaseLetter } * 2 > scalars.count && spaces >= 8
  }
}
