// Pairs by rules over English sentences: no model, the same every time, and silent where it is not sure.
public import DocumentReading

/// Asks about definitions, lists, amounts, times, places, persons, reasons and conditions, sentence by sentence.
///
/// A sentence is asked about only if it can be understood by itself and its clause is read without doubt; most sentences
/// are passed over. The answer is a part of the sentence; ``PairPattern`` says what was asked for.
public struct RulePairWriter: PairWriter {
  /// The most questions about one sentence.
  public var questionsPerSentence = 2
  private let cases: WordCases

  /// - Parameter chunks: of the text that is asked about: where they write a word small it is no name.
  public init(reading chunks: [Chunk]) {
    cases = WordCases(
      chunks.lazy.flatMap { chunk in Self.sentences(of: chunk).map { SentenceWords($0.scalars) } })
  }

  public func pairs(from chunk: Chunk) -> [TrainingRow] {
    var rows: [TrainingRow] = []
    let sentences = Self.sentences(of: chunk)
    for sentence in sentences {
      let words = SentenceWords(sentence.scalars)
      guard words.isProse else { continue }
      var asked = Set<String>()
      var answered = Set<Range<Int>>()
      let drafts = AskedSentence(words, cases).drafts.filter { draft in
        let question = draft.pattern == .cloze ? "Which is missing?" : draft.question
        return Asking.isPlain(question) && Self.isWhole(draft.answer, of: words)
          && asked.insert(draft.question).inserted && answered.insert(draft.answer).inserted
      }
      for draft in drafts.prefix(questionsPerSentence) {
        let answer = Array(sentence.scalars[draft.answer])
        rows.append(row(draft.pattern, draft.question, answer, at: sentence.range, of: chunk))
      }
    }
    if let heading = headingPair(chunk, sentences) { rows.insert(heading, at: 0) }
    return rows
  }

  private func row(
    _ pattern: PairPattern, _ question: String, _ answer: [Unicode.Scalar], at range: Range<Int>, of chunk: Chunk
  ) -> TrainingRow {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: answer)
    let start = chunk.evidence.start
    return TrainingRow(
      .questionAnswer, instruction: question, answer: String(text),
      evidence: Evidence(
        file: chunk.evidence.file, page: chunk.evidence.page, start: start + range.lowerBound,
        end: start + range.upperBound),
      columns: [PairPattern.column: pattern.rawValue])
  }

  /// A heading that is a question is answered by the first sentence below it, or the first two if that one is short.
  private func headingPair(_ chunk: Chunk, _ sentences: [Sentence]) -> TrainingRow? {
    guard let heading = chunk.headings.last, heading.hasSuffix("?"), Asking.isPlain(heading),
      heading.first?.isUppercase == true, let first = sentences.first,
      SentenceWords(first.scalars).isProse, Self.headingLength(chunk) > 0
    else { return nil }
    var end = first.range.upperBound
    if first.scalars.count < 60, sentences.count > 1, SentenceWords(sentences[1].scalars).isProse {
      end = sentences[1].range.upperBound
    }
    let range = first.range.lowerBound..<end
    let scalars = Array(chunk.text.unicodeScalars)
    return row(.heading, heading, Array(scalars[range]), at: range, of: chunk)
  }

  // MARK: Sentences

  struct Sentence {
    /// Scalars of the chunk's text.
    var range: Range<Int>
    var scalars: [Unicode.Scalar]
  }

  static func sentences(of chunk: Chunk) -> [Sentence] {
    let scalars = Array(chunk.text.unicodeScalars)
    let start = headingLength(chunk)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start...])
    return SentenceSplitter.sentences(in: String(text)).compactMap { range in
      withoutHeading(range.lowerBound + start..<range.upperBound + start, of: scalars).map { range in
        Sentence(range: range, scalars: Array(scalars[range]))
      }
    }
  }

  /// Where a text does not say what a heading is, one stands as a short line before the sentence. It is left out where
  /// the sentence plainly begins behind it; where that is in doubt there is no sentence.
  private static func withoutHeading(_ range: Range<Int>, of scalars: [Unicode.Scalar]) -> Range<Int>? {
    guard let lineEnd = range.first(where: { scalars[$0] == "\n" }), lineEnd - range.lowerBound <= 48,
      let next = (lineEnd..<range.upperBound).first(where: { !scalars[$0].properties.isWhitespace }),
      scalars[next].properties.isUppercase
    else { return range }
    let line = SentenceWords(Array(scalars[range.lowerBound..<lineEnd]))
    guard line.words.count <= 6, line.words.last.map({ $0.after.isEmpty }) ?? true else { return range }
    let behind = SentenceWords(Array(scalars[next..<range.upperBound]))
    let openings: Set<String> = ["the", "a", "an", "if", "when", "to", "you", "each", "every", "there", "all"]
    guard let first = behind.words.first, openings.contains(first.lower) else { return nil }
    return withoutHeading(next..<range.upperBound, of: scalars)
  }

  /// A chunk's text without the heading that it begins with.
  static func textBelowHeading(of chunk: Chunk) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: chunk.text.unicodeScalars.dropFirst(headingLength(chunk)))
    return String(text).trimmed
  }

  /// How many scalars at the beginning of a chunk are the heading it stands below; 0 if it does not begin with it.
  private static func headingLength(_ chunk: Chunk) -> Int {
    guard let heading = chunk.headings.last else { return 0 }
    let text = chunk.text.unicodeScalars
    let length = heading.unicodeScalars.count
    guard text.count > length, text.starts(with: heading.unicodeScalars) else { return 0 }
    let behind = text[text.index(text.startIndex, offsetBy: length)]
    return behind == "\n" || behind == "\r" ? length : 0
  }

  /// Whether quotation marks and brackets in an answer are all closed in it.
  private static func isWhole(_ range: Range<Int>, of words: SentenceWords) -> Bool {
    guard !range.isEmpty else { return false }
    let scalars = words.scalars[range]
    func count(_ scalar: Unicode.Scalar) -> Int { scalars.count { $0 == scalar } }
    return count("(") == count(")") && count("“") == count("”") && count("\"") % 2 == 0
      && count("‘") <= count("’")
  }
}
