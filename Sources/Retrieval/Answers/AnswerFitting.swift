// Where the weights of answering come from: they are fitted on questions whose answers are known.
internal import Foundation

/// Fits the weights of ranking and of the decision to answer. Nothing is random: the same questions give the same weights.
public enum AnswerFitting {
  private static let steps = 600
  private static let rate = 0.05
  /// How strongly weights are held near 0, since there are few questions.
  private static let sentenceDecay = 0.02
  private static let decisionDecay = 0.005
  /// Questions are dealt into so many parts, to fit on all but one of them.
  static let parts = 6

  /// Adam (Kingma and Ba 2015) on a loss whose gradient is given.
  ///
  /// - Parameter allowed: cuts a step's result to what a weight may be.
  static func minimized(
    _ start: [Double], allowed: ([Double]) -> [Double] = { $0 }, gradient: ([Double]) -> [Double]
  ) -> [Double] {
    var (weights, mean, square) = (start, start.map { _ in 0.0 }, start.map { _ in 0.0 })
    for step in 1...steps {
      for (place, slope) in gradient(weights).enumerated() {
        mean[place] = 0.9 * mean[place] + 0.1 * slope
        square[place] = 0.999 * square[place] + 0.001 * slope * slope
        let (first, second) = (
          mean[place] / (1 - pow(0.9, Double(step))), square[place] / (1 - pow(0.999, Double(step)))
        )
        weights[place] -= rate * first / (second.squareRoot() + 1e-8)
      }
      weights = allowed(weights)
    }
    return weights
  }

  // Plain loops: a fit runs through them a hundred million times, also where nothing is optimised.

  private static func dotProduct(_ a: [Double], _ b: [Double]) -> Double {
    var (sum, place) = (0.0, 0)
    while place < a.count {
      sum += a[place] * b[place]
      place += 1
    }
    return sum
  }

  private static func add(_ values: [Double], times factor: Double, to sum: inout [Double]) {
    var place = 0
    while place < values.count {
      sum[place] += factor * values[place]
      place += 1
    }
  }

  /// A softmax over the sentences of each question; the sentences that answer it shall have the probability.
  ///
  /// - Parameter examples: for each question the features of its sentences, and which of them answer it.
  static func sentenceWeights(
    _ examples: [(values: [[SentenceFeature: Double]], right: Set<Int>)]
  ) -> [SentenceFeature: Double] {
    let names = SentenceFeature.allCases
    let rows = examples.map { $0.values.map { values in names.map { values[$0] ?? 0 } } }
    let fitted = minimized(names.map { _ in 0 }) { weights in
      var slope = weights.map { $0 * sentenceDecay }
      for (index, sentences) in rows.enumerated() {
        let scores = sentences.map { dotProduct($0, weights) }
        let top = scores.max() ?? 0
        let masses = scores.map { exp($0 - top) }
        let (all, right) = (masses.reduce(0, +), examples[index].right.sorted().reduce(0) { $0 + masses[$1] })
        for (sentence, values) in sentences.enumerated() {
          let wanted = examples[index].right.contains(sentence) && right > 0 ? masses[sentence] / right : 0
          add(values, times: (masses[sentence] / all - wanted) / Double(rows.count), to: &slope)
        }
      }
      return slope
    }
    return Dictionary(uniqueKeysWithValues: zip(names, fitted.map { ($0 * 100).rounded() / 100 }))
  }

  /// A question, what the decision looks at, and whether answering is right.
  struct Decision {
    let values: [DecisionFeature: Double]
    let isAnswered: Bool
    let weight: Double
    /// Whether the pages that answer it were torn out.
    var isTorn = false
  }

  /// Logistic regression. Questions that nothing answers count as much together as those that are answered.
  static func decisionWeights(
    _ examples: [Decision], _ names: [DecisionFeature]
  ) -> (weights: [DecisionFeature: Double], bias: Double) {
    let rows = examples.map { example in names.map { example.values[$0] ?? 0 } + [1] }
    let total = examples.reduce(0) { $0 + $1.weight }
    let fitted = minimized(
      [Double](repeating: 0, count: names.count + 1),
      allowed: { weights in
        weights.indices.map { place in
          place == names.count ? weights[place] : names[place].sign * max(0, names[place].sign * weights[place])
        }
      },
      gradient: { weights in
        var slope = weights.map { $0 * decisionDecay }
        slope[names.count] = 0
        for (values, example) in zip(rows, examples) {
          let chance = logistic(dotProduct(values, weights))
          add(values, times: (chance - (example.isAnswered ? 1 : 0)) * example.weight / total, to: &slope)
        }
        return slope
      })
    let rounded = fitted.map { ($0 * 100).rounded() / 100 }
    return (Dictionary(uniqueKeysWithValues: zip(names, rounded)), rounded[names.count])
  }

  /// How much worse a threshold may be and count as good: about two questions of a hundred on either side.
  private static let slack = 0.04

  /// The threshold that decides best: half the weight is on answering what can be answered, half on refusing what nothing
  /// answers. Questions with torn pages have no say: what is left often answers them by half, and they are many.
  static func threshold(_ examples: [Decision], _ weights: AnswerWeights) -> Double {
    let known = examples.filter { !$0.isTorn }.map {
      (confidence: weights.confidence($0.values), isAnswered: $0.isAnswered, weight: $0.weight)
    }
    let sorted = known.map(\.confidence).sorted()
    let between = zip(sorted, sorted.dropFirst()).map { ($0 + $1) / 2 }
    let share = { (least: Double, answered: Bool) -> Double in
      let all = known.filter { $0.isAnswered == answered }
      let right = all.filter { ($0.confidence >= least) == answered }
      return right.reduce(0) { $0 + $1.weight } / max(1e-9, all.reduce(0) { $0 + $1.weight })
    }
    let value = { (least: Double) in share(least, true) + share(least, false) }
    let best = between.map(value).max() ?? 0
    // In the middle of those about as good: with few questions the very best is one by luck.
    let good = between.filter { value($0) > best - slack }
    guard let least = good.first, let most = good.last else { return 0.5 }
    return ((least + most) / 2 * 1000).rounded() / 1000
  }

  /// The threshold beside a reader, which sets the two sides well apart: one of twenty right answers is refused, and no
  /// more. For a wrong answer brings its sentence, so that everyone sees it, and a refusal hides what is there.
  static func thresholdWithReader(_ examples: [Decision], _ weights: AnswerWeights) -> Double {
    let right = examples.filter(\.isAnswered).map { weights.confidence($0.values) }.sorted()
    guard !right.isEmpty else { return 0.5 }
    return (right[right.count / 20] * 1000).rounded() / 1000
  }
}

extension DocumentDatabase {
  /// Fits weights on questions about the documents of this collection.
  ///
  /// Each question that the documents answer is asked twice, the second time with the pages that answer it torn out:
  /// then refusing is right. That teaches more of refusing than the few questions that nothing answers. The decision
  /// learns from rankings whose weights were fitted without its question (stacking; Wolpert 1992), as new ones will be
  /// ranked: a ranking looks surer of the questions that it was fitted on.
  public func fittedWeights(
    on questions: [KnownQuestion], embedder: (any TextEmbedder)? = nil, reader: (any SentenceReader)? = nil
  ) throws -> AnswerWeights {
    let embedder = embedder.map(RememberingEmbedder.init)
    let pools = try questions.map { try pool(for: $0.question, embedder: embedder, reader: reader) }
    let fitted = { (isUsed: (Int) -> Bool) in
      AnswerWeights(
        sentence: AnswerFitting.sentenceWeights(
          questions.indices.filter(isUsed).compactMap { pools[$0].example(of: questions[$0]) }),
        decision: [:], bias: 0, threshold: 0.5)
    }
    let unanswerable = questions.count(where: \.isUnanswerable)
    let share = Double(max(1, questions.count - unanswerable)) / Double(max(1, unanswerable))
    var decisions: [AnswerFitting.Decision] = []
    for part in 0..<AnswerFitting.parts {
      let weights = fitted { $0 % AnswerFitting.parts != part }
      for index in stride(from: part, to: questions.count, by: AnswerFitting.parts) {
        decisions += pools[index].decisions(of: questions[index], weights, unanswerableWeight: share)
      }
    }
    var weights = fitted { _ in true }
    (weights.decision, weights.bias) = AnswerFitting.decisionWeights(
      decisions, DecisionFeature.used(withReader: reader != nil))
    weights.threshold =
      reader == nil
      ? AnswerFitting.threshold(decisions, weights) : AnswerFitting.thresholdWithReader(decisions, weights)
    return weights
  }
}

extension SentencePool {
  /// What ranking learns from; nil if no sentence answers.
  fileprivate func example(of known: KnownQuestion) -> (values: [[SentenceFeature: Double]], right: Set<Int>)? {
    let right = sentences.indices.filter { known.isAnswered(by: sentences[$0].citation) }
    return right.isEmpty ? nil : (values, Set(right))
  }

  /// What the decision learns from.
  fileprivate func decisions(
    of known: KnownQuestion, _ weights: AnswerWeights, unanswerableWeight: Double
  ) -> [AnswerFitting.Decision] {
    let ranked = ranked(weights)
    let whole = DecisionFeature.values(of: ranked, question)
    if known.isUnanswerable { return [.init(values: whole, isAnswered: false, weight: unanswerableWeight)] }
    let torn = without { known.isOnPage($0.evidence) }.ranked(weights)
    let refused = AnswerFitting.Decision(
      values: DecisionFeature.values(of: torn, question), isAnswered: false, weight: 1, isTorn: true)
    // Wrong sentences are no answer.
    let isRight = ranked.worthCiting().contains { known.isAnswered(by: $0.sentence.citation) }
    return isRight ? [.init(values: whole, isAnswered: true, weight: 1), refused] : [refused]
  }
}
