// What may say which of two answers is better.
public import TextModels

/// Two answers to one prompt, without the names of their models.
public struct AnswerPair: Equatable, Sendable {
  public var prompt: String
  public var first: String
  public var second: String
  /// What would be right, for judges that need it.
  public var references: [String]

  public init(prompt: String, first: String, second: String, references: [String] = []) {
    self.prompt = prompt
    self.first = first
    self.second = second
    self.references = references
  }
}

/// A judge of answers.
public protocol AnswerJudge {
  /// As it signs its votes.
  var name: String { get }

  /// Which answer is better: `a` the first. Throws what asking a model throws; nil if the judge has no opinion.
  func verdict(on pair: AnswerPair) throws -> ArenaVote.Winner?
}

extension AnswerJudge {
  /// Judges the answers of two models to a prompt in both orders.
  ///
  /// - Parameters:
  ///   - one, other: name and answer of each model.
  /// - Returns: a vote for each order; fewer where the judge has no opinion.
  public func votes(
    prompt: String, _ one: (model: String, answer: String), _ other: (model: String, answer: String),
    references: [String] = []
  ) throws -> [ArenaVote] {
    try [(one, other), (other, one)].compactMap { first, second in
      let pair = AnswerPair(prompt: prompt, first: first.answer, second: second.answer, references: references)
      return try verdict(on: pair).map {
        ArenaVote(a: first.model, b: second.model, winner: $0, judge: name, prompt: prompt)
      }
    }
  }
}

/// Judges by a metric against what would be right; equal scores are a tie.
public struct MetricJudge: AnswerJudge {
  public let metric: any TextMetric

  public init(_ metric: any TextMetric) { self.metric = metric }

  public var name: String { metric.name }

  public func verdict(on pair: AnswerPair) -> ArenaVote.Winner? {
    guard !pair.references.isEmpty else { return nil }
    let sign: Double = metric.isLowerBetter ? -1 : 1
    let first = sign * metric.score(pair.first, pair.references)
    let second = sign * metric.score(pair.second, pair.references)
    return first == second ? .tie : first > second ? .a : .b
  }
}

/// Judges by how likely a language model finds each answer after the prompt, per token, so that long ones are not worse
/// for their length. Models like what they would have said themselves: not a judge of its own family.
public struct LikelihoodJudge: AnswerJudge {
  public let model: TextModel
  /// Differences up to so many nats a token are ties.
  public let margin: Double

  public init(_ model: TextModel, margin: Double = 0) {
    self.model = model
    self.margin = margin
  }

  public var name: String { "likelihood of \(model.name)" }

  public func verdict(on pair: AnswerPair) throws -> ArenaVote.Winner? {
    let scores = try model.scores(of: [pair.first, pair.second].map { (context: pair.prompt, text: $0) }).map { score in
      score.logLikelihood / Double(max(1, score.logProbabilities.count))
    }
    let difference = scores[0] - scores[1]
    return abs(difference) <= margin ? .tie : difference > 0 ? .a : .b
  }
}

/// Shows both answers to a language model and asks which is better: by whether "A" or "B" is the likelier next text.
/// Such judges go by the order too (Zheng et al. 2023), small ones by little else; both orders show it.
public struct ComparingJudge: AnswerJudge {
  public let model: TextModel
  /// With `{prompt}`, `{first}` and `{second}`.
  public let template: String

  public static let usualTemplate = "Question: {prompt}\nAnswer A: {first}\nAnswer B: {second}\nThe better answer is"

  public init(_ model: TextModel, template: String = usualTemplate) {
    self.model = model
    self.template = template
  }

  public var name: String { "choice of \(model.name)" }

  public func verdict(on pair: AnswerPair) throws -> ArenaVote.Winner? {
    // One pass over the template: what stands in an answer is no placeholder.
    let parts = ["{prompt}": pair.prompt, "{first}": pair.first, "{second}": pair.second]
    var (asked, rest) = ("", template[...])
    while !rest.isEmpty {
      if let part = parts.first(where: { rest.hasPrefix($0.key) }) {
        asked += part.value
        rest = rest.dropFirst(part.key.count)
      } else {
        asked.append(rest.removeFirst())
      }
    }
    let scores = try model.scores(of: [" A", " B"].map { (context: asked, text: $0) }).map(\.logLikelihood)
    return scores[0] == scores[1] ? .tie : scores[0] > scores[1] ? .a : .b
  }
}
