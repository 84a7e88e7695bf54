import Layers
import Models
import Tensors
import Testing

@testable import Training

/// Losses on pairs of answers, against PyTorch's double precision and against small steps.
struct PreferenceTests {
  static let losses: [(name: String, loss: PreferenceLoss)] = [
    ("dpo", .dpo()), ("ipo", .ipo()), ("hinge", .hinge()), ("kto", .kto()), ("simpo", .simpo()),
  ]

  private func pairs(_ reference: Reference) throws -> [PreferencePair] {
    func rows(_ name: String, _ counts: [Int], width: Int) throws -> [[Int]] {
      let all = try reference.integers(name)
      return counts.indices.map { Array(all[$0 * width..<$0 * width + counts[$0]]) }
    }
    let counts = try reference.integers("counts")
    let (chosen, rejected) = (Array(counts.prefix(5)), Array(counts.suffix(5)))
    let (w, l) = (try reference.tensor("reference.chosen").scalars, try reference.tensor("reference.rejected").scalars)
    let prompts = try rows("prompts", [4, 4, 4, 4, 4], width: 4)
    let (better, worse) = (try rows("chosen", chosen, width: 7), try rows("rejected", rejected, width: 7))
    return (0..<5).map {
      PreferencePair(
        prompt: prompts[$0], chosen: better[$0], rejected: worse[$0], reference: .init(chosen: w[$0], rejected: l[$0]))
    }
  }

  @Test("log-probabilities of answers are those of transformers")
  func logProbabilities() throws {
    let reference = try Reference("preferences")
    let scores = try GPT.load(from: Reference("gpt2").folder).scores(of: PreferenceBatch(pairs(reference)))
    expect(scores.chosen, isCloseTo: try reference.tensor("policy.chosen"), relative: 1e-5, "chosen:")
    expect(scores.rejected, isCloseTo: try reference.tensor("policy.rejected"), relative: 1e-5, "rejected:")
    #expect(scores.chosenCounts.scalars == [7, 2, 5, 1, 3])
  }

  @Test("losses, rewards and gradients are those of the formulas in PyTorch", arguments: losses.indices)
  func formulas(_ index: Int) throws {
    let (name, loss) = Self.losses[index]
    let reference = try Reference("preferences")
    let model = try GPT.load(from: Reference("gpt2").folder)
    let batch = try PreferenceBatch(pairs(reference))
    let scores = try model.scores(of: batch)
    expect(loss.losses(scores), isCloseTo: try reference.tensor("\(name).losses"), absolute: 3e-4, "\(name):")
    let rewards = try model.preferenceRewards(batch, loss)
    expect(
      Tensor(rewards.chosen), isCloseTo: try reference.tensor("\(name).chosen"), absolute: 2e-5, "\(name), chosen:")
    expect(
      Tensor(rewards.rejected), isCloseTo: try reference.tensor("\(name).rejected"), absolute: 2e-5,
      "\(name), rejected:")

    try model.preferenceLoss(batch, loss).backward()
    let expected = try reference.tensor("\(name).table")
    let size = expected.squared().mean().item().squareRoot()
    expect(
      try #require(model.tokenEmbedding.table.gradient), isCloseTo: expected, relative: 1e-3, absolute: size * 1e-3,
      "\(name), gradient of the table:")
    let shift = try #require(model.parameters.first { $0.name == "norm.shift" }?.parameter.gradient)
    expect(shift, isCloseTo: try reference.tensor("\(name).shift"), relative: 1e-3, absolute: size * 1e-3, "\(name):")
  }

  @Test("gradients of the losses are what small steps show", arguments: losses.indices)
  func smallSteps(_ index: Int) {
    let (name, loss) = Self.losses[index]
    // KTO does not differentiate the mean that it compares with; below 0 that mean is 0.
    let chosen = Tensor([-5, -9, -4, -14])
    let rejected = Tensor([-7, -6.5, -9, -12])
    let check = gradientCheck(of: [chosen, rejected]) { answers in
      loss.losses(
        PreferenceScores(
          chosen: answers[0], rejected: answers[1],
          reference: (Tensor([-4, -8, -3, -12.5]), Tensor([-6, -5, -8.5, -9])),
          chosenCounts: Tensor([3, 4, 2, 7]), rejectedCounts: Tensor([4, 4, 3, 5])))
    }
    #expect(check.largestError < 1e-3, "\(name): \(check)")
  }

  @Test("a model that is its own reference begins with rewards of 0, a loss of log 2, and a gradient")
  func beginning() throws {
    let model = Samples.model()
    let pairs = try [PreferencePair(prompt: [1, 2], chosen: [3, 4], rejected: [5])].scored(by: model)
    let batch = try PreferenceBatch(pairs)
    let rewards = try model.preferenceRewards(batch)
    #expect(rewards.verdicts == [.tie] && rewards.accuracy == 0.5, "\(rewards)")
    let loss = try model.preferenceLoss(batch)
    #expect(abs(loss.item() - 0.6931472) < 1e-6)
    loss.backward()
    #expect(try #require(model.tokenEmbedding.table.gradient).squaredNorm > 0)
  }

  @Test("a reference is asked in batches of any size, and makes of a pair what it makes of it alone")
  func scored() throws {
    let model = Samples.model()
    let pairs = (0..<5).map {
      PreferencePair(prompt: [$0], chosen: Array(1...$0 + 1), rejected: Array((1...6 - $0).reversed()))
    }
    let together = try pairs.scored(by: model, size: 4)
    for (pair, expected) in zip(together, try pairs.flatMap { try [$0].scored(by: model) }) {
      let (found, wanted) = (try #require(pair.reference), try #require(expected.reference))
      #expect(abs(found.chosen - wanted.chosen) < 1e-4 && abs(found.rejected - wanted.rejected) < 1e-4)
    }
  }

  @Test("training moves a model to the chosen answers, its reference stays", arguments: losses.indices)
  func training(_ index: Int) throws {
    let loss = Self.losses[index].loss
    let model = Samples.model()
    let pairs = try (0..<6).map {
      PreferencePair(prompt: [$0, 11], chosen: [$0 + 1, 3], rejected: [$0 + 2, 4])
    }.scored(by: model)
    let batches = try Batches(pairs, size: 3, seed: 1) { try PreferenceBatch($0) }
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-2)) { try $0.preferenceLoss($1, loss) }
    let result = try trainer.fit(batches, steps: 30)
    #expect(try #require(result.losses.last) < #require(result.losses.first))
    let rewards = try model.preferenceRewards(PreferenceBatch(pairs), loss)
    #expect(rewards.accuracy == 1, "\(rewards)")
    #expect(rewards.meanMargin > 0.05)
  }

  @Test("an empty answer, no pairs, and a reference that is missing are errors in words")
  func mistakes() throws {
    #expect(throws: BatchError.noExamples) { try PreferenceBatch([]) }
    #expect(throws: BatchError.emptyPart(of: 1, part: "rejected answer")) {
      try PreferenceBatch([
        PreferencePair(prompt: [1], chosen: [2], rejected: [3]), PreferencePair(prompt: [1], chosen: [2], rejected: []),
      ])
    }
    let batch = try PreferenceBatch([PreferencePair(prompt: [1], chosen: [2], rejected: [3])])
    #expect(throws: TrainingError.noReference) { try Samples.model().preferenceLoss(batch, .ipo()) }
    #expect(try Samples.model().preferenceLoss(batch, .simpo()).item().isFinite)
    #expect("\(TrainingError.noReference)".contains("scored(by: reference)"))
  }
}
