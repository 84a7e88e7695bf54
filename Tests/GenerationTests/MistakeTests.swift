import Generation
import Layers
import Models
import Tensors
import Testing

/// Wishes that cannot be fulfilled, and what is said about them.
struct MistakeTests {
  private func expect(_ error: any Error & Equatable, _ sentence: String, from body: (GPT) throws -> Void) {
    let thrown = #expect(throws: (any Error).self) { try body(TinyGPT.gpt2.model) }
    #expect(thrown.map { "\($0)" } == sentence)
    #expect("\(error)" == sentence)
  }

  @Test("prompts that the model cannot read")
  func prompts() {
    expect(GenerationError.noPrompts, "there are no prompts; generate needs at least one") {
      try $0.generate(from: [[Int]](), count: 3)
    }
    expect(
      GenerationError.emptyPrompt(sequence: 1),
      "prompt 1 has no tokens; a model needs at least one to go on from, such as a token that begins each text"
    ) { try $0.generate(from: [[1], []], count: 3) }
    expect(
      ModelInputError.noSuchToken(id: 23, sequence: 1, place: 0, vocabularySize: 23),
      "token 23 at place 0 of sequence 1 is not in the vocabulary, whose ids are 0 to 22; is it from another tokenizer?"
    ) { try $0.generate(from: [[1, 2, 3], [23]], count: 3) }
    expect(
      ModelInputError.tooLong(time: 17, contextLength: 16),
      "17 tokens are more than the model's context of 16; shorten the text"
    ) { try $0.generate(from: Array(repeating: 1, count: 17), count: 3) }
  }

  @Test(
    "settings that cannot be",
    arguments: [
      (Sampling.temperature(0), "the temperature is 0; it must be above 0; .greedy always takes the likeliest token"),
      (.temperature(.nan), "the temperature is nan; it must be above 0; .greedy always takes the likeliest token"),
      (.topK(0), "the k of top-k is 0; it must be 1 or more"),
      (
        .topK(3, temperature: -1), "the temperature is -1; it must be above 0; .greedy always takes the likeliest token"
      ),
      (.topP(0), "the p of top-p is 0; it must be above 0 and at most 1"),
      (.topP(1.5), "the p of top-p is 1.5; it must be above 0 and at most 1"),
      (
        .topP(0.5, temperature: .infinity),
        "the temperature is inf; it must be above 0; .greedy always takes the likeliest token"
      ),
    ])
  func samplings(_ sampling: Sampling, _ sentence: String) {
    let thrown = #expect(throws: GenerationError.self) {
      try TinyGPT.gpt2.model.generate(from: [1], sampling: sampling, count: 3)
    }
    #expect(thrown?.description == sentence)
  }

  @Test("a count, a penalty and stop sequences that cannot be")
  func settings() {
    expect(GenerationError.setting("count", -1, allowed: "0 or more"), "count is -1; it must be 0 or more") {
      try $0.generate(from: [1], count: -1)
    }
    expect(
      GenerationError.setting("repetitionPenalty", 0, allowed: "above 0; 1 changes nothing"),
      "repetitionPenalty is 0; it must be above 0; 1 changes nothing"
    ) { try $0.generate(from: [1], count: 3, repetitionPenalty: 0) }
    expect(
      GenerationError.emptyStopSequence,
      "a stop sequence has no tokens; a single stop token is a sequence of one"
    ) { try $0.generate(from: [1], count: 3, stoppingAt: [[4], []]) }
    expect(
      GenerationError.noSuchStopToken(id: 50_256, vocabularySize: 23),
      "the stop token 50256 is not in the vocabulary, whose ids are 0 to 22; is it from another tokenizer?"
    ) { try $0.generate(from: [1], count: 3, stoppingAt: [[50_256]]) }
  }

  @Test("a model whose weights are not numbers any more", arguments: Sampling.greedyAndRandom)
  func brokenWeights(_ sampling: Sampling) {
    expect(
      GenerationError.notFinite(sequence: 0, place: 0),
      "the logits for token 0 of text 0 are not finite numbers; the model's weights are broken, perhaps by a learning "
        + "rate that was too high"
    ) { model in
      let table = model.tokenEmbedding.table
      table.assign(table.value * .nan)
      try model.generate(from: [[1], [2]], sampling: sampling, count: 3)
    }
  }

  @Test("a distribution at an impossible temperature stops with the sentence")
  func impossibleDistribution() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Sampling.topP(2).probabilities(Tensor([1, 2]))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Fatal error: Sampling: the p of top-p is 2; it must be above 0 and at most 1"), "\(text)")
  }
}

extension Sampling {
  static let greedyAndRandom: [Sampling] = [.greedy, .topP(0.9)]
}
