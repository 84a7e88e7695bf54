// The small model that `lectern data ablate` trains on each variant of the rows.
import DataPreparation
import Models
import Tokenizers
import Training

/// Trains a small GPT on rows, question first, and measures how well it foresees the answers of held-out ones.
///
/// Every variant gets the same model, the same tokenizer, and the same number of steps, so that only the rows differ.
struct AblationTrainer {
  let steps: Int
  private let tokenizer: BytePairTokenizer

  static let vocabularySize = 512
  /// Longer rows are cut.
  private static let mostTokens = 96
  private static let rowsOfBatch = 8
  private static let mostHeldOut = 200

  /// - Parameter rows: what the tokenizer learns from; those of all variants.
  init(rows: [TrainingRow], steps: Int) throws {
    self.steps = steps
    let texts = rows.prefix(5000).map { Self.question(of: $0) + $0.answer }
    tokenizer = try BytePairTokenizer.train(on: texts, vocabularySize: Self.vocabularySize)
  }

  /// The mean loss on the tokens of held-out answers, in nats.
  func loss(_ rows: [TrainingRow], _ heldOut: [TrainingRow], seed: Int) throws -> Double {
    let model = GPT(
      GPTConfiguration(
        vocabularySize: tokenizer.vocabularySize, contextLength: Self.mostTokens, layers: 2, heads: 2, channels: 64),
      seed: seed)
    var trainer = Trainer(
      model, optimizer: AdamW(learningRate: .cosine(peak: 3e-3, warmup: steps / 10, steps: steps)), seed: seed)
    trainer.report = { _ in }
    try trainer.fit(batches(rows, seed: seed), steps: steps)
    return Double(try trainer.evaluate(on: batches(Array(heldOut.prefix(Self.mostHeldOut)), seed: nil)))
  }

  private func batches(_ rows: [TrainingRow], seed: Int?) throws -> Batches<TextBatch> {
    let examples = rows.compactMap(example)
    return try Batches(examples, size: Self.rowsOfBatch, seed: seed) { examples in
      try TextBatch(texts: examples.map(\.tokens), counting: examples.map(\.isAnswer))
    }
  }

  /// Nil for a row without room for its answer.
  private func example(_ row: TrainingRow) -> (tokens: [Int], isAnswer: [Bool])? {
    let question = Array(tokenizer.encode(Self.question(of: row)).suffix(Self.mostTokens / 2))
    let answer = tokenizer.encode(row.answer + "\n").prefix(Self.mostTokens + 1 - question.count)
    guard question.count + answer.count >= 2 else { return nil }
    return (question + answer, question.map { _ in false } + answer.map { _ in true })
  }

  private static func question(of row: TrainingRow) -> String {
    [row.instruction, row.input ?? ""].filter { !$0.isEmpty }.map { $0 + "\n" }.joined()
  }
}
