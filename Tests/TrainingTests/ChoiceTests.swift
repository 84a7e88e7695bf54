import Foundation
import Layers
import Models
import Tensors
import Testing

@testable import Training

/// Choosing among candidates that are read with the question, or none of them.
struct ChoiceTests {
  private func model(seed: Int = 1) -> BERT {
    BERT(
      BERTConfiguration(vocabularySize: 24, contextLength: 8, layers: 1, heads: 2, channels: 16, labels: ["answers"]),
      seed: seed)
  }

  private func read(_ question: [Int], _ text: [Int]) -> SegmentedTokens {
    SegmentedTokens(
      ids: question + text, segments: question.map { _ in 0 } + text.map { _ in 1 })
  }

  private let candidates = [[4, 5], [6], [7, 8, 9, 10]]

  @Test func `logits of many come in their order and are those of each alone`() throws {
    let model = model()
    let inputs = candidates.map { read([1, 2], $0) }
    let classifier = try #require(model.classifier)
    let together = try model.meanLogits(of: inputs, together: 2)
    #expect(together.shape == [3, 1])
    for (row, input) in inputs.enumerated() {
      let states = model(TokenBatch([input.ids]), segments: [input.segments])
      let alone = classifier(states.mean(axis: 1))
      #expect(abs(together[row].item() - alone.item()) < 1e-5)
    }
    let swapped = SegmentedTokens(ids: inputs[0].ids, segments: [1, 1, 0, 0])
    #expect(abs(try model.meanLogits(of: [swapped]).item() - together[0].item()) > 1e-5)
  }

  @Test func `the loss is -log of what the right ones have, beside a logit of 0 for none`() throws {
    let model = model()
    let inputs = candidates.map { read([1, 2], $0) }
    let logits = try model.meanLogits(of: inputs).scalars.map { Double($0) }
    let all = log(1 + logits.reduce(0) { $0 + exp($1) })
    let (two, none) = (all - log(exp(logits[0]) + exp(logits[2])), all)
    let fewer = log(1 + exp(logits[1])) - logits[1]
    let cases: [([ChoiceBatch.Choice], Double)] = [
      ([.init(inputs, right: [0, 2])], two), ([.init(inputs, right: [])], none),
      // Choices of different lengths beside each other.
      (
        [.init(inputs, right: [0, 2]), .init([inputs[1]], right: [0]), .init(inputs, right: [])],
        (two + fewer + none) / 3
      ),
    ]
    for (choices, expected) in cases {
      let loss = try model.choiceLoss(ChoiceBatch(choices))
      #expect(loss.shape == [])
      #expect(abs(Double(loss.item()) - expected) < 1e-4, "\(loss.item()), expected \(expected)")
    }
  }

  @Test func `training finds what answers, and sees when nothing does`() throws {
    // What answers a question holds its first token; half of the questions find it nowhere.
    let choices = (1...8).map { question in
      let answered = question % 2 == 0
      let others = (1...3).map { read([question], [10 + (question + $0) % 8, 20]) }
      return ChoiceBatch.Choice(
        others + [read([question], answered ? [question, 20] : [10 + question % 8, 21])], right: answered ? [3] : [])
    }
    let model = model()
    let batches = try Batches(choices, size: 4, seed: 1) { try ChoiceBatch($0) }
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 5e-3)) { try $0.choiceLoss($1) }
    try trainer.fit(batches, steps: 150)
    for choice in choices {
      let logits = try model.meanLogits(of: choice.candidates).scalars
      #expect(logits.indices.filter { logits[$0] > 0 } == choice.right.sorted())
    }
  }

  @Test func `choices that are none say what is wrong`() throws {
    #expect(throws: BatchError.noExamples) { try ChoiceBatch([]) }
    #expect(throws: BatchError.noCandidates(example: 0)) { try ChoiceBatch([.init([], right: [])]) }
    #expect(throws: BatchError.noSuchCandidate(example: 0, place: 3, candidates: 3)) {
      try ChoiceBatch([.init(candidates.map { read([1], $0) }, right: [3])])
    }
    let long = ChoiceBatch.Choice([read([1], Array(repeating: 2, count: 9))], right: [])
    #expect(throws: ModelInputError.self) { try model().choiceLoss(ChoiceBatch([long])) }
  }
}
