import Layers
import Models
import Tensors
import Testing
import Training

/// Batches: by their numbers, from texts and from examples.
struct BatchTests {
  private let text = Array(0..<50)

  @Test("the target of each token is the token behind it")
  func targets() throws {
    for batches in [
      try Batches<TextBatch>.windows(of: text, time: 6, size: 4, seed: 1),
      try .inOrder(text, time: 6, size: 4),
    ] {
      for number in 0..<batches.count {
        let batch = try batches[number]
        #expect(batch.tokens.time == 6 && batch.tokenCount == batch.tokens.batch * 6)
        for (token, target) in zip(batch.tokens.ids, batch.targets.joined()) where target != TextBatch.ignored {
          #expect(target == token + 1)
        }
      }
    }
  }

  @Test("random windows come from the whole text, the same ones for the same seed and number")
  func windows() throws {
    let batches = try Batches<TextBatch>.windows(of: text, time: 6, size: 4, seed: 3)
    let starts = try (0..<200).flatMap { number in
      let ids = try batches[number].tokens.ids
      return stride(from: 0, to: ids.count, by: 6).map { ids[$0] }
    }
    #expect(Set(starts) == Set(0...43))
    let again = try Batches<TextBatch>.windows(of: text, time: 6, size: 4, seed: 3)
    let other = try Batches<TextBatch>.windows(of: text, time: 6, size: 4, seed: 4)
    #expect(try again[17] == batches[17])
    #expect(try other[17] != batches[17])
    #expect(try batches[18] != batches[17])
  }

  @Test("windows in order count each token but the first once, whatever the length of the text", arguments: 7...26)
  func inOrder(_ count: Int) throws {
    let batches = try Batches<TextBatch>.inOrder(Array(text[..<count]), time: 6, size: 2)
    let targets = try (0..<batches.count).flatMap { try batches[$0].targets.joined() }
    #expect(targets.filter { $0 != TextBatch.ignored } == Array(1..<count))
    #expect(try batches[batches.count] == batches[0])
  }

  @Test("tokens that are not marked are read, but do not count")
  func marks() throws {
    let counting = text.map { $0 % 3 == 0 }
    for batches in [
      try Batches<TextBatch>.windows(of: text, time: 6, size: 4, seed: 1, counting: counting),
      try .inOrder(text, time: 6, size: 4, counting: counting),
    ] {
      let batch = try batches[1]
      for (token, target) in zip(batch.tokens.ids, batch.targets.joined()) {
        #expect(target == ((token + 1) % 3 == 0 ? token + 1 : TextBatch.ignored))
      }
      #expect(batch.targetCount == batch.targets.joined().count { $0 % 3 == 0 })
    }
  }

  @Test("texts of different lengths are padded where nothing counts")
  func paddedTexts() throws {
    let batch = try TextBatch(
      texts: [[5, 6, 7, 8], [9, 4]], counting: [[false, false, true, true], [true, true]])
    #expect(batch.tokens.ids == [5, 6, 7, 9, 0, 0])
    #expect(batch.targets == [[-100, 7, 8], [4, -100, -100]])
    #expect(batch.targetCount == 3 && batch.tokenCount == 6)
  }

  @Test("a pass goes through all examples once, each pass in another order, the last batch with the rest")
  func passes() throws {
    let batches = try Batches(text, size: 8, seed: 1)
    #expect(batches.count == 7)
    let passes = try (0..<3).map { pass in try (0..<7).map { try batches[pass * 7 + $0] } }
    for pass in passes {
      #expect(pass.map(\.count) == [8, 8, 8, 8, 8, 8, 2])
      #expect(pass.joined().sorted() == text)
    }
    #expect(Set(passes.map { Array($0.joined()) }).count == 3)
    #expect(try batches[9] == passes[1][2])
    #expect(try (0..<7).flatMap { try Batches(text, size: 8, seed: nil)[$0] } == text)
  }

  @Test("a translation is read whole, and written from its first token to its last")
  func translations() throws {
    let batch = try TranslationBatch(sources: [[3, 4, 5], [6]], targets: [[0, 7, 1], [0, 8, 9, 1]])
    #expect(batch.source == TokenBatch(padding: [[3, 4, 5], [6]]))
    #expect(batch.target.tokens.ids == [0, 7, 0, 0, 8, 9])
    #expect(batch.target.targets == [[7, 1, -100], [8, 9, 1]])
    #expect(batch.targetCount == 5 && batch.tokenCount == 12)
  }

  @Test("a hidden token is the target, a share of each text is hidden, and other tokens in each pass")
  func masked() throws {
    let texts = [Array(10..<20), [20, 21], Array(30..<45)]
    let batches = try Batches<TextBatch>.masked(texts, with: 3, share: 0.2, size: 3, seed: 1)
    var hidden: [Set<Int>] = []
    for pass in 0..<4 {
      let batch = try batches[pass]
      #expect(batch.targetCount == 2 + 1 + 3 && batch.tokens.time == 15)
      let rows = zip(batch.tokens.ids, batch.targets.joined())
      #expect(rows.allSatisfy { ($0 == 3) == ($1 != TextBatch.ignored) })
      let found = rows.filter { $1 != TextBatch.ignored }.map(\.1)
      let seen = rows.filter { $1 == TextBatch.ignored && $0 != 0 }.map(\.0)
      #expect(Set(found + seen) == Set(texts.joined()))
      hidden.append(Set(found))
    }
    #expect(Set(hidden).count > 1)
    #expect(try batches[2] == Batches<TextBatch>.masked(texts, with: 3, share: 0.2, size: 3, seed: 1)[2])
    #expect(throws: BatchError.textTooShort(number: 1, tokens: 1)) {
      try Batches<TextBatch>.masked([[5, 6], [7]], with: 3, size: 2, seed: 1)
    }
  }

  @Test("a BERT learns to find hidden tokens")
  func maskedLoss() throws {
    let model = BERT(
      BERTConfiguration(
        vocabularySize: 12, contextLength: 8, layers: 1, heads: 2, channels: 16, hasPooler: false, hasMaskedHead: true),
      seed: 1)
    // What is hidden stands beside it too.
    let texts = (1...10).map { Array(repeating: $0, count: 6) }
    let batches = try Batches.masked(texts, with: 11, size: 10, seed: 1)
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 1e-2)) { try $0.maskedLoss($1) }
    trainer.report = { _ in }
    let result = try trainer.fit(batches, steps: 120)
    #expect(result.losses[0] > 2 && result.losses.suffix(10).allSatisfy { $0 < 0.7 })
  }

  @Test("a learning rate rises to its peak, falls to its floor, and stays there")
  func learningRates() {
    for schedule in [
      LearningRate.cosine(peak: 1, warmup: 4, steps: 20, floor: 0.1),
      .linear(peak: 1, warmup: 4, steps: 20, floor: 0.1),
    ] {
      let rates = (0..<30).map { schedule[$0] }
      #expect(rates[0] == 0.2 && rates[4] == 1 && rates[20...].allSatisfy { $0 == 0.1 })
      #expect(
        zip(rates[..<4], rates[1...4]).allSatisfy { $0 < $1 }
          && zip(rates[4..<20], rates[5...20]).allSatisfy { $0 > $1 })
      #expect(schedule.steps == 20)
    }
    #expect(LearningRate.cosine(peak: 1, steps: 10)[5] == 0.5)
    #expect(LearningRate.cosine(peak: 1, warmup: 5, steps: 5)[4] < 1 && LearningRate.linear(peak: 1, steps: 0)[0] == 0)
    let constant: LearningRate = 0.25
    #expect(constant[0] == 0.25 && constant[1_000_000] == 0.25 && constant.steps == nil)
  }
}
