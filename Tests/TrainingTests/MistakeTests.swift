import Layers
import Models
import Tensors
import Testing
import Training

/// What can go wrong in training ends with a sentence.
struct MistakeTests {
  private func error(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("a learning rate that is far too high ends training with a sentence that says where and what to try")
  func diverging() throws {
    let model = Samples.model()
    var trainer = Samples.trainer(model, SGD(learningRate: 1e30))
    trainer.clipping = nil
    let message = error { try trainer.fit(try Samples.batches(), steps: 50) }
    #expect(message?.contains("became") == true && message?.contains("learning rate was 1e+30") == true)
    #expect(message?.contains("step \(trainer.step)") == true && message?.contains("Try a smaller") == true)
  }

  @Test("a step whose loss or gradient is not finite leaves the model as it was", arguments: [false, true])
  func nonFinite(_ onlyGradient: Bool) throws {
    let model = MultilayerPerceptron(sizes: [1, 1], seed: 1)
    let before = model.numbers
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 0.1)) { (model, batch: [Float]) in
      let loss = model(Tensor(batch, shape: [batch.count, 1])).sum()
      // √0 is 0, its slope is infinite.
      return onlyGradient ? (loss - loss.constant).sqrt() : loss * .nan
    }
    let message = error { try trainer.step(on: [[1, 2]]) }
    #expect(message?.hasPrefix(onlyGradient ? "the gradient became" : "the loss became nan at step 0") == true)
    #expect(model.numbers == before && trainer.step == 0)
    #expect(trainer.optimizer.memory.entries.isEmpty)
    #expect(model.parameters.allSatisfy { $0.parameter.gradient == nil })
  }

  @Test("a held-out loss that is not finite ends training too")
  func nonFiniteEvaluation() throws {
    let model = Samples.model()
    for named in model.parameters { named.parameter.assign(named.parameter.value * .nan) }
    let trainer = Samples.trainer(model)
    #expect(
      error { _ = try trainer.evaluate(on: try Samples.batches()) }?.hasPrefix("the held-out loss became nan") == true)
  }

  @Test("a model that is all frozen has nothing to learn")
  func allFrozen() throws {
    let model = Samples.model()
    model.freeze()
    var trainer = Samples.trainer(model)
    #expect(throws: TrainingError.nothingToLearn) { try trainer.fit(try Samples.batches()) }
  }

  @Test("batches without a target that counts are told, whether to learn from or to evaluate on")
  func allMasked() throws {
    let text = Samples.text(20)
    let masked = try Batches<TextBatch>.inOrder(text, time: 8, size: 2, counting: text.map { _ in false })
    var trainer = Samples.trainer()
    #expect(throws: TrainingError.noTargets(step: 0)) { try trainer.fit(masked) }
    #expect(throws: TrainingError.nothingHeldOut) { _ = try trainer.evaluate(on: masked) }
  }

  @Test("ids that the model does not have are told, whether read or to be foreseen")
  func foreignTokens() throws {
    var trainer = Samples.trainer()
    let read = TextBatch(tokens: TokenBatch([[1, 12]]), targets: [[1, 2]])
    #expect(error { try trainer.step(on: [read]) }?.contains("token 12 at place 1") == true)
    for target in [12, -1] {
      let foreseen = TextBatch(tokens: TokenBatch([[1, 2]]), targets: [[2, target]])
      #expect(throws: TrainingError.noSuchTarget(target, classes: 12)) { try trainer.step(on: [foreseen]) }
    }
    let long = try Batches<TextBatch>.windows(of: Samples.text(), time: 9, size: 1, seed: 1)
    #expect(error { try trainer.fit(long) }?.contains("9 tokens are more than the model's context of 8") == true)
  }

  @Test("an empty text, one shorter than a window, and sizes of 0 are told")
  func shortTexts() {
    #expect(throws: BatchError.tooShort(tokens: 0, time: 4)) {
      try Batches<TextBatch>.windows(of: [], time: 4, size: 2, seed: 1)
    }
    #expect(throws: BatchError.tooShort(tokens: 4, time: 4)) {
      try Batches<TextBatch>.inOrder([1, 2, 3, 4], time: 4, size: 2)
    }
    #expect(throws: BatchError.tooShort(tokens: 4, time: 0)) {
      try Batches<TextBatch>.inOrder([1, 2, 3, 4], time: 0, size: 2)
    }
    #expect(throws: BatchError.impossibleSize(0)) {
      try Batches<TextBatch>.windows(of: [1, 2, 3], time: 2, size: 0, seed: 1)
    }
    #expect(throws: BatchError.noExamples) { try Batches([Int](), size: 2, seed: 1) }
    #expect(throws: BatchError.impossibleSize(-1)) { try Batches([1], size: -1, seed: 1) }
  }

  @Test("texts, marks and labels that do not belong together are told")
  func lengths() throws {
    #expect(throws: BatchError.marks(tokens: 3, marks: 2)) {
      try Batches<TextBatch>.windows(of: [1, 2, 3], time: 2, size: 1, seed: 1, counting: [true, true])
    }
    #expect(throws: BatchError.marks(tokens: 3, marks: 2)) {
      try TextBatch(texts: [[1, 2, 3]], counting: [[true, true]])
    }
    #expect(throws: BatchError.textTooShort(number: 1, tokens: 1)) { try TextBatch(texts: [[1, 2], [1]]) }
    #expect(throws: BatchError.noExamples) { try TextBatch(texts: []) }
    #expect(throws: BatchError.lengths("texts", 2, other: "labels", 1)) {
      try LabelledBatch(texts: [[1], [2]], labels: [0])
    }
    #expect(throws: BatchError.lengths("sources", 1, other: "targets", 2)) {
      try TranslationBatch(sources: [[1]], targets: [[1, 2], [1, 2]])
    }
    let bert = BERT(
      BERTConfiguration(vocabularySize: 5, layers: 1, heads: 1, channels: 4, labels: ["a", "b"]), seed: 1)
    var trainer = Trainer(bert, optimizer: SGD(learningRate: 0.1))
    #expect(throws: TrainingError.noSuchTarget(2, classes: 2)) {
      try trainer.step(on: [try LabelledBatch(texts: [[1, 2]], labels: [2])])
    }
  }

  @Test("what the sentences say")
  func sentences() {
    #expect(
      "\(TrainingError.notFinite(.loss, .nan, step: 12, learningRate: 0.5))"
        == "the loss became nan at step 12, where the learning rate was 0.5. Try a smaller learning rate, a longer "
        + "warm-up or stronger clipping, and look for NaN in the data.")
    #expect(
      "\(BatchError.tooShort(tokens: 5, time: 8))"
        == "the text has 5 tokens; a window of 8 needs 9, since the last one's target is the token behind it. Take a "
        + "longer text or a smaller time.")
  }
}
