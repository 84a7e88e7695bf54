import Layers
import Models
import Tensors
import Testing
import Training

/// The training loop.
struct TrainerTests {
  @Test("the loss falls from that of guessing towards that of the text")
  func learns() throws {
    var trainer = Samples.trainer(
      Samples.model(), AdamW(learningRate: .cosine(peak: 2e-2, warmup: 5, steps: 60)))
    let result = try trainer.fit(try Samples.batches())
    #expect(result.losses.count == 60 && trainer.step == 60 && result.ending == .completed)
    #expect(abs(result.losses[0] - Float(2.485)) < 0.1, "ln 12 is 2.485; the first loss is \(result.losses[0])")
    #expect(result.losses[59] < 1.2, "\(result.losses[59])")
  }

  @Test("the same seed gives the same losses and parameters, bit for bit; another one of dropout does not")
  func seeded() throws {
    func run(_ seed: Int) throws -> ([Float], [[Float]]) {
      let model = Samples.model(dropout: 0.2)
      var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-2), seed: seed)
      return (try trainer.fit(try Samples.batches(), steps: 6).losses, model.numbers)
    }
    let (first, again, other) = (try run(1), try run(1), try run(2))
    #expect(first == again)
    #expect(first.0 != other.0)
  }

  @Test("each batch drops other activations; nothing is dropped in an evaluation")
  func dropout() throws {
    let model = Samples.model(dropout: 0.5)
    let batches = try Samples.batches()
    var trainer = Samples.trainer(model, SGD(learningRate: 0))
    let first = try batches[0]
    let same = Batches<TextBatch>(count: 1) { _ in first }
    #expect(Set(try trainer.fit(same, steps: 4).losses).count == 4)
    #expect(try trainer.evaluate(on: same) == model.loss(first.tokens, targets: first.targets).item())
  }

  @Test("several batches to a step give the loss, the gradient and the parameters of one large batch, uneven masks too")
  func accumulation() throws {
    let text = Samples.text()
    let counting = text.indices.map { $0 % 5 != 0 && !(20..<40).contains($0) }
    let large = try Batches<TextBatch>.inOrder(Array(text[..<49]), time: 8, size: 6, counting: Array(counting[..<49]))[
      0]
    let parts = try Batches<TextBatch>.inOrder(Array(text[..<49]), time: 8, size: 1, counting: Array(counting[..<49]))
    let counts = try (0..<6).map { try parts[$0].targetCount }
    #expect(counts.contains(0) && Set(counts).count > 2)

    let (one, several) = (Samples.model(), Samples.model())
    var whole = Samples.trainer(one, SGD(learningRate: 0.5))
    var accumulating = Samples.trainer(several, SGD(learningRate: 0.5))
    let expected = try whole.step(on: [large])
    accumulating.accumulation = 6
    let outcome = try accumulating.fit(parts, steps: 1)
    #expect(abs(outcome.losses[0] - expected.loss) < 1e-5)
    #expect(accumulating.batchesUsed == 6 && accumulating.step == 1)
    for (a, b) in zip(one.parameters, several.parameters) {
      expect(b.parameter.value, isCloseTo: a.parameter.value, absolute: 1e-5, "\(a.name):")
    }
  }

  @Test("a gradient longer than the clipping allows is shortened, a shorter one left as it is")
  func clipping() throws {
    let batches = try Samples.batches()
    func distance(_ clipping: Float?) throws -> (norm: Float, distance: Float) {
      let model = Samples.model()
      let before = model.parameters.map(\.parameter.value)
      var trainer = Samples.trainer(model, SGD(learningRate: 1))
      trainer.clipping = clipping
      let norm = try trainer.step(on: [try batches[0]]).gradientNorm
      let moved = zip(before, model.parameters).map { ($0 - $1.parameter.value).squared().sum().item() }
      return (norm, moved.reduce(0, +).squareRoot())
    }
    let free = try distance(nil)
    #expect(abs(free.distance - free.norm) < 1e-4 * free.norm)
    #expect(abs(try distance(free.norm / 4).distance - free.norm / 4) < 1e-4 * free.norm)
    #expect(try distance(free.norm * 2).distance == free.distance)
  }

  @Test("gradients that were there before have no part in a step, and none are left after it")
  func leftOverGradients() throws {
    let batches = try Samples.batches()
    let second = try batches[1]
    let (clean, used) = (Samples.model(), Samples.model())
    used.loss(second.tokens, targets: second.targets).backward()
    for model in [clean, used] {
      var trainer = Samples.trainer(model)
      try trainer.step(on: [try batches[0]])
      #expect(model.parameters.allSatisfy { $0.parameter.gradient == nil })
    }
    #expect(clean.numbers == used.numbers)
  }

  @Test("frozen parameters stay as they are, and do not decay")
  func frozen() throws {
    let model = Samples.model()
    model.freeze { $0.hasPrefix("tokenEmbedding") }
    let before = model.parameters.map { ($0.name, $0.parameter.value.scalars) }
    var trainer = Samples.trainer(model, AdamW(learningRate: 0.1, weightDecay: 0.5))
    try trainer.fit(try Samples.batches(), steps: 2)
    for (named, (name, numbers)) in zip(model.parameters, before) {
      #expect((named.parameter.value.scalars == numbers) == name.hasPrefix("tokenEmbedding"), "\(name)")
    }
  }

  @Test("fit makes the steps its learning rate is made for; with a constant one it ends with the pass")
  func stepCount() throws {
    let batches = try Samples.batches()
    #expect(batches.count == 8)
    var scheduled = Samples.trainer(Samples.model(), SGD(learningRate: .linear(peak: 0.1, steps: 5)))
    #expect(try scheduled.fit(batches).losses.count == 5)
    #expect(try scheduled.fit(batches).losses.isEmpty)
    var constant = Samples.trainer()
    constant.accumulation = 3
    #expect(try constant.fit(batches).losses.count == 3)
    #expect(try constant.fit(batches).losses.count == 3)
    #expect(try constant.fit(batches, steps: 8).losses.count == 2)
  }

  @Test("each step reports how far training is, how fast, and where it was called")
  func progress() throws {
    var reports: [TrainingProgress] = []
    var trainer = Samples.trainer(
      Samples.model(), AdamW(learningRate: .cosine(peak: 1e-2, warmup: 2, steps: 6)))
    trainer.evaluation = Evaluation(on: try .inOrder(Samples.text(seed: 2), time: 8, size: 4), every: 3)
    trainer.report = { reports.append($0) }
    let (result, line) = (try trainer.fit(try Samples.batches()), #line)
    #expect(reports.map(\.step) == Array(1...6) && reports.allSatisfy { $0.total == 6 && $0.line == line })
    #expect(reports.map(\.loss) == result.losses)
    #expect(reports.map(\.learningRate) == (0..<6).map { trainer.optimizer.learningRate[$0] })
    #expect(reports.allSatisfy { $0.gradientNorm > 0 && $0.tokensPerSecond > 0 && $0.secondsLeft >= 0 })
    #expect(reports[5].secondsLeft == 0)
    #expect(reports.map(\.heldOutLoss) == [nil, nil] + [0, 0, 0, 1].map { result.heldOutLosses[$0].loss })
  }

  @Test("training goes on in a model of any kind, with a loss of its own")
  func ownLoss() throws {
    struct Point { var x, y: Float }
    let points = (0..<32).map { Point(x: Float($0) / 16 - 1, y: Float($0 % 16) / 8 - 1) }
    let model = MultilayerPerceptron(sizes: [1, 16, 1], activation: .tanh, seed: 1)
    var trainer = Trainer(model, optimizer: Adam(learningRate: 1e-2)) { (model, batch: [Point]) in
      (model(Tensor(batch.map(\.x), shape: [batch.count, 1]))
        - Tensor(batch.map { $0.x * $0.x }, shape: [batch.count, 1]))
        .squared().mean()
    }
    let result = try trainer.fit(try Batches(points, size: 8, seed: 1), steps: 200)
    #expect(result.losses[199] < 0.1 * result.losses[0], "\(result)")
  }

  @Test("classifiers, translators and recurrent networks learn from their own batches")
  func otherModels() throws {
    let texts = (0..<24).map { [1, 2 + $0 % 3, 5 + $0 % 4] + Array(repeating: 9, count: $0 % 5) }
    let bert = BERT(
      BERTConfiguration(
        vocabularySize: 12, contextLength: 8, layers: 1, heads: 2, channels: 16, labels: ["a", "b", "c"]), seed: 1)
    var classifier = Trainer(bert, optimizer: AdamW(learningRate: 3e-2))
    let labelled = try Batches(texts.map { (text: $0, label: $0[1] - 2) }, size: 6, seed: 1) {
      try LabelledBatch(texts: $0.map(\.text), labels: $0.map(\.label))
    }
    let result = try classifier.fit(labelled, steps: 60)
    #expect(result.losses[59] < 0.6, "\(result)")

    let translator = EncoderDecoder(
      EncoderDecoderConfiguration(vocabularySize: 12, contextLength: 8, layers: 1, heads: 2, channels: 16), seed: 1)
    var translating = Trainer(translator, optimizer: AdamW(learningRate: 1e-2))
    let pairs = try Batches(texts, size: 6, seed: 1) {
      try TranslationBatch(sources: $0, targets: $0.map { [0] + $0[..<3].reversed() + [11] })
    }
    let losses = try translating.fit(pairs, steps: 60).losses
    #expect(losses[59] < 0.6 * losses[0], "\(losses)")

    let network = RecurrentNetwork(RecurrentConfiguration(vocabularySize: 12, channels: 16), seed: 1)
    var recurrent = Trainer(network, optimizer: AdamW(learningRate: 1e-2))
    #expect(try recurrent.fit(try Samples.batches(), steps: 60).losses[59] < 1.5)

    let windows = WindowConfiguration(vocabularySize: 12, window: 3, channels: 8, hiddenChannels: 16)
    var window = Trainer(WindowNetwork(windows, seed: 1), optimizer: AdamW(learningRate: 1e-2))
    #expect(try window.fit(try Samples.batches(), steps: 60).losses[59] < 1.5)
  }

  @Test("trainers, batches and results say in a line what they are")
  func descriptions() throws {
    let batches = try Samples.batches()
    var trainer = Samples.trainer(Samples.model(), SGD(learningRate: 0.1, momentum: 0.9))
    #expect("\(batches)" == "8 batches a pass")
    #expect("\(trainer)" == "Trainer of GPT with SGD, 0 steps made")
    let result = try trainer.fit(batches, steps: 2)
    #expect("\(trainer.optimizer.memory)" == "velocity of \(trainer.model.parameters.count) parameters")
    #expect("\(result)".hasPrefix("2 steps, completed: loss 2."))
    #expect("\(try trainer.fit(batches, steps: 2))" == "no step was made")
  }
}
