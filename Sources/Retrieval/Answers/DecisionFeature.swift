// Whether the documents hold an answer at all: what speaks for the best sentence, and what against.
internal import Foundation

/// What the decision to answer looks at, each about between 0 and 1; a reader's word from −4 to 4.
public enum DecisionFeature: String, CaseIterable, Codable, Sendable {
  /// What of the question's weight the sentence, its headings and the sentence before it hold.
  case covered
  /// Names and numbers of the question that stand nowhere near the sentence.
  case missingNames
  /// What is asked for, an amount, a date, a name, is not in the sentence.
  case lacksKind
  /// A telephone number, an address or a year is asked for, which nothing else can stand for, and is not there.
  case lacksExactKind
  /// How far the best sentence is before the best one of another page, by their scores: 1 for far.
  case margin
  /// The cosine of the sentence's vector and the question's.
  case similarity
  /// How far it stands out among the sentences found, see ``SentenceFeature/similarityStanding``.
  case similarityStanding
  /// How many words of the question tell something, by six, at most 1: half of a long question says more than half of a
  /// short one.
  case length
  /// How well the best of the sentences that would be cited answers, by a reader, see ``SentenceFeature/reading``.
  case reading

  /// Whether more of it speaks for an answer (+1) or against it (−1); fitting keeps to it, since few questions teach it.
  var sign: Double {
    switch self {
    case .covered, .margin, .similarity, .similarityStanding, .length, .reading: 1
    case .missingNames, .lacksKind, .lacksExactKind: -1
    }
  }

  /// What the decision goes by. Beside a reader's word, what only hints at an answer is left out: few questions are there
  /// to weigh it with, and in cross-validation it does harm.
  static func used(withReader: Bool) -> [DecisionFeature] {
    withReader ? [.covered, .missingNames, .lacksExactKind, .reading] : allCases.filter { $0 != .reading }
  }

  /// - Parameter ranked: the best first.
  static func values(of ranked: [RankedSentence], _ question: AskedQuestion) -> [DecisionFeature: Double] {
    guard let best = ranked.first else { return [:] }
    let other = ranked.first { !$0.sentence.isOnPage(of: best.sentence) }
    let lacksKind = !question.kind.demanded.isEmpty && best.values[.holdsKind] == 0 ? 1.0 : 0
    return [
      .covered: question.coverage(of: best.sentence.heldInContext, among: question.terms),
      .missingNames: 1 - (best.values[.names] ?? 1),
      .lacksKind: lacksKind,
      .lacksExactKind: question.kind.isExact ? lacksKind : 0,
      .margin: other.map { tanh((best.score - $0.score) / 2) } ?? 1,
      .similarity: best.values[.similarity] ?? 0,
      .similarityStanding: best.values[.similarityStanding] ?? 0,
      .length: min(1, Double(question.terms.count) / 6),
      .reading: ranked.worthCiting().compactMap { $0.values[.reading] }.max() ?? 0,
    ]
  }
}

/// 1 / (1 + e^−x)
func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

extension CandidateSentence {
  func isOnPage(of other: CandidateSentence) -> Bool {
    evidence.file == other.evidence.file && evidence.page == other.evidence.page
  }
}
