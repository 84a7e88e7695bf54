// chrF: character runs in common, good for languages with many word forms.

/// chrF (Popović 2015): runs of one to six characters, white space left out; chrF++ (Popović 2017) adds runs of one and two
/// words. Recall counts twice as much as precision. As sacrebleu computes it by default: with several references the
/// best counts, and of many texts the counts are added up.
public struct ChrF: TextMetric {
  private static let characterOrder = 6
  /// β²: recall counts twice as much.
  private static let beta2 = 4.0

  private let wordOrder: Int

  public var name: String { wordOrder > 0 ? "chrf++" : "chrf" }
  public var explanation: String {
    "0 to 100, higher is better: runs of 1 to 6 characters\(wordOrder > 0 ? ", of 1 and 2 words" : "") "
      + "(Popović \(wordOrder > 0 ? "2017" : "2015"))"
  }

  /// - Parameter withWords: chrF++.
  public init(withWords: Bool = false) { wordOrder = withWords ? 2 : 0 }

  public func score(_ prediction: String, _ references: [String]) -> Double {
    Self.score(counts(prediction, references))
  }

  public func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double {
    let counts = pairs.map { self.counts($0.prediction, $0.references) }
    return { rows in
      guard let first = rows.first else { return .nan }
      var sum = counts[first]
      for row in rows.dropFirst() {
        for order in sum.indices { sum[order] += counts[row][order] }
      }
      return Self.score(sum)
    }
  }

  /// Runs of one length.
  private struct Counts {
    var prediction = 0
    var reference = 0
    var both = 0

    static func += (sum: inout Counts, counts: Counts) {
      sum.prediction += counts.prediction
      sum.reference += counts.reference
      sum.both += counts.both
    }
  }

  /// One for each order, by the reference that scores best.
  private func counts(_ prediction: String, _ references: [String]) -> [Counts] {
    var (characters, words) = (NGrams<Unicode.Scalar>(), NGrams<Scalars>())
    func runs(_ text: String) -> [[UInt64]] {
      let scalars = text.scalars
      return characters.numbers(of: scalars.filter { !$0.isSpace }, upTo: Self.characterOrder)
        + (wordOrder > 0 ? words.numbers(of: Self.words(of: scalars), upTo: wordOrder) : [])
    }
    let own = runs(prediction)
    var best = [Counts](repeating: Counts(), count: own.count)
    var bestScore = -1.0
    for reference in references {
      let counts = zip(own, runs(reference)).map { own, known in
        // Runs that are too long for the reference are nobody's fault.
        Counts(
          prediction: known.isEmpty ? 0 : own.count, reference: known.count, both: NGrams.overlap(own, known))
      }
      let score = Self.score(counts)
      if score > bestScore { (best, bestScore) = (counts, score) }
    }
    return best
  }

  /// A sign at the end of a word is a word; else one at its beginning.
  private static func words(of scalars: Scalars) -> [Scalars] {
    scalars.words.flatMap { word -> [Scalars] in
      guard word.count > 1 else { return [word] }
      if let last = word.last, last.isPunctuation { return [Array(word.dropLast()), [last]] }
      return word[0].isPunctuation ? [[word[0]], Array(word.dropFirst())] : [word]
    }
  }

  /// Precision and recall are the means over the orders that both have.
  private static func score(_ counts: [Counts]) -> Double {
    let known = counts.filter { $0.prediction > 0 && $0.reference > 0 }
    guard !known.isEmpty else { return 0 }
    let orders = Double(known.count)
    let precision = known.reduce(0) { $0 + Double($1.both) / Double($1.prediction) } / orders
    let recall = known.reduce(0) { $0 + Double($1.both) / Double($1.reference) } / orders
    guard precision + recall > 0 else { return 0 }
    return 100 * (1 + beta2) * precision * recall / (beta2 * precision + recall)
  }
}
