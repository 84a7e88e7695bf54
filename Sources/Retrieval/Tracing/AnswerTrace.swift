// Why an answer is the answer: back from it to the sentence, the chunk, the page, and what was trained on it.
import DataPreparation
import DocumentReading
internal import Foundation

/// The way from a question to its answer, backwards.
public struct AnswerTrace: Sendable {
  /// What a word of the question weighed.
  public struct Word: Equatable, Sendable {
    public let word: String
    public let weight: Double
    /// Words of the documents that were taken for it too.
    public let synonyms: [String]
    public let isKnown: Bool
  }
  /// What spoke for a sentence: the value, its weight, and what both give.
  public struct Reason: Equatable, Sendable {
    public let feature: SentenceFeature
    public let value: Double
    public let weight: Double
    public var worth: Double { value * weight }
  }
  /// A cited sentence, or the best one of an answer that was not given.
  public struct Step: Sendable {
    public let citation: DocumentAnswer.Citation
    /// Its place among the sentences that were looked at, from 1.
    public let place: Int
    public let score: Double
    /// The largest first, by what they are worth for or against.
    public let reasons: [Reason]
    /// The chunk it was found in, with its places by words and by vectors.
    public let hit: SearchHit
    /// The page's lines round the sentence, and where the sentence stands in them, in scalars. From the file if it is
    /// still there and unchanged, else from the chunk.
    public let lines: String
    public let highlighted: Range<Int>
    public let isFromFile: Bool
    /// Rows of training data made of these characters.
    public let rows: [TrainingRow]
  }
  public let answer: DocumentAnswer
  public let kind: AnswerKind
  public let words: [Word]
  /// What the decision to answer looked at, with weights.
  public let decision: [(feature: DecisionFeature, value: Double, weight: Double)]
  public let threshold: Double
  /// How many sentences were looked at.
  public let sentencesRead: Int
  public let steps: [Step]
  /// The recipe that the training rows came through; empty without rows.
  public let recipe: [PreparedRows.Step]
}

extension DocumentDatabase {
  /// Asks a question, and keeps what led to the answer.
  ///
  /// - Parameter rows: what `data prepare` has made of the documents; sentences are matched with it by evidence.
  public func trace(
    _ question: String, _ request: AnswerRequest = AnswerRequest(), embedder: (any TextEmbedder)? = nil,
    rows: PreparedRows? = nil
  ) throws -> AnswerTrace {
    let found = try finding(question, request, embedder: embedder)
    let weights = request.weights(for: embedder)
    let shown = found.cited.isEmpty ? Array(found.ranked.prefix(1)) : found.cited
    let stored = try documents()
    let places = Dictionary(
      found.ranked.enumerated().map { ($1.sentence.evidence, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    return AnswerTrace(
      answer: found.answer(to: question), kind: found.question.kind,
      words: found.question.terms.map { term in
        AnswerTrace.Word(
          word: found.question.written(term), weight: term.weight, synonyms: term.synonyms, isKnown: term.isKnown)
      },
      decision: DecisionFeature.allCases.map { ($0, found.decision[$0] ?? 0, weights.decision[$0] ?? 0) },
      threshold: weights.threshold, sentencesRead: found.ranked.count,
      steps: shown.map { ranked in
        let evidence = ranked.sentence.evidence
        let page = Self.page(of: evidence, stored)
        let lines = Self.lines(round: evidence, page: page, chunk: ranked.sentence.hit.chunk)
        return AnswerTrace.Step(
          citation: ranked.sentence.citation, place: places[evidence] ?? 1, score: ranked.score,
          reasons: SentenceFeature.allCases.map {
            AnswerTrace.Reason(feature: $0, value: ranked.values[$0] ?? 0, weight: weights.sentence[$0] ?? 0)
          }.filter { $0.worth != 0 }.sorted { abs($0.worth) > abs($1.worth) },
          hit: ranked.sentence.hit, lines: lines.text, highlighted: lines.range, isFromFile: page != nil,
          rows: rows?.rows(at: evidence) ?? [])
      }, recipe: rows?.steps ?? [])
  }

  /// The page's text, if the file still holds what was added.
  private static func page(of evidence: Evidence, _ documents: [StoredDocument]) -> String? {
    guard let stored = documents.first(where: { $0.file == evidence.file }),
      let document = try? DocumentReader.read(stored.path), document.sha256 == stored.sha256
    else { return nil }
    return document.page(evidence.page)?.text
  }

  private static let linesAround = 2

  private static func lines(round evidence: Evidence, page: String?, chunk: Chunk) -> (text: String, range: Range<Int>)
  {
    let text = ScalarText(page ?? chunk.text)
    let shift = page == nil ? chunk.evidence.start : 0
    let range = (evidence.start - shift..<evidence.end - shift).clamped(to: 0..<text.count)
    var (start, end) = (range.lowerBound, range.upperBound)
    for _ in 0...linesAround {
      start = text.scalars[..<max(0, start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0
      end = end < text.count ? text.scalars[(end + 1)...].firstIndex(of: "\n") ?? text.count : text.count
    }
    return (text[start..<end], range.lowerBound - start..<range.upperBound - start)
  }
}
