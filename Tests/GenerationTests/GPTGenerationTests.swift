import Generation
import Layers
import Models
import Tensors
import Testing

/// A GPT goes on with texts.
struct GPTGenerationTests {
  static let samplings: [Sampling] = [.greedy, .temperature(1.5), .topK(5, temperature: 2), .topP(0.9, temperature: 2)]

  @Test("greedy takes the likeliest token of the whole text each time, as without a cache", arguments: TinyGPT.allCases)
  func greedy(_ tiny: TinyGPT) throws {
    let model = tiny.model
    var text = [3, 18, 0]
    for _ in 0..<13 { text.append(model(text)[-1].argmax()) }
    #expect(try model.generate(from: [3, 18, 0], count: 13) == Array(text[3...]))
    #expect(Set(text).count > 3)
  }

  @Test("the same seed gives the same text, another seed another", arguments: samplings)
  func seeds(_ sampling: Sampling) throws {
    let model = TinyGPT.gpt2.model
    func text(_ seed: Int) throws -> [Int] {
      try model.generate(from: [3, 18], sampling: sampling, count: 12, seed: seed)
    }
    #expect(try text(7) == text(7))
    #expect(try (text(7) == text(8)) == (sampling == .greedy))
  }

  @Test("a batch gives each prompt what it gives alone, beyond the context too", arguments: TinyGPT.allCases, samplings)
  func batch(_ tiny: TinyGPT, _ sampling: Sampling) throws {
    let model = tiny.model
    let prompts = [[3, 18, 0, 7, 2, 1, 9], [5], [1, 2], [1, 2]]
    let texts = try model.generate(from: prompts, sampling: sampling, count: 30, stoppingAt: [[4]], seed: 20)
    for (row, prompt) in prompts.enumerated() {
      let alone = try model.generate(from: prompt, sampling: sampling, count: 30, stoppingAt: [[4]], seed: 20 + row)
      #expect(texts[row] == alone, "prompt \(row)")
    }
    #expect((texts[2] == texts[3]) == (sampling == .greedy))
  }

  @Test("when the context is full the older half is forgotten", arguments: TinyGPT.allCases)
  func beyondTheContext(_ tiny: TinyGPT) throws {
    let model = tiny.model
    var window = [3, 18, 0, 7]
    var text: [Int] = []
    for _ in 0..<40 {
      let id = model(window)[-1].argmax()
      text.append(id)
      window.append(id)
      if window.count > TinyGPT.contextLength { window = Array(window.suffix(TinyGPT.contextLength / 2)) }
    }
    #expect(try model.generate(from: [3, 18, 0, 7], count: 40) == text)
  }

  @Test("a prompt may fill the context, and the context may be a single token")
  func fullPrompt() throws {
    let model = TinyGPT.gpt2.model
    let prompt = (0..<TinyGPT.contextLength).map { $0 % 7 }
    #expect(try model.generate(from: prompt, count: 1) == [model(prompt)[-1].argmax()])
    #expect(try model.generate(from: prompt, count: 5).count == 5)

    let sizes = GPTConfiguration(vocabularySize: 23, contextLength: 1, layers: 1, heads: 2, channels: 8)
    let short = GPT(sizes, seed: 1).lively(seed: 2)
    let first = short([4])[-1].argmax()
    #expect(try short.generate(from: [4], count: 2) == [first, short([first])[-1].argmax()])
  }

  @Test("a text ends behind a stop sequence of new tokens")
  func stops() throws {
    let model = TinyGPT.gpt2.model
    let prompt = [3, 18]
    let text = try model.generate(from: prompt, sampling: .temperature(2), count: 14, seed: 1)
    let pair = Array(text[5...6])
    #expect(
      try model.generate(from: prompt, sampling: .temperature(2), count: 14, stoppingAt: [pair], seed: 1)
        == Array(text[...6]))
    let first = try #require(text.firstIndex(of: text[9]))
    #expect(
      try model.generate(
        from: prompt, sampling: .temperature(2), count: 14, stoppingAt: [[text[9]], text + [1]], seed: 1)
        == Array(text[...first]))
    // The end of the prompt is no part of it.
    #expect(
      try model.generate(from: prompt, sampling: .temperature(2), count: 3, stoppingAt: [[18, text[0]]], seed: 1)
        == Array(text[..<3]))
  }

  @Test("a token's logits, probability and candidates are those of the model", arguments: samplings)
  func tokens(_ sampling: Sampling) throws {
    let model = TinyGPT.gpt2.model
    var texts = [[3, 18, 0], [5]]
    var places = [0, 0]
    let written = try model.generate(from: texts, sampling: sampling, count: 6) { token in
      let logits = model(texts[token.sequence])[-1]
      #expect(token.logits.difference(from: logits, relative: 0, absolute: 1e-4) == nil)
      #expect(abs(token.probability - logits.softmax()[token.id].item()) < 1e-5)
      let candidates = token.candidates(3)
      #expect(candidates.map(\.id).first == logits.argmax())
      #expect(candidates.map(\.probability) == candidates.map(\.probability).sorted(by: >))
      #expect(candidates.count == 3)
      #expect(token.place == places[token.sequence])
      places[token.sequence] += 1
      texts[token.sequence].append(token.id)
    }
    #expect(written == [Array(texts[0][3...]), Array(texts[1][1...])])
  }

  @Test("what the closure throws ends the text")
  func interruption() throws {
    struct Enough: Error {}
    var seen = 0
    #expect(throws: Enough.self) {
      try TinyGPT.gpt2.model.generate(from: [3], count: 10) { _ in
        seen += 1
        if seen == 4 { throw Enough() }
      }
    }
    #expect(seen == 4)
  }

  @Test("a repetition penalty divides positive logits of tokens that were there, and multiplies negative ones")
  func repetitionPenalty() throws {
    let model = TinyGPT.gpt2.model
    var text = [3, 18, 0]
    for _ in 0..<10 {
      var logits = model(text)[-1].scalars
      for id in Set(text) { logits[id] *= logits[id] > 0 ? 1 / 1.7 : 1.7 }
      text.append(Tensor(logits).argmax())
    }
    #expect(try model.generate(from: [3, 18, 0], count: 10, repetitionPenalty: 1.7) == Array(text[3...]))
    #expect(try model.generate(from: [3, 18, 0], count: 10) != Array(text[3...]))
  }

  @Test("nothing is generated for a count of 0")
  func nothing() throws {
    #expect(try TinyGPT.gpt2.model.generate(from: [[3], [4]], count: 0) == [[], []])
  }

  @Test("hooks change what is generated, each token by the model as they leave it")
  func hooks() throws {
    let model = TinyGPT.gpt2.model
    let plain = try model.generate(from: [3, 18, 0], count: 8)
    let hooks = [
      // Heads that see nothing but the first token.
      Hook("blocks.0.attention.pattern") { pattern in
        let first: [Float] = (0..<pattern.shape[pattern.rank - 1]).map { $0 == 0 ? 1 : 0 }
        return Tensor(first).broadcast(to: pattern.shape)
      },
      Hook("blocks.1.attention.output") { $0 * -1 },
    ]
    for hook in hooks {
      var text = [3, 18, 0]
      model.withHooks([hook]) {
        for _ in 0..<8 { text.append(model(text)[-1].argmax()) }
      }
      let hooked = try model.withHooks([hook]) { try model.generate(from: [3, 18, 0], count: 8) }
      #expect(hooked == Array(text[3...]), "\(hook.name)")
      #expect(hooked != plain, "\(hook.name)")
    }
  }
}
