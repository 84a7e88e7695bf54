// A small GPT learns: the whole chain from tokens to gradients.
import Layers
import Models
import Testing

@testable import Tensors

@Suite("Training a small GPT", .serialized)
struct TrainingTests {
  private let tokens = [[0, 1, 2, 3, 4, 5, 6, 7], [3, 1, 4, 1, 5, 2, 6, 5]]
  private let targets = [[1, 2, 3, 4, 5, 6, 7, 0], [1, 4, 1, 5, 2, 6, 5, 3]]

  private func step(_ model: GPT, rate: Float = 0.3) -> Float {
    let loss = model.loss(TokenBatch(tokens), targets: targets)
    loss.backward()
    for named in model.parameters {
      guard let gradient = named.parameter.gradient else { continue }
      named.parameter.assign(named.parameter.value - gradient * rate)
      named.parameter.gradient = nil
    }
    return loss.item()
  }

  @Test("the loss falls over 30 steps, for GPT-2's and for Llama's architecture")
  func learns() {
    for configuration in [
      GPTConfiguration(vocabularySize: 8, contextLength: 8, layers: 2, heads: 2, channels: 16),
      .llama(
        vocabularySize: 8, contextLength: 8, layers: 2, heads: 4, keyValueHeads: 2, channels: 16, hiddenChannels: 32),
    ] {
      let model = GPT(configuration, seed: 1)
      let losses = (0..<30).map { _ in step(model) }
      #expect(losses.allSatisfy { $0.isFinite })
      #expect(losses[29] < losses[0] * 0.8, "\(losses)")
    }
  }

  @Test("every parameter gets the gradient that small steps show")
  func gradients() throws {
    let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 8, layers: 1, heads: 2, channels: 4), seed: 1)
    var random = SeededRandom(seed: 1)
    for named in model.parameters {
      named.parameter.assign(.randomNormal(named.parameter.value.shape, standardDeviation: 0.5, using: &random))
    }
    model.loss(TokenBatch(tokens), targets: targets).backward()
    for named in model.parameters {
      let gradient = try #require(named.parameter.gradient, "\(named.name)")
      // Along the gradient itself: the slope is its length.
      let value = named.parameter.value
      let length = gradient.squared().sum().sqrt().item()
      func loss(_ distance: Float) -> Float {
        named.parameter.assign(value + gradient * (distance / length))
        defer { named.parameter.assign(value) }
        return Tensor.withoutGradients { model.loss(TokenBatch(tokens), targets: targets) }.item()
      }
      func slope(_ step: Float) -> Float { (loss(step) - loss(-step)) / (2 * step) }
      let measured = (4 * slope(0.01) - slope(0.02)) / 3
      #expect(abs(measured - length) < 3e-3 * max(length, 0.05), "\(named.name): \(length), measured \(measured)")
    }
  }

  @Test("100 steps need no more memory than the first few")
  func memory() {
    let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 8, layers: 4, heads: 2, channels: 64), seed: 1)
    for _ in 0..<5 { _ = step(model, rate: 0.01) }
    // A step makes more than 1 MB of tensors. Other tests use memory at the same time, so the best of three counts.
    let growth = (0..<3).map { _ in
      let before = ck_bytes_in_use()
      for _ in 0..<100 { _ = step(model, rate: 0.01) }
      return ck_bytes_in_use() - before
    }
    #expect((growth.min() ?? .max) < 16 << 20, "\(growth)")
  }
}
