// How good answering is on questions whose answers are known.
import DocumentReading
internal import Foundation

/// So many of so many, and between what the true share lies.
public struct Proportion: Codable, Equatable, Sendable {
  public let count: Int
  public let total: Int

  public init(_ count: Int, of total: Int) { (self.count, self.total) = (count, total) }

  public var share: Double { total > 0 ? Double(count) / Double(total) : 0 }

  /// Wilson's interval (1927), which holds the true share in 95 of 100 cases; 0…1 if nothing was counted.
  public var interval: ClosedRange<Double> {
    guard total > 0 else { return 0...1 }
    let (n, z) = (Double(total), 1.959964)
    let middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    return max(0, middle - half)...min(1, middle + half)
  }
}

/// What was asked, what was answered, and whether it was right.
public struct AnswerEvaluation: Sendable {
  public struct Outcome: Sendable {
    public let known: KnownQuestion
    public let answer: DocumentAnswer
    /// The place of the first page with an answer, from 1, by each way to search; nil if it is not among the first ten.
    public let pagePlaces: [SearchRequest.Method: Int]
    /// The place of the first sentence that answers among those that were looked at; nil if none does.
    public let sentencePlace: Int?
    /// The same of its page.
    public let rankedPagePlace: Int?
    /// What the decision to answer looked at.
    public let decision: [DecisionFeature: Double]

    /// A sentence that answers is cited, to the letter.
    public var isCited: Bool { answer.citations.contains(where: known.isAnswered) }
    /// All of those that answer together are.
    public var isWhollyCited: Bool {
      known.evidence.allSatisfy { place in answer.citations.contains(where: place.isCited) }
    }
    public var isRight: Bool { known.isUnanswerable ? !answer.isAnswered : isCited }
  }
  public let outcomes: [Outcome]

  public init(_ outcomes: [Outcome]) { self.outcomes = outcomes }

  /// Of the questions of one half only.
  public func half(forFitting: Bool) -> AnswerEvaluation {
    AnswerEvaluation(outcomes.filter { $0.known.isForFitting == forFitting })
  }

  private var answerable: [Outcome] { outcomes.filter { !$0.known.isUnanswerable } }
  private var unanswerable: [Outcome] { outcomes.filter(\.known.isUnanswerable) }

  /// A page with an answer is among the first three.
  public func pageInFirstThree(by method: SearchRequest.Method) -> Proportion {
    Proportion(answerable.count { ($0.pagePlaces[method] ?? .max) <= 3 }, of: answerable.count)
  }
  /// The same by the page's best sentence.
  public var pageInFirstThreeRanked: Proportion {
    Proportion(answerable.count { ($0.rankedPagePlace ?? .max) <= 3 }, of: answerable.count)
  }
  /// Whether any question was searched for so.
  public func wasSearched(by method: SearchRequest.Method) -> Bool {
    answerable.contains { $0.pagePlaces[method] != nil }
  }
  public var cited: Proportion { Proportion(answerable.count(where: \.isCited), of: answerable.count) }
  public var whollyCited: Proportion { Proportion(answerable.count(where: \.isWhollyCited), of: answerable.count) }
  public var citedFirst: Proportion {
    Proportion(
      answerable.count { outcome in outcome.answer.citations.first.map(outcome.known.isAnswered) ?? false },
      of: answerable.count)
  }
  public var refused: Proportion { Proportion(unanswerable.count { !$0.answer.isAnswered }, of: unanswerable.count) }
  /// Questions that could have been answered and were refused.
  public var missed: Proportion { Proportion(answerable.count { !$0.answer.isAnswered }, of: answerable.count) }
  public var reachable: Proportion { Proportion(answerable.count { $0.sentencePlace != nil }, of: answerable.count) }
}

extension DocumentDatabase {
  /// Asks all questions.
  public func evaluate(
    _ questions: [KnownQuestion], _ request: AnswerRequest = AnswerRequest(), embedder: (any TextEmbedder)? = nil,
    progress: (_ done: Int) -> Void = { _ in }
  ) throws -> AnswerEvaluation {
    let embedder = embedder.map(RememberingEmbedder.init)
    var outcomes: [AnswerEvaluation.Outcome] = []
    for known in questions {
      var places: [SearchRequest.Method: Int] = [:]
      for method in SearchRequest.Method.allCases where embedder != nil || method == .words {
        places[method] = try pagePlace(of: known, method, embedder)
      }
      let finding = try finding(known.question, request, embedder: embedder)
      outcomes.append(
        AnswerEvaluation.Outcome(
          known: known, answer: finding.answer(to: known.question), pagePlaces: places,
          sentencePlace: finding.ranked.firstIndex { known.isAnswered(by: $0.sentence.citation) }.map { $0 + 1 },
          rankedPagePlace: Self.place(of: known, among: finding.ranked.map(\.sentence.evidence)),
          decision: finding.decision))
      progress(outcomes.count)
    }
    return AnswerEvaluation(outcomes)
  }

  private func pagePlace(
    of known: KnownQuestion, _ method: SearchRequest.Method, _ embedder: (any TextEmbedder)?
  ) throws -> Int? {
    var request = SearchRequest()
    request.method = method
    request.count = 30
    return Self.place(
      of: known, among: try search(known.question, request, embedder: embedder).map(\.chunk.evidence))
  }

  /// Of the first page with an answer, each page counted once; nil beyond the tenth.
  private static func place(of known: KnownQuestion, among found: [Evidence]) -> Int? {
    var pages: [Evidence] = []
    for evidence in found {
      let page = Evidence(file: evidence.file, page: evidence.page, start: 0, end: 0)
      if !pages.contains(page) { pages.append(page) }
      if pages.count > 10 { break }
    }
    return pages.prefix(10).firstIndex(where: known.isOnPage).map { $0 + 1 }
  }
}
