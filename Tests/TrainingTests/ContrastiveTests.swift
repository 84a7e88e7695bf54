import Foundation
import Layers
import Models
import Tensors
import Testing

@testable import Training

/// Pairs of texts, and the loss that brings them together.
struct ContrastiveTests {
  private func model(seed: Int = 1) -> BERT {
    BERT(
      BERTConfiguration(
        vocabularySize: 24, contextLength: 8, layers: 1, heads: 2, channels: 16, hasPooler: false), seed: seed)
  }

  /// The firsts have the tokens 1 to 8, the seconds those from 11 on: nothing but training can say what belongs together.
  private func pairs(_ count: Int) -> [(first: [Int], second: [Int])] {
    (1...count).map { ([$0, $0, 9], [10 + $0, 19]) }
  }

  private func batch(_ pairs: [(first: [Int], second: [Int])]) throws -> PairBatch {
    try PairBatch(firsts: pairs.map(\.first), seconds: pairs.map(\.second))
  }

  @Test func `the loss is the mean of both directions' -log softmax of cosines over temperature`() throws {
    let model = model()
    let batch = try batch(pairs(3))
    let (a, b) = (model.embed(batch.firsts), model.embed(batch.seconds))
    var expected = 0.0
    for own in 0..<3 {
      for (text, others) in [(a[own], b), (b[own], a)] {
        let logits = others.matmul(text).scalars.map { Double($0) / 0.1 }
        expected += log(logits.reduce(0) { $0 + exp($1) }) - logits[own]
      }
    }
    let loss = try model.contrastiveLoss(batch, temperature: 0.1)
    #expect(loss.shape == [])
    #expect(abs(Double(loss.item()) - expected / 6) < 1e-4, "\(loss.item()), expected \(expected / 6)")
  }

  @Test func `pairs with a text in common are no counter-examples of each other`() throws {
    let model = model()
    var pairs = pairs(3)
    let alone = try model.contrastiveLoss(batch([pairs[0]]))
    #expect(abs(alone.item()) < 1e-6)
    pairs = [pairs[0], (first: [5], second: pairs[0].second)]
    #expect(abs(try model.contrastiveLoss(batch(pairs)).item()) < 1e-6)
    #expect(try batch(pairs).areAlike == [false, true, true, false])
  }

  @Test func `training brings pairs together and holds the others apart`() throws {
    let model = model()
    let all = pairs(8)
    let batches = try Batches(all, size: 8, seed: 1) { try batch($0) }
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 5e-3)) { try $0.contrastiveLoss($1) }
    let result = try trainer.fit(batches, steps: 60)
    #expect(try #require(result.losses.first) > 1.5)
    #expect(try #require(result.losses.last) < 0.1)
    let whole = try batch(all)
    let cosines = model.embed(whole.firsts).matmul(model.embed(whole.seconds).transposed())
    for row in 0..<8 {
      let nearest = cosines[row].scalars.enumerated().max { $0.element < $1.element }?.offset
      #expect(nearest == row)
    }
  }

  @Test func `lists of two lengths, no texts, and tokens that the model has not are errors`() throws {
    #expect(throws: BatchError.noExamples) { try PairBatch(firsts: [], seconds: []) }
    #expect(throws: BatchError.lengths("first texts", 2, other: "second texts", 1)) {
      try PairBatch(firsts: [[1], [2]], seconds: [[3]])
    }
    #expect(throws: ModelInputError.self) { try model().contrastiveLoss(batch([([1], [99])])) }
  }
}
