// How short a summary is, how much of the reference it says, and whether the text bears it out.
public import Evaluation
internal import Retrieval

public struct SummaryEvaluation: Sendable {
  public struct Outcome: Sendable {
    public let text, summary, reference: String

    public init(text: String, summary: String, reference: String) {
      (self.text, self.summary, self.reference) = (text, summary, reference)
    }
  }
  public let outcomes: [Outcome]

  public init(_ outcomes: [Outcome]) { self.outcomes = outcomes }

  /// Words of the summary for each word of the text.
  public var compression: Estimate {
    mean { outcome in
      Double(outcome.summary.split(whereSeparator: \.isWhitespace).count)
        / Double(max(1, outcome.text.split(whereSeparator: \.isWhitespace).count))
    }
  }

  /// The score against the references, by a metric's name: `rouge1`, `rouge2`, `rougeL`. Throws ``UnknownMetric``.
  public func score(_ metric: String) throws -> Estimate {
    try TextMetrics.named(metric).measured(outcomes.map { ($0.summary, [$0.reference]) }).estimate
  }

  /// The share of words of a summary's worst clause that stand in one paragraph of the text, 0 to 1.
  public var groundedness: Estimate {
    mean { Groundedness(of: $0.summary, in: $0.text.paragraphs).weakest?.share ?? 0 }
  }

  /// The share of summaries of which every clause is borne out in full.
  public var grounded: Estimate {
    Estimate(
      share: outcomes.count { Groundedness(of: $0.summary, in: $0.text.paragraphs).weakest?.share == 1 },
      of: outcomes.count)
  }

  private func mean(_ value: (Outcome) -> Double) -> Estimate { Bootstrap.mean(of: outcomes.map(value)) }
}

extension String {
  /// What stands between empty lines.
  var paragraphs: [String] {
    split(separator: "\n\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }
}
