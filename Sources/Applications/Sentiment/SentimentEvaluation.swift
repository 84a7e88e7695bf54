// What pre-training is worth to sentiment analysis: the same labels with it and without.
public import Corpora
public import Evaluation
public import TextModels

/// Accuracies on held-out remarks by what a classifier was trained from, with other remarks for each seed.
public struct SentimentEvaluation: Equatable, Sendable {
  /// For each start the share that is right, 0 to 1, one value a seed.
  public let accuracies: [SentimentClassifier.Start: [Double]]
  /// The share of the commonest mood among the held-out remarks, one value a seed: what needs no reading.
  public let commonest: [Double]

  /// - Parameters:
  ///   - labels: remarks to learn from.
  ///   - topicsApart: whether the held-out remarks speak of things that none of the labelled ones does.
  ///   - seeds: each draws remarks and random weights of its own.
  ///   - report: called before each training.
  public init(
    _ base: TextModel, world: HarbourLines, labels: Int = 200, heldOut: Int = 400, topicsApart: Bool,
    seeds: Range<Int> = 1..<6,
    starts: [SentimentClassifier.Start] = SentimentClassifier.Start.allCases,
    report: (SentimentClassifier.Start, _ seed: Int) -> Void = { _, _ in }
  ) throws {
    var accuracies: [SentimentClassifier.Start: [Double]] = [:]
    var commonest: [Double] = []
    for seed in seeds {
      let (training, test) = world.remarks(labels, heldOut: heldOut, seed: seed, topicsApart: topicsApart)
      let counts = SentimentClassifier.labels.map { label in test.count { $0.sentiment == label } }
      commonest.append(Double(counts.max() ?? 0) / Double(max(1, test.count)))
      for start in starts {
        report(start, seed)
        let classifier = try SentimentClassifier.trained(on: training, from: start, base, seed: seed)
        accuracies[start, default: []].append(try classifier.accuracy(on: test).value)
      }
    }
    (self.accuracies, self.commonest) = (accuracies, commonest)
  }

  /// The mean over the seeds with its interval.
  public func accuracy(_ start: SentimentClassifier.Start) -> Estimate {
    Estimate(meanOfRuns: accuracies[start] ?? [])
  }

  /// How much better one is than another: the mean difference of the same seed's.
  public func gain(of start: SentimentClassifier.Start, over other: SentimentClassifier.Start) -> Estimate {
    Estimate(meanOfRuns: zip(accuracies[start] ?? [], accuracies[other] ?? []).map { $0 - $1 })
  }
}

extension SentimentClassifier {
  /// The share of remarks whose mood it tells.
  public func accuracy(on remarks: [LetterRemark]) throws -> Estimate {
    let found = try stride(from: 0, to: remarks.count, by: 64).flatMap { start in
      try sentiments(of: remarks[start..<min(start + 64, remarks.count)].map(\.text))
    }
    return Estimate(share: zip(found, remarks).count { $0 == $1.sentiment }, of: remarks.count)
  }
}
