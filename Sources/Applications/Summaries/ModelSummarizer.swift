// Summaries in a model's own words, a piece of the text at a time.
internal import Foundation
internal import Models
internal import Retrieval
public import TextModels
internal import Training

/// A language model that was tuned to write a line under a text, and is kept to what the text says.
///
/// A long text is summarised by map and reduce: each paragraph gets a line (map), and the lines together are the summary,
/// or, while they are too long, a text to choose the most central lines from (reduce). A line that its paragraph does not
/// bear out is thrown away, and the paragraph's most central sentence stands in its place.
public struct ModelSummarizer {
  public struct Line: Equatable, Sendable {
    public let text: String
    /// Whether the model wrote it; else it is a sentence of the paragraph.
    public let isWritten: Bool
    /// The share of the words of its worst clause that the paragraph holds, 0 to 1.
    public let groundedness: Double
  }

  public let model: TextModel
  /// What is less grounded is not kept.
  public var leastGroundedness = 0.8

  public init(_ model: TextModel) { self.model = model }

  /// Tunes a copy of a base model on texts with their summaries. Throws ``BatchError`` and ``TrainingError``.
  public static func trained(
    on examples: [(text: String, summary: String)], from base: TextModel, passes: Int = 2, seed: Int = 1
  ) throws -> ModelSummarizer {
    let model = base.trainableCopy()
    let room = model.model.configuration.contextLength
    let texts = examples.map { example -> (ids: [Int], counting: [Bool]) in
      let prompt = model.ids(prompt(example.text))
      let answer = model.tokenizer.encode(" " + example.summary) + model.endTokens.prefix(1)
      let ids = (prompt + answer).suffix(room)
      return (Array(ids), (0..<ids.count).map { $0 >= ids.count - answer.count })
    }
    let batches = try Batches(texts, size: 16, seed: seed) {
      try TextBatch(texts: $0.map(\.ids), counting: $0.map(\.counting))
    }
    let rate = LearningRate.cosine(peak: 1e-3, warmup: 5, steps: passes * batches.count)
    var trainer = Trainer(model.model, optimizer: AdamW(learningRate: rate), seed: seed)
    trainer.report = { _ in }
    try trainer.fit(batches)
    return ModelSummarizer(model)
  }

  private static func prompt(_ text: String) -> String { text + "\nSummary:" }

  /// One line for a paragraph.
  public func line(for paragraph: String) throws -> Line {
    let written = try model.continuation(of: Self.prompt(paragraph), count: 60, stoppingAt: ["\n"])
      .trimmingCharacters(in: .whitespaces)
    let share = Groundedness(of: written, in: [paragraph]).weakest?.share ?? 0
    if share >= leastGroundedness { return Line(text: written, isWritten: true, groundedness: share) }
    return Line(text: SentenceCentrality(of: paragraph).summary(words: 0), isWritten: false, groundedness: 1)
  }

  /// A line for each paragraph; of too many words the most central lines.
  public func summary(of text: String, words: Int) throws -> [Line] {
    let lines = try text.paragraphs.map(line)
    guard lines.reduce(0, { $0 + $1.text.split(separator: " ").count }) > words else { return lines }
    return SentenceCentrality(sentences: lines.map(\.text)).places(words: words).map { lines[$0] }
  }
}
