// Documents cut into pieces of a size: by headings, then paragraphs, then sentences.

/// Cuts documents into chunks.
///
/// A chunk holds whole sentences of one section of one page. It ends where a paragraph does if it is then at least half
/// full, and begins with the last sentences of the one before it, as far as `overlap` allows: what stands at a cut is
/// found from both sides.
public struct Chunker: Sendable {
  /// The most a chunk holds, in Unicode scalars, or in tokens where they are counted. Only a sentence that is longer
  /// itself makes a longer chunk.
  public let size: Int
  /// The most of a chunk's end, in whole sentences, with which the next one begins; in the same unit. It gives way where
  /// the next sentence would not fit.
  public let overlap: Int
  /// The tokens of a text; nil counts characters.
  private let tokenCount: (@Sendable (String) -> Int)?

  public static let defaultSize = 700
  /// Room for a sentence.
  public static let defaultOverlap = 200

  /// - Parameters:
  ///   - size: at least 1
  ///   - overlap: from 0 to less than `size`
  ///   - countingTokens: how many tokens a text has, for sizes in tokens.
  public init(
    size: Int = Chunker.defaultSize, overlap: Int = Chunker.defaultOverlap,
    countingTokens: (@Sendable (String) -> Int)? = nil
  ) {
    precondition(size > 0, "a chunk holds at least 1, not \(size)")
    precondition(overlap >= 0 && overlap < size, "an overlap of \(overlap) does not fit into chunks of \(size)")
    self.size = size
    self.overlap = overlap
    tokenCount = countingTokens
  }

  /// All chunks of a document, in order. Headings count for the pages behind them too.
  public func chunks(of document: SourceDocument) -> [Chunk] {
    var headings = HeadingPath()
    return document.pages.flatMap { chunks(of: $0, file: document.file, below: &headings) }
  }

  /// The chunks of one page.
  public func chunks(of page: DocumentPage, file: String) -> [Chunk] {
    var headings = HeadingPath()
    return chunks(of: page, file: file, below: &headings)
  }

  private func chunks(of page: DocumentPage, file: String, below headings: inout HeadingPath) -> [Chunk] {
    let text = ScalarText(page.text)
    return PageSection.sections(of: page, text: text, below: &headings).flatMap { section -> [Chunk] in
      // Chunks follow each other, so that each begins in the sentences where the one before it did, or behind.
      var rest = section.sentences[...]
      return ranges(of: section.sentences, in: text).map { range in
        rest = rest.drop { $0.range.lowerBound < range.lowerBound }
        return Chunk(
          text: text[range],
          evidence: Evidence(file: file, page: page.number, start: range.lowerBound, end: range.upperBound),
          headings: section.headings,
          sentences: rest.prefix { $0.range.upperBound <= range.upperBound }.map {
            $0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound
          })
      }
    }
  }

  // MARK: Packing

  private func ranges(of sentences: [PageSection.Sentence], in text: ScalarText) -> [Range<Int>] {
    let sizes = tokenCount.map { count in sentences.map { count(text[$0.range]) } }
    let measure = { (part: Range<Int>) -> Int in
      let range = sentences[part.lowerBound].range.lowerBound..<sentences[part.upperBound - 1].range.upperBound
      return tokenCount.map { $0(text[range]) } ?? range.count
    }
    var ranges: [Range<Int>] = []
    var first = 0
    var end = 0
    while end < sentences.count {
      // At least one sentence more than the chunk before it had.
      let required = end + 1
      while first < end, measure(first..<required) > size { first += 1 }
      let full = fill(from: first, required: required, count: sentences.count, sizes: sizes, measure: measure)
      let cut = full == sentences.count ? full : paragraphEnd(first, required, full, sentences, measure)
      ranges.append(sentences[first].range.lowerBound..<sentences[cut - 1].range.upperBound)
      end = cut
      let last = first
      first = cut
      while first - 1 > last, measure(first - 1..<cut) <= overlap { first -= 1 }
    }
    return ranges
  }

  /// Behind the last sentence that fits. Tokens are added up first, which is quick, and counted as one text in the end,
  /// since those of two texts may be more or fewer together.
  private func fill(
    from first: Int, required: Int, count: Int, sizes: [Int]?, measure: (Range<Int>) -> Int
  ) -> Int {
    var end = required
    guard let sizes else {
      while end < count, measure(first..<end + 1) <= size { end += 1 }
      return end
    }
    var sum = sizes[first..<end].reduce(0, +)
    while end < count, sum + sizes[end] <= size {
      sum += sizes[end]
      end += 1
    }
    while end > required, measure(first..<end) > size { end -= 1 }
    return end
  }

  /// The last end of a paragraph that leaves the chunk at least half full; `full` if there is none.
  private func paragraphEnd(
    _ first: Int, _ required: Int, _ full: Int, _ sentences: [PageSection.Sentence], _ measure: (Range<Int>) -> Int
  ) -> Int {
    for cut in stride(from: full, through: required, by: -1)
    where sentences[cut - 1].paragraph != sentences[cut].paragraph {
      return measure(first..<cut) * 2 >= size ? cut : full
    }
    return full
  }
}
