import Layers
import Models
import Tensors
import Testing

/// Looking inside models and replacing what is there.
struct ActivationTests {
  static let gpt = GPTConfiguration(
    vocabularySize: 19, contextLength: 16, layers: 2, heads: 2, channels: 12, hiddenChannels: 20)
  static let llama = GPTConfiguration.llama(
    vocabularySize: 19, contextLength: 16, layers: 2, heads: 4, keyValueHeads: 2, channels: 16, hiddenChannels: 24)

  /// Names with shapes, as a recording has them.
  private func shapes(_ activations: Activations) -> [String] { activations.map { "\($0.name) \($0.value.shape)" } }

  /// The same from the list, with the sizes of this run.
  private func shapes(_ points: [ActivationPoint], _ sizes: [ActivationPoint.Axis: Int]) -> [String] {
    points.map { point in "\(point.name) \(point.axes.compactMap { sizes[$0] })" }
  }

  @Test("a GPT's list of activations is what a run records, in order and shape", arguments: [gpt, llama])
  func gptList(_ configuration: GPTConfiguration) {
    let model = GPT.lively(configuration, seed: 1)
    var sizes: [ActivationPoint.Axis: Int] = [
      .time: 5, .query: 5, .key: 5, .channels: configuration.channels, .heads: configuration.heads,
      .keyValueHeads: configuration.keyValueHeads, .headSize: configuration.headSize,
      .hiddenChannels: configuration.hiddenChannels, .vocabulary: 19,
    ]
    #expect(shapes(model.runWithCache([1, 2, 3, 4, 5]).activations) == shapes(model.activationPoints, sizes))
    sizes[.batch] = 3
    let batch = TokenBatch(padding: [[1, 2, 3, 4, 5], [1], [2, 3]])
    #expect(shapes(model.runWithCache(batch).activations) == shapes(model.activationPoints, sizes))
  }

  @Test("a pattern of one sequence has a word for each token, or its id; other activations have none")
  func labels() {
    let model = GPT.lively(Self.gpt, seed: 1)
    let words = ["the", "ferry", "leaves"]
    let labelled = model.runWithCache([4, 5, 6], labels: words).activations
    let pattern = labelled["blocks.1.attention.pattern"]
    #expect(pattern.patternLabels == PatternLabels(queries: words, keys: words))
    #expect(labelled["blocks.1.attention.scores"].patternLabels == nil)
    let plain = model.runWithCache([4, 5, 6]).activations["blocks.1.attention.pattern"]
    #expect(plain.patternLabels?.keys == ["4", "5", "6"])
    #expect(plain.shape == pattern.shape && plain.scalars == pattern.scalars)
  }

  @Test("recorded activations say what flowed back through them")
  func gradients() throws {
    let network = MultilayerPerceptron(sizes: [2, 3, 1], activation: .tanh, seed: 1)
    let (result, activations) = network.runWithCache(Tensor([[1, -1]]))
    result.sum().backward()
    let activated = try #require(activations["layers.0.activated"].gradient)
    #expect(activated == network.layers[1].weight.value)
    let slopes = 1 - activations["layers.0.activated"].squared()
    #expect(try #require(activations["layers.0.output"].gradient).isClose(to: activated * slopes))
  }

  @Test("models, layers and parameters say in one line what they are made of")
  func descriptions() {
    let model = GPT(Self.gpt, seed: 1)
    let counts = "tokenEmbedding 228 · positionEmbedding 192 · blocks 2368 · norm 24"
    #expect("\(model)" == "GPT, 2812 parameters: \(counts)")
    #expect("\(model.norm)" == "LayerNorm, 24 parameters: scale [12] · shift [12]")
    #expect("\(model.parameters[0])" == "tokenEmbedding.table [19, 12]")
    model.freeze()
    #expect("\(model)" == "GPT, 2812 parameters, 0 of them to learn: \(counts)")
    #expect("\(model.parameters[0].parameter)" == "Parameter [19, 12], frozen")
  }

  @Test("a BERT's list of activations is what a run records, in order and shape")
  func bertList() {
    let model = BERT(
      BERTConfiguration(vocabularySize: 19, contextLength: 8, layers: 2, heads: 2, channels: 12, hiddenChannels: 20),
      seed: 1)
    let sizes: [ActivationPoint.Axis: Int] = [
      .time: 5, .query: 5, .key: 5, .channels: 12, .heads: 2, .keyValueHeads: 2, .headSize: 6, .hiddenChannels: 20,
    ]
    #expect(shapes(model.runWithCache([1, 2, 3, 4, 5]).activations) == shapes(model.activationPoints, sizes))
  }

  @Test("an encoder-decoder's list of activations is what a run records, in order and shape")
  func encoderDecoderList() {
    let model = EncoderDecoder(
      EncoderDecoderConfiguration(vocabularySize: 19, layers: 2, heads: 2, channels: 12, hiddenChannels: 20), seed: 1)
    let sizes: [ActivationPoint.Axis: Int] = [
      .batch: 2, .sourceTime: 4, .time: 3, .query: 3, .key: 3, .channels: 12, .heads: 2, .keyValueHeads: 2,
      .headSize: 6, .hiddenChannels: 20, .vocabulary: 19,
    ]
    let (_, activations) = model.runWithCache(
      source: TokenBatch([[1, 2, 3, 4], [4, 3, 2, 1]]), target: TokenBatch([[5, 6, 7], [7, 6, 5]]))
    let encoderSizes = sizes.merging([.query: 4, .key: 4]) { $1 }
    let isEncoder = { (point: ActivationPoint) in point.name.hasPrefix("encoder.") }
    #expect(
      shapes(activations)
        == shapes(model.activationPoints.filter(isEncoder), encoderSizes)
        + shapes(model.activationPoints.filter { !isEncoder($0) }, sizes))
  }

  @Test("the lists of the small networks are what a run records")
  func smallLists() {
    let network = RecurrentNetwork(RecurrentConfiguration(vocabularySize: 9, layers: 2, channels: 4), seed: 1)
    let batch = TokenBatch([[1, 2, 3]])
    #expect(network.runWithCache(batch).activations.names == network.activationPoints.map(\.name))
    let window = WindowNetwork(
      WindowConfiguration(vocabularySize: 9, window: 2, channels: 4, hiddenChannels: 5), seed: 1)
    #expect(window.runWithCache(batch).activations.names == window.activationPoints.map(\.name))
    let perceptron = MultilayerPerceptron(sizes: [3, 5, 4, 2], seed: 1)
    #expect(perceptron.runWithCache(Tensor.ones(1, 3)).activations.names == perceptron.activationPoints.map(\.name))
  }

  @Test("the names that lessons use")
  func stableNames() {
    let names = GPT(Self.gpt, seed: 1).activationPoints.filter { !$0.name.hasPrefix("blocks.1") }
    #expect(
      names.map { "\($0.name) \($0.shape)" } == [
        "embeddings.token [batch, time, channels]",
        "embeddings.position [batch, time, channels]",
        "blocks.0.residual.before [batch, time, channels]",
        "blocks.0.norm1 [batch, time, channels]",
        "blocks.0.attention.queries [batch, heads, time, headSize]",
        "blocks.0.attention.keys [batch, keyValueHeads, time, headSize]",
        "blocks.0.attention.values [batch, keyValueHeads, time, headSize]",
        "blocks.0.attention.scores [batch, heads, query, key]",
        "blocks.0.attention.pattern [batch, heads, query, key]",
        "blocks.0.attention.context [batch, heads, time, headSize]",
        "blocks.0.attention.output [batch, time, channels]",
        "blocks.0.residual.middle [batch, time, channels]",
        "blocks.0.norm2 [batch, time, channels]",
        "blocks.0.feedForward.hidden [batch, time, hiddenChannels]",
        "blocks.0.feedForward.activated [batch, time, hiddenChannels]",
        "blocks.0.feedForward.output [batch, time, channels]",
        "blocks.0.residual.after [batch, time, channels]",
        "norm [batch, time, channels]",
        "logits [batch, time, vocabulary]",
      ])
  }

  @Test("looking changes nothing but the path through attention", arguments: [gpt, llama])
  func looking(_ configuration: GPTConfiguration) {
    let model = GPT.lively(configuration, seed: 2)
    let tokens = [1, 2, 3, 4, 5]
    expect(model.runWithCache(tokens).logits, isCloseTo: model(tokens), within: 1e-5)
    let few = model.runWithCache(tokens) { $0.hasSuffix("residual.after") }
    #expect(few.logits == model(tokens))
    #expect(few.activations.names == ["blocks.0.residual.after", "blocks.1.residual.after"])
    #expect(few.activations.value(named: "norm") == nil)
  }

  @Test("a hook replaces what flows on, and ends with its scope")
  func hooks() {
    let model = GPT.lively(Self.gpt, seed: 2)
    let tokens = [1, 2, 3, 4]
    let plain = model(tokens)
    // Without attention in block 1 nothing of the other tokens reaches the last block's output of a position.
    let ablated = model.withHooks([Hook("blocks.1.attention.output") { $0 * 0 }]) {
      model.runWithCache(tokens).activations
    }
    #expect(ablated["blocks.1.attention.output"] == Tensor.zeros(4, 12))
    #expect(ablated["blocks.1.residual.middle"] == ablated["blocks.1.residual.before"])
    #expect(model(tokens) == plain)

    // The same residual in another text: the logits are those of the text it comes from.
    let other = model.runWithCache([9, 8, 7, 6])
    let patched = model.withHooks([
      Hook("blocks.0.residual.after") { _ in other.activations["blocks.0.residual.after"] }
    ]) {
      model(tokens)
    }
    expect(patched, isCloseTo: other.logits, within: 1e-5)
  }

  @Test("a pattern that a hook flattens reaches the context; batches show their axis to hooks")
  func patternHook() {
    let model = GPT.lively(Self.gpt, seed: 2)
    let identity = Hook("blocks.0.attention.pattern") { pattern in
      #expect(pattern.shape == [2, 2, 3, 3])
      return Tensor.eye(3).broadcast(to: pattern.shape)
    }
    let activations = model.withHooks([identity]) {
      model.runWithCache(TokenBatch([[1, 2, 3], [4, 5, 6]])).activations
    }
    #expect(activations["blocks.0.attention.context"] == activations["blocks.0.attention.values"])
  }

  @Test("hooks of one name run one after the other; scopes can be nested")
  func nestedHooks() {
    let model = GPT.lively(Self.gpt, seed: 2)
    let double = Hook("norm") { $0 * 2 }
    let plain = model([1, 2])
    let twice = model.withHooks([double]) { model.withHooks([double]) { model([1, 2]) } }
    expect(twice, isCloseTo: plain * 4, within: 1e-4)
  }

  @Test("the logit lens ends with the logits", arguments: [gpt, llama])
  func logitLens(_ configuration: GPTConfiguration) {
    let model = GPT.lively(configuration, seed: 4)
    let (logits, activations) = model.runWithCache([1, 2, 3])
    let lens = model.logitLens(activations)
    #expect(lens.shape == [3, 3, 19])
    expect(lens[-1], isCloseTo: logits, within: 1e-5)
  }

  @Test("the parts of the residual add up to it", arguments: [gpt, llama])
  func residualParts(_ configuration: GPTConfiguration) {
    let model = GPT.lively(configuration, seed: 4)
    let (_, activations) = model.runWithCache([1, 2, 3])
    let parts = model.residualParts(activations)
    #expect(parts.count == (configuration.positions == .learned ? 6 : 5))
    let sum = parts.dropFirst().reduce(parts[0].value) { $0 + $1.value }
    expect(sum, isCloseTo: activations["blocks.1.residual.after"], within: 1e-5)
  }

  @Test("dropout drops inside its scope only, the same elements for the same seed")
  func dropout() {
    var configuration = Self.gpt
    (configuration.embeddingDropout, configuration.attentionDropout, configuration.residualDropout) = (0.3, 0.3, 0.3)
    let model = GPT.lively(configuration, seed: 4)
    let plain = model([1, 2, 3])
    let dropped = model.withDropout(seed: 1) { model([1, 2, 3]) }
    #expect(dropped != plain)
    #expect(model.withDropout(seed: 1) { model([1, 2, 3]) } == dropped)
    #expect(model.withDropout(seed: 2) { model([1, 2, 3]) } != dropped)
    #expect(model([1, 2, 3]) == plain)
  }
}
