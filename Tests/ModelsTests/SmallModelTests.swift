import Layers
import Models
import Tensors
import Testing

/// The encoder-decoder, recurrent networks and the perceptron against torch.nn.
struct SmallModelTests {
  @Test(
    "an encoder-decoder agrees with torch's transformer layers",
    arguments: ["encoder-decoder", "encoder-decoder-shared"], ["plain", "padded"])
  func encoderDecoder(_ name: String, _ which: String) throws {
    let reference = try Reference(name)
    let model = try EncoderDecoder.load(from: reference.folder)
    let source = TokenBatch(
      try reference.rows("source"), isPresent: try reference.rows("\(which).mask").map { $0.map { $0 == 1 } })
    let target = TokenBatch(try reference.rows("target"))
    let memory = try model.encode(source)
    expect(
      memory.states.rows(of: source), isCloseTo: try reference.tensor("\(which).memory").rows(of: source), "memory:")
    expect(model(source: source, target: target), isCloseTo: try reference.tensor("\(which).logits"), "logits:")
  }

  @Test("written token by token, a target has the logits it has as a whole", arguments: ["encoder-decoder-shared"])
  func decoding(_ name: String) throws {
    let reference = try Reference(name)
    let model = try EncoderDecoder.load(from: reference.folder)
    let source = TokenBatch(
      try reference.rows("source"), isPresent: try reference.rows("padded.mask").map { $0.map { $0 == 1 } })
    let target = try reference.rows("target")
    let whole = model(source: source, target: TokenBatch(target))
    let memory = try model.encode(source)
    var cache = KeyValueCache()
    for time in 0..<5 {
      let logits = try model.logits(for: TokenBatch(target.map { [$0[time]] }), memory: memory, cache: &cache)
      expect(logits, isCloseTo: whole[0..., time], within: 1e-5, "token \(time):")
    }
    #expect(throws: ModelInputError.differentBatches(source: 3, target: 1)) {
      try model.logits(for: TokenBatch([[1]]), memory: memory, cache: &cache)
    }
  }

  @Test("recurrent networks agree with torch's", arguments: ["gru", "elman"])
  func recurrent(_ name: String) throws {
    let reference = try Reference(name)
    let model = try RecurrentNetwork.load(from: reference.folder)
    let batch = TokenBatch(try reference.rows("tokens"))
    let (logits, activations) = model.runWithCache(batch)
    expect(activations["layers.1.states"], isCloseTo: try reference.tensor("states"), "states:")
    expect(logits, isCloseTo: try reference.tensor("logits"), "logits:")
  }

  @Test("in pieces a recurrent network computes what it computes at once", arguments: ["gru", "elman"])
  func recurrentPieces(_ name: String) throws {
    let reference = try Reference(name)
    let model = try RecurrentNetwork.load(from: reference.folder)
    let rows = try reference.rows("tokens")
    let whole = model(TokenBatch(rows))
    var states = RecurrentNetwork.States()
    for range in [0..<4, 4..<5, 5..<9] {
      let logits = try model.logits(for: TokenBatch(rows.map { Array($0[range]) }), states: &states)
      expect(logits, isCloseTo: whole[0..., range.upperBound - 1], within: 1e-5, "\(range):")
    }
  }

  @Test("a perceptron agrees with torch's layers")
  func perceptron() throws {
    let reference = try Reference("perceptron")
    let model = try MultilayerPerceptron.load(from: reference.folder)
    expect(model(try reference.tensor("x")), isCloseTo: try reference.tensor("result"))
  }

  @Test("a window network depends on the tokens of its window, on their order if it is ordered, and on no others")
  func window() {
    let first = [7, 1, 2, 3, 4]
    for isOrdered in [true, false] {
      let model = WindowNetwork(
        WindowConfiguration(vocabularySize: 9, window: 3, channels: 4, hiddenChannels: 6, isOrdered: isOrdered), seed: 1
      )
      let logits = model(first)
      #expect(logits.shape == [5, 9])
      expect(model([8, 5, 2, 3, 4])[-1], isCloseTo: logits[-1], within: 1e-6, "outside of the window:")
      #expect(model([7, 1, 2, 5, 4])[-1].scalars != logits[-1].scalars)
      let swapped = zip(model([7, 1, 3, 2, 4])[-1].scalars, logits[-1].scalars).map { abs($0 - $1) }
      #expect(((swapped.max() ?? 0) > 1e-5) == isOrdered, "\(swapped)")
      expect(model([7, 7, 7, 1])[2], isCloseTo: logits[0], within: 1e-6, "copies of the first token:")
      let batch = model(TokenBatch([[1, 1, 1, 1, 1], first]))
      expect(batch[1], isCloseTo: logits, within: 1e-6, "in a batch:")
    }
  }

  @Test("a window network computes with its vectors as the two layers do")
  func windowSteps() {
    let model = WindowNetwork(
      WindowConfiguration(vocabularySize: 5, window: 2, channels: 3, hiddenChannels: 4), seed: 1)
    let vectors = model.tokenEmbedding([1, 4]).reshaped(1, 6)
    expect(model([1, 4])[1], isCloseTo: model.head(model.hidden(vectors).relu()).squeezed(at: 0), within: 1e-6)
  }
}
