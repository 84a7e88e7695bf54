// The loss of a model that chooses: which of several candidates answers a question, or that none does.

import Layers
import Models
import Tensors

/// Questions with candidates, of which one, several or none are right.
public struct ChoiceBatch: TrainingBatch, Sendable {
  public struct Choice: Sendable {
    /// Each read together with the question.
    public let candidates: [SegmentedTokens]
    /// Places of those that are right; empty if none is.
    public let right: Set<Int>

    public init(_ candidates: [SegmentedTokens], right: Set<Int>) {
      (self.candidates, self.right) = (candidates, right)
    }
  }
  public let choices: [Choice]

  /// Throws ``BatchError`` if there is no choice, or one without candidates or with a right one that is not there.
  public init(_ choices: [Choice]) throws {
    guard !choices.isEmpty else { throw BatchError.noExamples }
    for (number, choice) in choices.enumerated() {
      guard !choice.candidates.isEmpty else { throw BatchError.noCandidates(example: number) }
      if let place = choice.right.first(where: { !choice.candidates.indices.contains($0) }) {
        throw BatchError.noSuchCandidate(example: number, place: place, candidates: choice.candidates.count)
      }
    }
    self.choices = choices
  }

  public var targetCount: Int { choices.count }
  public var tokenCount: Int {
    choices.reduce(0) { $0 + $1.candidates.reduce(0) { $0 + $1.ids.count } }
  }
}

extension BERT {
  /// How badly the first class's ``BERT/meanLogits(of:together:)`` tell which candidates are right, in nats; shape `[]`.
  ///
  /// Each question chooses among its candidates and "none of them", whose logit is 0: the mean of `-log` of the
  /// probability, by the softmax over all of these, that lies on the right ones, or on "none" if no candidate is right. So
  /// a logit above 0 says that a candidate answers rather than nothing. Guessing costs `log(candidates + 1)` where one is
  /// right. Throws ``ModelInputError`` for tokens that the model cannot read.
  public func choiceLoss(_ batch: ChoiceBatch) throws -> Tensor {
    let logits = try meanLogits(of: batch.choices.flatMap(\.candidates))  // [candidates of all, labels]
    let none = logits.shape[0]
    let all = Tensor.concatenated([logits[0..., 0], Tensor([0, -1e9])])
    let width = batch.choices.reduce(0) { max($0, $1.candidates.count) } + 1
    var (offered, right): ([Int], [Int]) = ([], [])
    var first = 0
    for choice in batch.choices {
      let places = choice.candidates.indices.map { first + $0 } + [none]
      let isRight = choice.candidates.indices.map(choice.right.contains) + [choice.right.isEmpty]
      let filling = Array(repeating: none + 1, count: width - places.count)
      offered += places + filling
      right += zip(places, isRight).map { $1 ? $0 : none + 1 } + filling
      first += choice.candidates.count
    }
    func mass(_ places: [Int]) -> Tensor { all[places].reshaped(-1, width).logSumExp(axis: 1) }
    return (mass(offered) - mass(right)).mean()
  }
}
