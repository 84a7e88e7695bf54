import Layers
import Models
import Tensors
import Testing

/// Going on with a text token by token gives what reading it as a whole gives.
struct GPTCacheTests {
  static let configurations = [
    GPTConfiguration(vocabularySize: 19, contextLength: 16, layers: 2, heads: 2, channels: 12),
    .llama(
      vocabularySize: 19, contextLength: 16, layers: 2, heads: 4, keyValueHeads: 2, channels: 16, hiddenChannels: 24),
  ]

  private func model(_ configuration: GPTConfiguration) -> GPT { GPT.lively(configuration, seed: 3) }

  @Test("in pieces of any size the last logits are those of the whole text", arguments: configurations)
  func pieces(_ configuration: GPTConfiguration) throws {
    let model = model(configuration)
    let text = [3, 18, 0, 7, 7, 2, 11, 5]
    let whole = model(text)
    for sizes in [[8], [1, 1, 1, 1, 1, 1, 1, 1], [3, 1, 4], [5, 3]] {
      var cache = KeyValueCache()
      var end = 0
      for size in sizes {
        let logits = try model.logits(for: TokenBatch([Array(text[end..<end + size])]), cache: &cache)
        end += size
        expect(logits, isCloseTo: whole[end - 1].expanded(at: 0), within: 1e-5, "\(sizes), \(end) tokens:")
      }
      #expect(cache.time == text.count)
    }
  }

  @Test("a batch of texts of different lengths goes on as each would alone", arguments: configurations)
  func paddedBatch(_ configuration: GPTConfiguration) throws {
    let model = model(configuration)
    let prompts = [[3, 18, 0, 7], [5], [1, 2]]
    var cache = KeyValueCache()
    var logits = try model.logits(for: TokenBatch(padding: prompts, on: .left), cache: &cache)
    var texts = prompts
    for next in [[4, 9, 11], [6, 6, 0], [2, 3, 4]] {
      for (row, text) in texts.enumerated() {
        expect(logits[row], isCloseTo: model(text)[-1], within: 1e-5, "text \(row), \(text.count) tokens:")
      }
      logits = try model.logits(for: TokenBatch(next.map { [$0] }), cache: &cache)
      for row in texts.indices { texts[row].append(next[row]) }
    }
    // Several new tokens for texts with padding before them.
    let logitsOfTwo = try model.logits(for: TokenBatch([[1, 2], [3, 4], [5, 6]]), cache: &cache)
    for (row, text) in texts.enumerated() {
      expect(logitsOfTwo[row], isCloseTo: model(text + [2 * row + 1, 2 * row + 2])[-1], within: 1e-5, "text \(row):")
    }
  }

  @Test("a copy of a cache goes its own way, and sequences can be chosen from it")
  func beams() throws {
    let model = model(Self.configurations[0])
    var cache = KeyValueCache()
    _ = try model.logits(for: TokenBatch(padding: [[3, 18, 0], [5]], on: .left), cache: &cache)
    var beams = cache
    beams.select([1, 1, 0])
    let logits = try model.logits(for: TokenBatch([[7], [8], [9]]), cache: &beams)
    for (row, text) in [[5, 7], [5, 8], [3, 18, 0, 9]].enumerated() {
      expect(logits[row], isCloseTo: model(text)[-1], within: 1e-5, "beam \(row):")
    }
    let other = try model.logits(for: TokenBatch([[1], [2]]), cache: &cache)
    expect(other[1], isCloseTo: model([5, 2])[-1], within: 1e-5, "the first cache:")
  }

  @Test("tokens the model cannot read are refused, and the cache stays as it was")
  func mistakes() throws {
    let model = model(Self.configurations[0])
    var cache = KeyValueCache()
    _ = try model.logits(for: TokenBatch([[3, 18, 0]]), cache: &cache)
    let mistakes: [(TokenBatch, ModelInputError)] = [
      (TokenBatch([[4, 19]]), .noSuchToken(id: 19, sequence: 0, place: 1, vocabularySize: 19)),
      (TokenBatch([[-1]]), .noSuchToken(id: -1, sequence: 0, place: 0, vocabularySize: 19)),
      (TokenBatch([Array(repeating: 1, count: 14)]), .tooLong(time: 17, contextLength: 16)),
      (TokenBatch([[1], [2]]), .otherBatch(cached: 1, given: 2)),
      (TokenBatch([[]]), .noTokens),
      (TokenBatch([[4, 0]], isPresent: [[true, false]]), .paddingAtTheEnd(sequence: 0)),
      (TokenBatch([[4, 0]], isPresent: [[false, false]]), .onlyPadding(sequence: 0)),
    ]
    for (tokens, error) in mistakes {
      #expect(throws: error) { try model.logits(for: tokens, cache: &cache) }
    }
    expect(
      try model.logits(for: TokenBatch([[7]]), cache: &cache), isCloseTo: model([3, 18, 0, 7])[-1].expanded(at: 0),
      within: 1e-5)
  }
}

extension GPT {
  /// A model whose values are so large that nothing it computes is near 0; biases and norms too.
  static func lively(_ configuration: GPTConfiguration, seed: Int) -> GPT {
    let model = GPT(configuration, seed: seed)
    var random = SeededRandom(seed: seed)
    for named in model.parameters {
      let noise = Tensor.randomNormal(named.parameter.value.shape, standardDeviation: 0.2, using: &random)
      named.parameter.assign(named.name.hasSuffix("scale") ? noise + 1 : noise)
    }
    return model
  }
}
