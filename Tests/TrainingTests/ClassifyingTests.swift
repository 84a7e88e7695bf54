import Layers
import Models
import Tensors
import Testing
import Training

/// Models that answer with labels or numbers, trained.
struct ClassifyingTests {
  private func classifier(_ labels: String...) -> SequenceClassifier {
    SequenceClassifier(Samples.model(), labels: labels, seed: 3)
  }

  /// Whether the largest token of a text is above 5.
  private static let texts: [[Int]] = (0..<24).map { number in (0..<2 + number % 4).map { (number * 5 + $0 * 3) % 12 } }
  private static let labels = texts.map { $0.contains { $0 > 8 } ? 1 : 0 }

  @Test("a GPT learns to tell texts apart")
  func learning() throws {
    let model = classifier("low", "high")
    let batches = try Batches(Array(zip(Self.texts, Self.labels)), size: 8, seed: 1) {
      try LabelledBatch(texts: $0.map(\.0), labels: $0.map(\.1))
    }
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-2))
    try trainer.fit(batches, steps: 60)
    let probabilities = try model.probabilities(TokenBatch(padding: Self.texts))
    #expect(probabilities.shape == [24, 2])
    #expect(probabilities.argmax(axis: 1).scalars.map { Int($0) } == Self.labels)
  }

  @Test("a GPT learns numbers in units of their deviation, and gives them in their own")
  func numbers() throws {
    let model = classifier("minutes")
    let numbers = Self.texts.map { 200 + 10 * Float($0.count) }
    let mean = numbers.reduce(0, +) / 24
    let deviation = (numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 24).squareRoot()
    let batches = try Batches(Array(zip(Self.texts, numbers)), size: 8, seed: 1) {
      try RegressionBatch(texts: $0.map(\.0), numbers: $0.map { ($0.1 - mean) / deviation })
    }
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-2)) { try $0.squaredError($1) }
    try trainer.fit(batches, steps: 80)
    let before = try model.numbers(TokenBatch(padding: Self.texts))
    let found = try model.withOutputs(times: deviation, plus: mean).numbers(TokenBatch(padding: Self.texts))
    #expect(try model.numbers(TokenBatch(padding: Self.texts)) == before)
    for (found, (before, expected)) in zip(found, zip(before, numbers)) {
      #expect(abs(found - (before * deviation + mean)) < 1e-2)
      #expect(abs(found - expected) < 4, "\(found), expected \(expected)")
    }
  }

  @Test("weights of labels multiply what a text costs, and balance what is rare")
  func weights() throws {
    let model = classifier("a", "b", "c")
    let batch = try LabelledBatch(texts: [[1, 2], [3], [4, 5, 6], [7]], labels: [0, 1, 0, 2])
    let each = try (0..<4).map { place in
      try model.labelLoss(
        LabelledBatch(texts: [[[1, 2], [3], [4, 5, 6], [7]][place]], labels: [batch.labels[place]])
      )
      .item()
    }
    let expected = (each[0] * 0.5 + each[1] * 2 + each[2] * 0.5 + each[3] * 3) / 4
    #expect(abs(try model.labelLoss(batch, weights: [0.5, 2, 3]).item() - expected) < 1e-5)
    #expect(abs(try model.labelLoss(batch, weights: [1, 1, 1]).item() - model.loss(batch).item()) < 1e-6)
    // As sklearn.utils.class_weight.compute_class_weight("balanced") has them: 4 / (3 · 2), 4 / 3, 4 / 3.
    let balanced: [Float] = [4 / 6, 4 / 3, 4 / 3]
    #expect(ClassWeights.balanced(batch.labels, count: 3) == balanced)
    #expect(ClassWeights.balanced([0, 0], count: 2) == [0.5, 0])
  }

  @Test("labels that there are not, and lists of two lengths, are errors")
  func mistakes() throws {
    #expect(throws: TrainingError.noSuchTarget(2, classes: 2)) {
      try classifier("a", "b").loss(LabelledBatch(texts: [[1]], labels: [2]))
    }
    #expect(throws: BatchError.lengths("texts", 1, other: "numbers", 2)) {
      try RegressionBatch(texts: [[1]], numbers: [1, 2])
    }
    #expect(throws: ModelInputError.self) {
      try classifier("a", "b").loss(LabelledBatch(texts: [[99]], labels: [1]))
    }
  }
}
