import Layers
import Models
import Tensors
import Testing
import Training

/// Training against PyTorch: the same model, batches and settings give the same losses.
struct PyTorchTests {
  private func losses(_ model: GPT, _ reference: Reference) throws -> (losses: Tensor, norms: Tensor) {
    let tokens = try reference.batches("tokens")
    let targets = try reference.batches("targets")
    var trainer = Trainer(
      model,
      optimizer: AdamW(
        learningRate: .cosine(peak: 1e-2, warmup: 5, steps: 20, floor: 1e-3), beta2: 0.95, weightDecay: 0.1,
        decaysOnlyMatrices: true))
    let outcomes = try zip(tokens, targets).map { tokens, targets in
      try trainer.step(on: [TextBatch(tokens: TokenBatch(tokens), targets: targets)])
    }
    return (Tensor(outcomes.map(\.loss)), Tensor(outcomes.map(\.gradientNorm)))
  }

  @Test("20 AdamW steps of a small GPT-2, with warm-up, clipping and decay of matrices, have PyTorch's losses")
  func gpt2() throws {
    let reference = try Reference("gpt2")
    let model = try GPT.load(from: reference.folder)
    let (losses, norms) = try losses(model, reference)
    expect(losses, isCloseTo: try reference.tensor("losses"), relative: 1e-4, "losses:")
    expect(norms, isCloseTo: try reference.tensor("norms"), relative: 1e-3, "gradient norms:")
    expect(
      model.tokenEmbedding.table.value, isCloseTo: try reference.tensor("table"), absolute: 1e-3, "token embedding:")
    let shift = try #require(model.parameters.first { $0.name == "norm.shift" }).parameter.value
    expect(shift, isCloseTo: try reference.tensor("shift"), absolute: 1e-3, "last norm:")
  }

  @Test("10 steps in which only adapters learn have PEFT's losses, and leave the model beneath as it was")
  func lora() throws {
    let reference = try Reference("lora")
    var model = try GPT.load(from: Reference("gpt2").folder)
    let before = model.tokenEmbedding.table.value
    try model.loadAdapters(from: reference.folder)
    model.freeze(false) { $0.contains(".adapter.") }
    let (losses, norms) = try losses(model, reference)
    expect(losses, isCloseTo: try reference.tensor("losses"), relative: 1e-4, "losses:")
    expect(norms, isCloseTo: try reference.tensor("norms"), relative: 1e-3, "gradient norms:")
    expect(model.tokenEmbedding.table.value, isCloseTo: before, "token embedding:")
  }

  static let optimizers: [(name: String, optimizer: any Optimizer)] = [
    ("sgd", SGD(learningRate: 0.1)),
    ("sgd-decay", SGD(learningRate: 0.1, weightDecay: 0.3)),
    ("momentum", SGD(learningRate: 0.1, momentum: 0.8, weightDecay: 0.1)),
    ("nesterov", SGD(learningRate: 0.1, momentum: 0.8, isNesterov: true, weightDecay: 0.1)),
    ("adam", Adam(learningRate: 0.05)),
    ("adam-decay", Adam(learningRate: 0.05, beta1: 0.8, beta2: 0.9, epsilon: 1e-3, weightDecay: 0.2)),
    ("adamw", AdamW(learningRate: 0.05)),
    ("adamw-decay", AdamW(learningRate: 0.05, beta1: 0.8, beta2: 0.9, epsilon: 1e-3, weightDecay: 0.5)),
  ]

  @Test("six steps of each optimizer move parameters as PyTorch's do", arguments: optimizers.indices)
  func optimizer(_ index: Int) throws {
    let (name, optimizer) = Self.optimizers[index]
    let reference = try Reference("optimizers")
    let (x, y) = (try reference.tensor("x"), try reference.tensor("y"))
    let layer = Linear(
      weight: Parameter(try reference.tensor("weight")), bias: Parameter(try reference.tensor("bias")))
    let bias = try #require(layer.bias)
    var trainer = Trainer(layer, optimizer: optimizer) { (layer, _: [Int]) in (layer(x) - y).squared().mean() }
    trainer.clipping = nil
    for step in 0..<6 {
      try trainer.step(on: [[0]])
      let weights = try reference.tensor("\(name).weight")
      expect(layer.weight.value, isCloseTo: weights[step], absolute: 1e-5, "\(name), step \(step):")
      expect(
        bias.value, isCloseTo: try reference.tensor("\(name).bias")[step], absolute: 1e-5, "\(name), step \(step):")
    }
  }

  @Test("learning rates are those of PyTorch's schedulers")
  func schedules() throws {
    let reference = try Reference("schedules")
    let schedules: [String: LearningRate] = [
      "cosine": .cosine(peak: 1e-2, warmup: 5, steps: 20, floor: 1e-3),
      "linear": .linear(peak: 1e-2, warmup: 5, steps: 20, floor: 1e-3),
    ]
    for (name, schedule) in schedules {
      let rates = Tensor((0..<20).map { schedule[$0] })
      expect(rates, isCloseTo: try reference.tensor(name), relative: 1e-6, "\(name):")
    }
  }
}
