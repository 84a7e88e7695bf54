import Foundation
import Layers
import Models
import Tensors
import Testing

/// GPTs with a head for labels, against Hugging Face's transformers.
struct SequenceClassifierTests {
  @Test(
    "logits agree with transformers, whichever side is padded",
    arguments: ["gpt2-classifier", "llama-classifier"], ["right", "left"])
  func logits(_ name: String, _ side: String) throws {
    let reference = try Reference(name)
    let model = try SequenceClassifier.load(from: reference.folder)
    #expect(model.labels == ["bad", "fair", "good"])
    let batch = try reference.batch(side)
    let logits = model.classLogits(batch)
    #expect(logits.shape == [3, 3])
    expect(logits, isCloseTo: try reference.tensor("\(side).logits"), "\(side):")
    expect(try model.probabilities(batch).sum(axis: 1), isCloseTo: .ones(3), within: 1e-5)
  }

  @Test("each label has a name of its own, and a folder with none is no classifier")
  func labels() throws {
    let folder = try TemporaryFolder.copy(of: "gpt2-classifier")
    let text = try String(decoding: folder.bytes("config.json"), as: UTF8.self)
    try folder.write(text.replacingOccurrences(of: "\"fair\"", with: "\"bad\""), "config.json")
    #expect(throws: CheckpointError.self) { try SequenceClassifier.load(from: folder.path) }
    #expect(
      throws: CheckpointError.missingTensors(
        file: Reference.folder("gpt2-tied") + "/model.safetensors", ["score.weight"])
    ) { try SequenceClassifier.load(from: Reference.folder("gpt2-tied")) }
  }

  @Test("a head for a number goes through a layout of our own, with its bias")
  func number() throws {
    let gpt = try GPT.load(from: Reference.folder("gpt2-untied"))
    let model = SequenceClassifier(gpt, labels: ["minutes"], seed: 1).withOutputs(times: 3, plus: 40)
    let folder = try TemporaryFolder()
    try model.save(to: folder.path)
    #expect(try LoadedModel.modelType(of: folder.path) == "lectern-sequence-classifier")
    guard case .sequenceClassifier(let loaded) = try LoadedModel.load(from: folder.path) else {
      Issue.record("another kind of model")
      return
    }
    #expect(loaded.labels == ["minutes"])
    let batch = TokenBatch(padding: [[1, 2, 3], [4]])
    #expect(try loaded.numbers(batch) == model.numbers(batch))
    #expect(try model.numbers(batch).allSatisfy { $0 > 20 })
  }

  @Test("a GPT gives its body, and keeps its output layer")
  func body() throws {
    let gpt = try GPT.load(from: Reference.folder("gpt2-untied"))
    let model = SequenceClassifier(gpt, labels: ["no", "yes"], seed: 1)
    #expect(gpt.head != nil && model.body.head == nil)
    let outputs = 61 * 24
    #expect(model.parameterCount == gpt.parameterCount - outputs + 2 * 24)
    let (logits, activations) = model.runWithCache(TokenBatch(padding: [[1, 2, 3], [4, 5]]))
    expect(model.head(activations["norm"][0, 2]), isCloseTo: logits[0], within: 1e-6, "the last token:")
    expect(model.head(activations["norm"][1, 1]), isCloseTo: logits[1], within: 1e-6, "the last that is no padding:")
    for point in model.activationPoints { #expect(activations.value(named: point.name) != nil, "\(point.name)") }
  }

  @Test("adapters leave the head alone unless they are asked for")
  func adapters() throws {
    var model = SequenceClassifier(try GPT.load(from: Reference.folder("gpt2-tied")), labels: ["no", "yes"], seed: 1)
    try model.addAdapters(LoRA(rank: 2), seed: 1)
    #expect(model.head.adapter == nil && model.body.blocks[0].attention.output.adapter != nil)
  }
}
