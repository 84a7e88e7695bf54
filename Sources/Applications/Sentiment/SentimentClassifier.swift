// The mood of a text: a head on what a language model makes of it.
public import Corpora
public import Layers
internal import Models
internal import Tensors
public import TextModels
internal import Training

/// Tells the mood of a text from the vector that a GPT has after its last token.
public struct SentimentClassifier: Module {
  /// What it is trained from.
  public enum Start: String, CaseIterable, Sendable {
    /// The language model stays as it is, and only the head learns.
    case features
    /// The language model learns with it.
    case fineTuned
    /// The same architecture with random weights: what the labels alone are worth.
    case scratch
  }

  public typealias Sentiment = HarbourLines.Sentiment
  /// The labels in the order of the head's outputs.
  public static let labels = Sentiment.allCases

  public let base: TextModel
  /// `[channels]` to `[labels]`
  public let head: Linear

  public var parameters: [NamedParameter] {
    base.model.parameters(named: "base") + head.parameters(named: "head")
  }

  private init(_ base: TextModel, seed: Int) {
    var initializer = Initializer(seed: seed)
    self.base = base
    head = Linear(inputs: base.model.configuration.channels, outputs: Self.labels.count, using: &initializer)
  }

  /// Learns from remarks; the base model given stays as it is. Throws ``BatchError`` without any, and ``TrainingError``.
  public static func trained(
    on remarks: [LetterRemark], from start: Start, _ base: TextModel, seed: Int
  ) throws -> SentimentClassifier {
    switch start {
    case .features:
      let classifier = SentimentClassifier(base, seed: seed)
      // The base does not change: each remark is read once.
      let vectors = try classifier.vectors(of: remarks.map(\.text))
      let labels = remarks.map(\.sentiment.number)
      var trainer = Trainer(classifier.head, optimizer: AdamW(learningRate: 0.02), seed: seed) {
        (head: Linear, places: [Int]) in
        crossEntropy(logits: head(vectors[places]), targets: places.map { labels[$0] })
      }
      trainer.report = { _ in }
      try trainer.fit(Batches(Array(remarks.indices), size: max(1, remarks.count), seed: seed), steps: 200)
      return classifier
    case .fineTuned: return try trained(base.trainableCopy(), remarks, peak: 5e-4, passes: 4, seed: seed)
    case .scratch: return try trained(base.untrainedCopy(seed: seed), remarks, peak: 1e-3, passes: 12, seed: seed)
    }
  }

  private static func trained(
    _ base: TextModel, _ remarks: [LetterRemark], peak: Float, passes: Int, seed: Int
  ) throws -> SentimentClassifier {
    let batches: Batches<[LetterRemark]> = try Batches(remarks, size: 16, seed: seed)
    let classifier = SentimentClassifier(base, seed: seed)
    let rate = LearningRate.cosine(peak: peak, warmup: 5, steps: passes * batches.count)
    var trainer = Trainer(classifier, optimizer: AdamW(learningRate: rate), seed: seed) {
      (classifier: SentimentClassifier, remarks: [LetterRemark]) in
      crossEntropy(
        logits: classifier.head(classifier.states(remarks.map(\.text))), targets: remarks.map(\.sentiment.number))
    }
    trainer.report = { _ in }
    try trainer.fit(batches)
    return classifier
  }

  /// How likely each mood is for each text, in the order of `labels`; each row sums to 1.
  public func probabilities(of texts: [String]) throws -> [[Double]] {
    guard !texts.isEmpty else { return [] }
    let rows = Tensor.withoutGradients { head(states(texts)).softmax() }.scalars.map { Double($0) }
    return stride(from: 0, to: rows.count, by: Self.labels.count).map { Array(rows[$0..<$0 + Self.labels.count]) }
  }

  /// The likeliest mood of each text.
  public func sentiments(of texts: [String]) throws -> [Sentiment] {
    try probabilities(of: texts).map { row in
      Self.labels[row.indices.max { (row[$0], $1) < (row[$1], $0) } ?? 0]
    }
  }

  private func vectors(of texts: [String]) throws -> Tensor {
    guard !texts.isEmpty else { throw BatchError.noExamples }
    return Tensor.withoutGradients { states(texts) }
  }

  /// `[texts, channels]`; of a text that is longer than the context the end.
  private func states(_ texts: [String]) -> Tensor {
    let room = base.model.configuration.contextLength
    let ids = texts.map { text in
      let ids = base.ids(text)
      // A model without an end token has nothing to read in an empty text; any token will do.
      return ids.isEmpty ? [0] : Array(ids.suffix(room))
    }
    let run = base.model.runWithCache(TokenBatch(padding: ids, on: .left), names: { $0 == "norm" })
    return run.activations["norm"][0..., -1]
  }
}

extension HarbourLines.Sentiment {
  /// Its place among all.
  var number: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
