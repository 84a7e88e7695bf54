import Foundation
import Layers
import Models
import Tensors
import Testing

/// BERT against Hugging Face's transformers, with and without padding.
struct BERTReferenceTests {
  static let cases = ["plain", "right", "left", "hole"]

  @Test("hidden states agree with transformers", arguments: ["bert-bare", "bert-masked", "bert-classifier"], cases)
  func hidden(_ name: String, _ which: String) throws {
    let reference = try Reference(name)
    let model = try BERT.load(from: reference.folder)
    let batch = try reference.batch(which)
    let states = model(batch, segments: try reference.rows("\(which).segments"))
    expect(states.rows(of: batch), isCloseTo: try reference.tensor("\(which).hidden").rows(of: batch), "\(which):")
  }

  @Test("patterns and the input of each block agree with transformers")
  func activations() throws {
    let reference = try Reference("bert-bare")
    let model = try BERT.load(from: reference.folder)
    let batch = try reference.batch("right")
    let (_, activations) = model.runWithCache(batch, segments: try reference.rows("right.segments"))
    for layer in 0..<2 {
      expect(
        activations["blocks.\(layer).attention.pattern"], isCloseTo: try reference.tensor("right.pattern.\(layer)"),
        "pattern \(layer):")
      expect(
        activations["blocks.\(layer).residual.before"].rows(of: batch),
        isCloseTo: try reference.tensor("right.block.\(layer)").rows(of: batch), "block \(layer):")
    }
  }

  @Test("the pooled vector agrees with transformers", arguments: cases)
  func pooled(_ which: String) throws {
    let reference = try Reference("bert-bare")
    let model = try BERT.load(from: reference.folder)
    let batch = try reference.batch(which)
    let pooled = model.pooled(batch, segments: try reference.rows("\(which).segments"))
    // With padding on the left the first place is no token's.
    let rows = (0..<batch.batch).filter { batch.isPresent?[$0 * batch.time] ?? true }
    expect(pooled[rows], isCloseTo: try reference.tensor("\(which).pooled")[rows])
  }

  @Test("logits for masked tokens agree with transformers", arguments: cases)
  func masked(_ which: String) throws {
    let reference = try Reference("bert-masked")
    let model = try BERT.load(from: reference.folder)
    let batch = try reference.batch(which)
    let logits = model.maskedLogits(batch, segments: try reference.rows("\(which).segments"))
    expect(logits.rows(of: batch), isCloseTo: try reference.tensor("\(which).logits").rows(of: batch))
  }

  @Test("class logits agree with transformers, and labels have their names")
  func classes() throws {
    let reference = try Reference("bert-classifier")
    let model = try BERT.load(from: reference.folder)
    #expect(model.configuration.labels == ["bad", "fair", "good"])
    for which in ["plain", "right", "hole"] {
      let logits = model.classLogits(
        try reference.batch(which), segments: try reference.rows("\(which).segments"))
      expect(logits, isCloseTo: try reference.tensor("\(which).logits"), "\(which):")
    }
  }

  @Test("an embedding has length 1, and padding has no part in it")
  func embedding() throws {
    let model = try BERT.load(from: Reference("bert-bare").folder)
    let texts = [[5, 6, 7, 8], [9], [10, 11]]
    let together = model.embed(TokenBatch(padding: texts))
    expect(together.squared().sum(axis: -1), isCloseTo: .ones(3), within: 1e-5)
    for (row, text) in texts.enumerated() {
      expect(model.embed(TokenBatch([text]))[0], isCloseTo: together[row], within: 1e-5, "text \(row):")
    }
  }

  @Test("a new head leaves the old model as it was")
  func newHead() throws {
    let model = try BERT.load(from: Reference("bert-bare").folder)
    let batch = TokenBatch([[1, 2, 3]])
    let tuned = model.withLabels(["no", "yes"], seed: 1)
    #expect(tuned.classLogits(batch).shape == [1, 2])
    #expect(tuned(batch) == model(batch) && model.classifier == nil)
    #expect(tuned.configuration.labels == ["no", "yes"])
  }

  @Test("segments that the model cannot have are refused")
  func segments() throws {
    let model = try BERT.load(from: Reference("bert-bare").folder)
    let batch = TokenBatch([[1, 2, 3]])
    #expect(throws: ModelInputError.segments(reason: "there is no segment 2; the model's are 0 to 1")) {
      try model.check(batch, segments: [[0, 1, 2]])
    }
    #expect(throws: ModelInputError.self) { try model.check(batch, segments: [[0, 1]]) }
  }

  /// The folder with the weights of all-MiniLM-L6-v2, 90 MB, which are not part of the repository.
  static let miniLM =
    ProcessInfo.processInfo.environment["LECTERN_MINILM"]
    ?? (InstalledModel.isThere("minilm") ? InstalledModel.folder("minilm") : nil)

  @Test(
    "sentence embeddings of all-MiniLM-L6-v2 agree with transformers",
    .enabled(
      if: miniLM != nil, "install it with: lectern model fetch minilm; or set LECTERN_MINILM to its folder"))
  func sentences() throws {
    let reference = try Reference("minilm")
    let model = try BERT.load(from: try #require(Self.miniLM))
    let batch = TokenBatch(
      try reference.rows("tokens"), isPresent: try reference.rows("mask").map { $0.map { $0 == 1 } })
    let expected = try reference.tensor("embeddings")
    let found = model.embed(batch)
    expect(found, isCloseTo: expected)
    for (row, cosine) in (found * expected).sum(axis: -1).scalars.enumerated() {
      #expect(cosine > 0.99999, "sentence \(row)")
    }
    let length = batch.isPresent?.prefix(batch.time).count { $0 } ?? batch.time
    expect(model(batch)[0, 0..<length], isCloseTo: try reference.tensor("first")[0..<length], "vectors of sentence 0:")
  }
}
