// What both files of probes share.

/// A harbour in summer and in winter, with a base model that has read the summer's notices.
struct Harbour {
  let summer, winter: Grammar
  /// All words, in their order as tokens.
  let words: [String]
  let seed: Int

  static let (mostNumbers, mostPasses) = (350, 120)

  init(seed: Int) throws {
    var random = SeededRandom(seed: seed)
    let names = ["Birk", "Sandholm", "Ravn", "Ostrey", "Quarne", "Tollum", "Fennick", "Gullhaven"]
    let islands = Array(names.shuffled(using: &random).prefix(6))
    // Every boat goes to another island in winter.
    let turn = Int.random(in: 1...5, using: &random)
    let moved = islands.indices.map { islands[($0 + turn) % 6] }
    let hours = ["six", "seven", "eight", "nine", "ten", "noon"].shuffled(using: &random)
    summer = try Self.notices(of: islands, at: Array(hours[0..<3]))
    winter = try Self.notices(of: moved, at: Array(hours[2..<5]))
    let all = [summer, winter].flatMap { $0.documents(seed: 0).prefix(200).flatMap(\.tokens) }
    words = Set(all).sorted()
    self.seed = seed
  }

  private static func notices(of islands: [String], at hours: [String]) throws -> Grammar {
    let boats = ["ferry", "cutter", "steamer", "barge", "tug", "launch"]
    let rules = zip(boats, islands).map { boat, island in
      Rule(
        "\(boat) notice",
        ["The \(boat) for \(island) leaves at [hour].", "At [hour] the \(boat) leaves for \(island)."])
    }
    return try Grammar([Rule("notice", boats.map { "[\($0) notice]" })] + rules + [Rule("hour", hours)])
  }

  /// Notices as tokens, each behind the token that ends one.
  func texts(_ count: Int, of grammar: Grammar, seed: Int) -> [[Int]] {
    let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
    return grammar.documents(seed: seed).prefix(count).map { document in
      let tokens = document.tokens.compactMap { numbers[$0] }
      return tokens.suffix(1) + tokens
    }
  }

  private func batches(_ texts: [[Int]], size: Int, seed: Int?) throws -> Batches<TextBatch> {
    try Batches(texts, size: size, seed: seed) { try TextBatch(texts: $0) }
  }

  /// What has read the summer.
  func base() throws -> GPT {
    let sizes = GPTConfiguration(
      vocabularySize: words.count, contextLength: 12, layers: 1, heads: 2, channels: 16)
    let rate = LearningRate.cosine(peak: 0.02, warmup: 5, steps: 500)
    var trainer = Trainer(GPT(sizes, seed: seed), optimizer: AdamW(learningRate: rate))
    trainer.report = { _ in }
    try trainer.fit(batches(texts(800, of: summer, seed: seed), size: 16, seed: seed), steps: 500)
    return trainer.model
  }

  /// On winter notices that nobody has trained on.
  func loss(of model: GPT) throws -> Double {
    let unseen = try batches(texts(300, of: winter, seed: -1), size: 50, seed: nil)
    return Double(try Trainer(model, optimizer: AdamW()).evaluate(on: unseen))
  }

  /// What the submission makes of the base, the passes that it needed, and how far the base itself moved.
  private func adapted() throws -> (model: GPT, passes: Int, moved: Float) {
    let base = try base()
    let before = base.parameters.map { $0.parameter.value * 1 }
    var passes = 0
    let counting = Hook("norm") { value in
      passes += 1
      return value
    }
    let rows = texts(80, of: winter, seed: seed)
    let model = try base.withHooks([counting]) { try adapt(base, to: rows, seed: seed) }
    let moved = zip(before, base.parameters).map { ($0 - $1.parameter.value).abs().max().item() }
    return (model, passes, moved.max() ?? 0)
  }

  /// How many numbers the adapters have, and how many passes they took.
  func spent() throws -> [String: Int] {
    let (model, passes, _) = try adapted()
    return ["numbers": model.adapterParameters.reduce(0) { $0 + $1.parameter.value.count }, "passes": passes]
  }

  /// How far the parameters of the base moved, at most.
  func moved() throws -> Float { try adapted().moved }

  /// The adapters alone, by the layers they stand beside, in ten-thousandths: A, B, and their scale.
  func adapters() throws -> [String: [Int]] {
    var (model, passes, _) = try adapted()
    var evidence = ["passes": [passes]]
    model.visitLinears { name, layer in
      guard let adapter = layer.adapter else { return }
      evidence[name + " A"] = adapter.down.value.scalars.map(Self.tenThousandths)
      evidence[name + " B"] = adapter.up.value.scalars.map(Self.tenThousandths)
      evidence[name + " scale"] = [Self.tenThousandths(adapter.lora.scale)]
    }
    return evidence
  }

  /// Numbers that are none, or too large for any good model, as a large one.
  private static func tenThousandths(_ number: Float) -> Int {
    abs(number) < 1000 ? Int((number * 10_000).rounded()) : 10_000_000
  }

  /// How far the base with these adapters is above the entropy; nil if they are no such adapters, or more than the
  /// budget allows.
  func excess(with evidence: [String: [Int]]) throws -> Double? {
    guard let passes = evidence["passes"]?.first, passes <= Self.mostPasses else { return nil }
    var (model, numbers, isSound) = (try base(), 0, true)
    model.visitLinears { name, layer in
      guard let a = evidence[name + " A"] else { return }
      guard let b = evidence[name + " B"], let scale = evidence[name + " scale"]?.first else { return isSound = false }
      let rank = a.count / layer.inputs
      guard rank > 0, a.count == rank * layer.inputs, b.count == rank * layer.outputs else { return isSound = false }
      numbers += a.count + b.count
      let down = Tensor(a.map { Float($0) / 10_000 }, shape: [rank, layer.inputs])
      let up = Tensor(b.map { Float($0) / 10_000 }, shape: [layer.outputs, rank])
      layer.weight.assign(layer.weight.value + up.matmul(down) * (Float(scale) / 10_000))
    }
    guard isSound, numbers <= Self.mostNumbers else { return nil }
    return try loss(of: model) - winter.entropyPerToken
  }

  /// Whether the base with these adapters comes so near to the entropy.
  func isWithin(_ margin: Double, _ evidence: [String: [Int]]) throws -> Bool {
    guard let excess = try excess(with: evidence) else { return false }
    return excess < margin
  }
}
