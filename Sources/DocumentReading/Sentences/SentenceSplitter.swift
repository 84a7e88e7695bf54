// Where sentences begin and end: citations are to the sentence, so one too short or too long is a wrong citation.

/// Finds sentences by rules: a stop ends one unless it belongs to an abbreviation, an initial, a number or a quotation.
///
/// Made for English; other languages with the same signs are split at them too, German dates and abbreviations, and the
/// stops of Chinese, Japanese, Hindi and Arabic included. What the rules cannot know is left whole: "Meet Dr. Who?".
public enum SentenceSplitter {
  /// A longer one is cut at a line's end, or at a space: a table without stops is nothing that can be cited.
  public static let longestSentence = 1000

  /// The sentences of a page, in order: ranges of its text that do not overlap, begin and end with a visible character,
  /// and leave out nothing but white space. A heading, a row of a table and an item of a list end where their block does.
  public static func sentences(of page: DocumentPage) -> [Range<Int>] {
    sentences(in: ScalarText(page.text), blocks: page.blocks).map(\.range)
  }

  /// The sentences of a text of which no more is known; an empty line ends one.
  public static func sentences(in text: String) -> [Range<Int>] {
    sentences(in: ScalarText(text), blocks: []).map(\.range)
  }

  /// Each with the number of its block; nil for what stands in none.
  static func sentences(in text: ScalarText, blocks: [TextBlock]) -> [(range: Range<Int>, block: Int?)] {
    var sentences: [(range: Range<Int>, block: Int?)] = []
    let scanner = SentenceScanner(text: text)
    var position = 0
    for (number, block) in blocks.enumerated() {
      let range = block.range.clamped(to: position..<max(position, text.count))
      sentences += scanner.sentences(in: position..<range.lowerBound).map { ($0, nil) }
      sentences += Self.sentences(of: block.kind, in: range, scanner).map { ($0, number) }
      position = range.upperBound
    }
    return sentences + scanner.sentences(in: position..<text.count).map { ($0, nil) }
  }

  /// A row longer than this holds a text, and is split as one.
  private static let longestRow = 400

  private static func sentences(
    of kind: TextBlock.Kind, in range: Range<Int>, _ scanner: SentenceScanner
  )
    -> [Range<Int>]
  {
    switch kind {
    case .heading: scanner.whole(range)
    case .tableRow where range.count <= longestRow: scanner.whole(range)
    case .code: scanner.lines(in: range)
    case .paragraph, .listItem, .tableRow: scanner.sentences(in: range)
    }
  }
}
