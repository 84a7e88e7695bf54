import Generation
import Layers
import Models
import Tensors
import Testing

/// An encoder-decoder writes what belongs to a source.
struct EncoderDecoderGenerationTests {
  static let sources = [[3, 18, 0, 7, 2], [5], [1, 2, 9]]
  static let samplings: [Sampling] = [.greedy, .topP(0.9, temperature: 2)]

  private var model: EncoderDecoder {
    let sizes = EncoderDecoderConfiguration(
      vocabularySize: 23, targetVocabularySize: 19, contextLength: 12, layers: 2, heads: 2, channels: 12)
    return EncoderDecoder(sizes, seed: 1).lively(seed: 4)
  }

  private func logits(_ model: EncoderDecoder, _ source: [Int], _ target: [Int]) -> Tensor {
    model(source: TokenBatch([source]), target: TokenBatch([target]))[0, -1]
  }

  @Test("greedy takes the likeliest token of the whole target each time, as without a cache", arguments: sources)
  func greedy(_ source: [Int]) throws {
    let model = model
    var target = [1, 4]
    for _ in 0..<8 { target.append(logits(model, source, target).argmax()) }
    #expect(try model.generate(from: source, beginning: [1, 4], count: 8) == Array(target[2...]))
  }

  @Test("a batch gives each source what it gives alone", arguments: samplings)
  func batch(_ sampling: Sampling) throws {
    let model = model
    let targets = try model.generate(
      from: Self.sources, beginning: [1], sampling: sampling, count: 9, stoppingAt: [[4]], seed: 6)
    for (row, source) in Self.sources.enumerated() {
      let alone = try model.generate(
        from: source, beginning: [1], sampling: sampling, count: 9, stoppingAt: [[4]], seed: 6 + row)
      #expect(targets[row] == alone, "source \(row)")
    }
    #expect(Set(targets).count > 1)
  }

  @Test("a target ends when it has filled the context")
  func fullContext() throws {
    let model = model
    // 12 tokens are read, the last of the new ones is not.
    #expect(try model.generate(from: [3], beginning: [1, 2], count: 50).count == 11)
    #expect(try model.beams(from: [3], beginning: [1, 2], width: 2, count: 50).allSatisfy { $0.ids.count == 11 })
    #expect(throws: ModelInputError.tooLong(time: 13, contextLength: 12)) {
      try model.generate(from: [3], beginning: Array(repeating: 1, count: 13), count: 1)
    }
  }

  @Test("beams of width 1 are greedy, and as wide as the vocabulary find the likeliest target of two tokens")
  func beams() throws {
    let model = model
    let source = Self.sources[0]
    #expect(
      try model.beams(from: source, beginning: [1], width: 1, count: 9).map(\.ids)
        == [model.generate(from: source, beginning: [1], count: 9)])

    var best: (ids: [Int], logProbability: Float) = ([], -.infinity)
    let first = logits(model, source, [1]).logSoftmax()
    for id in 0..<19 {
      let second = logits(model, source, [1, id]).logSoftmax()
      let next = second.argmax()
      let sum = first[id].item() + second[next].item()
      if sum > best.logProbability { best = ([id, next], sum) }
    }
    let beams = try model.beams(from: source, beginning: [1], width: 19, count: 2)
    #expect(beams[0].ids == best.ids)
    #expect(abs(beams[0].logProbability - best.logProbability) < 1e-4)
  }

  @Test("beams are the same whether keys and values are remembered or not", arguments: sources)
  func beamsWithoutCache(_ source: [Int]) throws {
    let model = model
    for beam in try model.beams(from: source, beginning: [1], width: 4, count: 8) {
      var sum: Float = 0
      for (place, id) in beam.ids.enumerated() {
        sum += logits(model, source, [1] + beam.ids[..<place]).logSoftmax()[id].item()
      }
      #expect(abs(beam.logProbability - sum) < 1e-4)
    }
  }

  @Test("sources and beginnings that cannot be are refused")
  func mistakes() {
    let model = model
    #expect(throws: GenerationError.emptyPrompt(sequence: 1)) {
      try model.generate(from: [[3], []], beginning: [1], count: 3)
    }
    #expect(throws: ModelInputError.noTokens) { try model.generate(from: [3], beginning: [], count: 3) }
    #expect(throws: ModelInputError.noSuchToken(id: 23, sequence: 0, place: 0, vocabularySize: 23)) {
      try model.beams(from: [23], beginning: [1], width: 2, count: 3)
    }
    #expect(throws: ModelInputError.noSuchToken(id: 19, sequence: 0, place: 0, vocabularySize: 19)) {
      try model.beams(from: [3], beginning: [19], width: 2, count: 3)
    }
    #expect(throws: GenerationError.noSuchStopToken(id: 19, vocabularySize: 19)) {
      try model.generate(from: [3], beginning: [1], count: 3, stoppingAt: [[19]])
    }
    #expect(throws: GenerationError.setting("width", 0, allowed: "1 or more")) {
      try model.beams(from: [3], beginning: [1], width: 0, count: 3)
    }
    #expect(throws: GenerationError.setting("count", -2, allowed: "0 or more")) {
      try model.beams(from: [3], beginning: [1], width: 2, count: -2)
    }
  }
}
