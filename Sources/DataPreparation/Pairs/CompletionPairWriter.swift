// Pairs by a language model, kept only where the text says the same.
public import DocumentReading

/// Lets a language model go on with a piece of text and the beginning of a question, and keeps what it asks if the answer
/// stands in the piece and the question is about the sentence where it stands.
///
/// ```swift
/// let writer = CompletionPairWriter { prompt, attempt in
///   let ids = try model.generate(from: tokenizer.encode(prompt), count: 60)
///   return try tokenizer.decode(ids)
/// }
/// ```
/// Left to itself a small model asks about whatever it knows; a beginning makes it look for something in the text. It
/// makes things up all the same, and the two conditions are what keeps that out of the rows.
public struct CompletionPairWriter: PairWriter {
  /// How questions begin; the model is asked once for each.
  public var openings: [String]
  /// Goes on with a text; the second argument, from 0, is the place of the opening.
  private let complete: (_ prompt: String, _ attempt: Int) throws -> String

  public static let defaultOpenings = ["What does", "How much", "How long", "How many", "When", "Where", "Who"]

  public init(
    openings: [String] = CompletionPairWriter.defaultOpenings,
    completing complete: @escaping (_ prompt: String, _ attempt: Int) throws -> String
  ) {
    self.openings = openings
    self.complete = complete
  }

  public func pairs(from chunk: Chunk) throws -> [TrainingRow] {
    var rows: [TrainingRow] = []
    for (attempt, opening) in openings.enumerated() {
      let text = try complete("\(chunk.text.trimmed)\n\nQuestion: \(opening)", attempt)
      guard let row = Self.row(from: opening + text, chunk),
        !rows.contains(where: { $0.instruction == row.instruction })
      else { continue }
      rows.append(row)
    }
    return rows
  }

  /// The pair that a model wrote; nil if it is none, or if the text does not say so.
  static func row(from text: String, _ chunk: Chunk) -> TrainingRow? {
    let lines = text.split(separator: "\n").map(\.trimmed)
    guard let question = lines.first, question.last == "?", Asking.isPlain(question),
      let line = lines.dropFirst().first, line.hasPrefix("Answer:")
    else { return nil }
    var answer = line.dropFirst("Answer:".count).trimmed
    if answer.last == "." { answer.removeLast() }
    let asked = ContentWords.of(question)
    // Where the answer stands more than once, the sentence that the question is about.
    let places = RulePairWriter.sentences(of: chunk).compactMap {
      sentence -> (RulePairWriter.Sentence, Range<Int>, Double)? in
      guard let place = place(of: Array(answer.unicodeScalars), in: sentence.scalars) else { return nil }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: sentence.scalars)
      return (sentence, place, ContentWords.share(of: asked, in: ContentWords.of(String(view))))
    }
    guard let (sentence, place, share) = places.max(by: { $0.2 < $1.2 }), share >= 0.5 else { return nil }
    var found = String.UnicodeScalarView()
    found.append(contentsOf: sentence.scalars[place])
    let start = chunk.evidence.start
    return TrainingRow(
      .questionAnswer, instruction: question, answer: String(found),
      evidence: Evidence(
        file: chunk.evidence.file, page: chunk.evidence.page, start: start + sentence.range.lowerBound,
        end: start + sentence.range.upperBound))
  }

  /// Whole words, whatever their case.
  private static func place(of answer: [Unicode.Scalar], in text: [Unicode.Scalar]) -> Range<Int>? {
    guard !answer.isEmpty, answer.count <= text.count else { return nil }
    let wanted = answer.map(\.properties.lowercaseMapping)
    let words = text.map(\.properties.lowercaseMapping)
    func isOfWord(_ place: Int) -> Bool {
      text.indices.contains(place) && (text[place].properties.isAlphabetic || ("0"..."9").contains(text[place]))
    }
    return (0...text.count - answer.count).lazy.map { $0..<$0 + answer.count }
      .first { Array(words[$0]) == wanted && !isOfWord($0.lowerBound - 1) && !isOfWord($0.upperBound) }
  }
}
