import Layers
import Models
import Tensors
import Testing

/// GPT against GPT-2 and Llama of Hugging Face's transformers.
struct GPTReferenceTests {
  static let folders = ["gpt2-tied", "gpt2-untied", "gpt2-one-head", "llama-grouped", "llama-tied"]

  @Test("logits of one sequence agree with transformers", arguments: folders)
  func single(_ name: String) throws {
    let reference = try Reference(name)
    let model = try GPT.load(from: reference.folder)
    expect(model(try reference.integers("single.tokens")), isCloseTo: try reference.tensor("single.logits"), name)
  }

  @Test("residuals, patterns and the last norm agree with transformers", arguments: folders)
  func activations(_ name: String) throws {
    let reference = try Reference(name)
    let model = try GPT.load(from: reference.folder)
    let (logits, activations) = model.runWithCache(try reference.integers("single.tokens"))
    expect(logits, isCloseTo: try reference.tensor("single.logits"), "logits:")
    for layer in 0..<model.configuration.layers {
      expect(
        activations["blocks.\(layer).residual.before"], isCloseTo: try reference.tensor("single.residual.\(layer)"),
        "residual \(layer):")
      expect(
        activations["blocks.\(layer).attention.pattern"], isCloseTo: try reference.tensor("single.pattern.\(layer)"),
        "pattern \(layer):")
    }
    expect(activations["norm"], isCloseTo: try reference.tensor("single.norm"), "norm:")
  }

  @Test("logits of batches padded on either side agree with transformers", arguments: folders, ["right", "left"])
  func padded(_ name: String, _ side: String) throws {
    let reference = try Reference(name)
    let model = try GPT.load(from: reference.folder)
    let batch = try reference.batch(side)
    #expect(batch.isPresent != nil)
    expect(
      model(batch).rows(of: batch), isCloseTo: try reference.tensor("\(side).logits").rows(of: batch), "padded \(side):"
    )
  }

  @Test("the loss agrees with torch's cross entropy, ignored targets left out", arguments: folders)
  func loss(_ name: String) throws {
    let reference = try Reference(name)
    let model = try GPT.load(from: reference.folder)
    let tokens = TokenBatch([try reference.integers("single.tokens")])
    let loss = model.loss(tokens, targets: [try reference.integers("single.targets")])
    expect(loss, isCloseTo: try reference.tensor("single.loss"))
  }
}
