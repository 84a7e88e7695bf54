// What both files of probes share.

func rows(of batch: TextBatch) -> [String: [[Int]]] {
  let time = batch.tokens.time
  let tokens = (0..<batch.tokens.batch).map { Array(batch.tokens.ids[$0 * time..<($0 + 1) * time]) }
  return ["tokens": tokens, "targets": batch.targets]
}

/// A model that can see two documents, all of which have one length.
func sizes(_ grammar: Grammar) -> GPTConfiguration {
  GPTConfiguration(
    vocabularySize: words(of: grammar).count, contextLength: 2 * Int(grammar.tokensPerDocument), layers: 1, heads: 2,
    channels: 16)
}

func words(of grammar: Grammar) -> [String] {
  Set(grammar.documents(seed: 0).prefix(500).flatMap { $0.tokens }).sorted()
}

/// Documents as numbers, one behind the other.
func text(_ count: Int, of grammar: Grammar, seed: Int) -> [Int] {
  let words = words(of: grammar)
  let numbers = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($1, $0) })
  return grammar.documents(seed: seed).prefix(count).flatMap { $0.tokens }.compactMap { numbers[$0] }
}

/// What a training leaves behind: the parameters by name, in thousandths, and how many passes through the model it made.
/// Rounding costs a ten-thousandth of a nat, and keeps the answers of a copy for learners small.
func trained(_ grammar: Grammar, steps: Int, _ random: ProbeRandom) throws -> [String: [Int]] {
  let model = GPT(sizes(grammar), seed: random.seed())
  // 1000 documents: enough that learning them by heart helps little.
  let text = text(1000, of: grammar, seed: random.seed())
  var passes = 0
  let counting = Hook("norm") { value in
    passes += 1
    return value
  }
  try model.withHooks([counting]) { try train(model, on: text, steps: steps, seed: random.seed()) }
  var evidence = ["passes": [passes]]
  for named in model.parameters { evidence[named.name] = named.parameter.value.scalars.map(thousandths) }
  return evidence
}

/// Numbers that are none, or too large for any good model, as a very large one.
func thousandths(_ number: Float) -> Int {
  abs(number) < 1000 ? Int((number * 1000).rounded()) : 1_000_000
}

/// The loss on text of the grammar that no training has seen; nil if these are no weights of such a model.
func heldOutLoss(_ evidence: [String: [Int]], _ grammar: Grammar) throws -> Float? {
  let model = GPT(sizes(grammar), seed: 0)
  for named in model.parameters {
    let shape = named.parameter.value.shape
    guard let numbers = evidence[named.name], numbers.count == shape.reduce(1, *) else { return nil }
    named.parameter.assign(Tensor(numbers.map { Float($0) / 1000 }, shape: shape))
  }
  // Windows of whole documents, so that no reader is better off than the entropy says.
  let text = text(300, of: grammar, seed: -1)
  let batches = try Batches.inOrder(text, time: model.configuration.contextLength, size: 32)
  return try Trainer(model, optimizer: AdamW()).evaluate(on: batches)
}

/// Whether the weights come within `margin` nats of the grammar's entropy, in no more passes than steps.
func knows(_ grammar: Grammar, _ evidence: [String: [Int]], steps: Int, margin: Double) throws -> Bool {
  guard let passes = evidence["passes"]?.first, passes <= steps else { return false }
  guard let loss = try heldOutLoss(evidence, grammar) else { return false }
  return Double(loss) < grammar.entropyPerToken + margin
}
