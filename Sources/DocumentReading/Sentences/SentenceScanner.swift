// Goes through a text once and asks at each stop whether a sentence ends there.

struct SentenceScanner {
  let text: ScalarText
  private var scalars: [Unicode.Scalar] { text.scalars }

  init(text: ScalarText) { self.text = text }

  /// A stretch that is one sentence whatever it holds.
  func whole(_ range: Range<Int>) -> [Range<Int>] { text.trimmed(range).map(shortened) ?? [] }

  /// One for each line that shows something.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where scalars[index] == "\n" {
      lines += whole(start..<index)
      start = index + 1
    }
    return lines + whole(start..<range.upperBound)
  }

  func sentences(in range: Range<Int>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      let end: Int?
      if scalars[index] == "\n" {
        end = endsAtLineBreak(index, start: start, limit: range.upperBound) ? index : nil
        index += 1
      } else if scalars[index].isStop {
        let behind = behindStops(index, limit: range.upperBound)
        end = endsAtStop(index, behind: behind, start: start, limit: range.upperBound) ? behind : nil
        index = behind
      } else {
        end = nil
        index += 1
      }
      if let end {
        sentences += whole(start..<end)
        start = end
      }
    }
    return sentences + whole(start..<range.upperBound)
  }

  // MARK: Lines

  /// An empty line ends a sentence, and so does an item of a list on the next line; other line breaks are where a
  /// typesetter found the line full.
  private func endsAtLineBreak(_ index: Int, start: Int, limit: Int) -> Bool {
    guard let first = scalars[start..<index].firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars[start..<index].lastIndex(where: { !$0.isWhiteSpace })
    else { return true }
    // A bullet whose text the typesetter has set apart.
    if first == last, ListMarker.bullets.contains(scalars[first]) { return false }
    var next = index + 1
    while next < limit, scalars[next] == " " || scalars[next] == "\t" || scalars[next] == "\r" { next += 1 }
    guard next < limit else { return true }
    if scalars[next] == "\n" || scalars[next] == "\u{C}" { return !text.runsOn(behind: last + 1, limit: limit) }
    if endsInLeaders(first...last) { return true }
    // The number of the page, below its last line.
    if limit - next <= 4, scalars[next..<limit].allSatisfy({ $0.isDigit || $0.isWhiteSpace }) { return true }
    guard let marker = ListMarker(in: scalars, at: next, limit: limit) else { return false }
    // A dash or a number may stand at the beginning of a line by chance.
    return marker.isBullet || ListMarker(in: scalars, at: first, limit: limit) != nil
      || ".:;!?".unicodeScalars.contains(scalars[last])
  }

  /// Whether it is a line of a table of contents: "Fares . . . . . 12".
  private func endsInLeaders(_ line: ClosedRange<Int>) -> Bool {
    var position = line.upperBound
    while position > line.lowerBound, scalars[position].isDigit || scalars[position].isLetter { position -= 1 }
    var dots = 0
    while position >= line.lowerBound, scalars[position] == "." || scalars[position] == " " {
      dots += scalars[position] == "." ? 1 : 0
      position -= 1
    }
    return dots >= 3
  }

  // MARK: Stops

  /// Behind all stops in a row, and behind the quotation marks and brackets that close after them.
  private func behindStops(_ index: Int, limit: Int) -> Int {
    var behind = index
    while behind < limit, scalars[behind].isStop { behind += 1 }
    while behind < limit, scalars[behind].isClosing { behind += 1 }
    return behind
  }

  private func endsAtStop(_ index: Int, behind: Int, start: Int, limit: Int) -> Bool {
    var next = behind
    while next < limit, scalars[next].isWhiteSpace { next += 1 }
    guard next < limit else { return true }
    if scalars[index].isStopWithoutSpace { return true }
    // The dots between a title and its page.
    if scalars[next] == "." || index > start && scalars[index - 1].isWhiteSpace { return false }
    // 8.30, example.org, version 2.1
    guard next > behind else { return false }
    let bracket = scalars[next] == "(" || scalars[next] == "["
    while next < limit, scalars[next].isOpening { next += 1 }
    guard next < limit else { return true }
    if scalars[next].isLowercaseLetter { return bracket && !isAbbreviation(endingAt: index, next: next, start, limit) }
    let isPeriod = scalars[index] == "." && (index + 1 == limit || !scalars[index + 1].isStop)
    return !isPeriod || !isAbbreviation(endingAt: index, next: next, start, limit)
  }

  /// Whether the period belongs to the word before it.
  private func isAbbreviation(endingAt period: Int, next: Int, _ start: Int, _ limit: Int) -> Bool {
    guard scalars[period] == "." else { return false }
    var first = period
    while first > start, scalars[first - 1].isOfWord || scalars[first - 1] == "." { first -= 1 }
    guard first < period else { return false }
    let isFirst = !scalars[start..<first].contains { !$0.isWhiteSpace && !$0.isOpening }
    let word = Abbreviation(text[first..<period], isFirst: isFirst)
    return word.keepsPeriod(before: nextWord(next, limit), isDigit: scalars[next].isDigit)
  }

  private func nextWord(_ index: Int, _ limit: Int) -> String {
    var end = index
    while end < limit, end - index < 24, scalars[end].isOfWord { end += 1 }
    return text[index..<end]
  }

  // MARK: Length

  /// Cut at its lines' ends, or at spaces, until no part is longer than is allowed.
  private func shortened(_ range: Range<Int>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var rest = range
    while rest.count > SentenceSplitter.longestSentence {
      let piece = rest.prefix(SentenceSplitter.longestSentence)
      let half = piece.suffix(SentenceSplitter.longestSentence / 2)
      let cut =
        half.last { scalars[$0] == "\n" } ?? half.last { scalars[$0].isWhiteSpace } ?? piece.upperBound
      if let part = text.trimmed(rest.lowerBound..<cut) { parts.append(part) }
      guard let remaining = text.trimmed(cut..<rest.upperBound) else { return parts }
      rest = remaining
    }
    return parts + [rest]
  }
}

extension Unicode.Scalar {
  fileprivate var isStop: Bool {
    switch self {
    case ".", "!", "?", "…": true
    default: value > 0x7F && isStopWithoutSpace
    }
  }

  /// Of scripts that write the next sentence right behind it, or use it for nothing else.
  fileprivate var isStopWithoutSpace: Bool {
    switch self {
    case "。", "！", "？", "｡", "।", "॥", "؟", "۔": true
    default: false
    }
  }

  fileprivate var isClosing: Bool {
    switch self {
    case "\"", "'", "”", "’", "»", "›", ")", "]", "」", "』", "）", "“": true
    default: false
    }
  }

  fileprivate var isOpening: Bool {
    switch self {
    case "\"", "'", "“", "‘", "„", "‚", "«", "‹", "(", "[", "¿", "¡", "*", "_": true
    default: false
    }
  }

  fileprivate var isOfWord: Bool { isLetter || isDigit || self == "-" }
}
