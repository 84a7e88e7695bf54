// A heading and what stands below it on one page: the largest piece that a chunk may hold.

struct PageSection {
  struct Sentence {
    var range: Range<Int>
    /// Sentences of one paragraph have the same.
    var paragraph: Int
  }

  /// From the outermost.
  var headings: [String]
  /// Those of the headings come first.
  var sentences: [Sentence] = []
  /// Whether a heading of this page began it.
  private var beginsWithHeading = false

  private init(headings: [String]) { self.headings = headings }

  /// Longer text above the first heading belongs to what was said on the page before.
  private static let longestRunningTitle = 80

  /// Whether it holds only what is printed at the top of each page.
  private var isRunningTitle: Bool {
    guard !beginsWithHeading, let first = sentences.first, let last = sentences.last else { return false }
    return last.range.upperBound - first.range.lowerBound <= Self.longestRunningTitle
  }

  /// Headings that follow each other begin one section. What stands before the first belongs to the section of the page
  /// before.
  static func sections(of page: DocumentPage, text: ScalarText, below path: inout HeadingPath) -> [PageSection] {
    var sections = [PageSection(headings: path.titles)]
    var hasText = false
    var lastBlock: Int?
    var paragraph = 0
    for (range, block) in SentenceSplitter.sentences(in: text, blocks: page.blocks) {
      if block != lastBlock || block == nil { paragraph += 1 }
      if let block, case .heading(let level) = page.blocks[block].kind {
        if block != lastBlock {
          path.enter(text[range], level: level)
          if hasText, !sections[sections.count - 1].isRunningTitle { sections.append(PageSection(headings: [])) }
          hasText = false
          sections[sections.count - 1].headings = path.titles
          sections[sections.count - 1].beginsWithHeading = true
        }
      } else {
        hasText = true
      }
      lastBlock = block
      sections[sections.count - 1].sentences.append(Sentence(range: range, paragraph: paragraph))
    }
    return sections.filter { !$0.sentences.isEmpty }
  }
}

/// The headings that are open at a place.
struct HeadingPath {
  private var headings: [(level: Int, title: String)] = []

  var titles: [String] { headings.map(\.title) }

  /// Closes the headings of the same and of deeper levels.
  mutating func enter(_ title: String, level: Int) {
    headings.removeAll { $0.level >= level }
    headings.append((level, title.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
  }
}
