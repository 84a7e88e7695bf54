// BLEU: how many of a translation's word runs stand in a reference.
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What BLEU counts. Counts of several texts add up, and give the score of the corpus.
public struct BLEUCounts: Equatable, Sendable {
  /// For runs of one to four words: those of the translation that stand in a reference, each as often as there at most.
  public var matches = [0, 0, 0, 0]
  /// All of the translation's.
  public var totals = [0, 0, 0, 0]
  /// Words of the translation.
  public var length = 0
  /// Words of the reference that is nearest in length; of equally near ones, of the shorter.
  public var referenceLength = 0

  public init() {}

  public init(_ prediction: String, _ references: [String]) {
    var numbers = NGrams<Scalars>()
    let words = BLEUWords.words(of: prediction)
    let known = references.map(BLEUWords.words)
    length = words.count
    referenceLength = known.map(\.count).min { (abs($0 - length), $0) < (abs($1 - length), $1) } ?? 0
    let runs = numbers.numbers(of: words, upTo: 4)
    let knownRuns = known.map { numbers.numbers(of: $0, upTo: 4) }
    for order in 0..<4 {
      totals[order] = runs[order].count
      var most: [UInt64: Int] = [:]
      for reference in knownRuns {
        let counts = reference[order].reduce(into: [UInt64: Int]()) { $0[$1, default: 0] += 1 }
        most.merge(counts, uniquingKeysWith: max)
      }
      matches[order] = runs[order].count { run in
        guard let left = most[run], left > 0 else { return false }
        most[run] = left - 1
        return true
      }
    }
  }

  public static func += (sum: inout BLEUCounts, counts: BLEUCounts) {
    for order in 0..<4 {
      sum.matches[order] += counts.matches[order]
      sum.totals[order] += counts.totals[order]
    }
    sum.length += counts.length
    sum.referenceLength += counts.referenceLength
  }

  /// 1, or less for a translation that is shorter than its reference: `exp(1 − reference / length)`.
  public var brevityPenalty: Double {
    if length >= referenceLength { return 1 }
    return length > 0 ? exp(1 - Double(referenceLength) / Double(length)) : 0
  }

  /// For one to four words the share of runs that stand in a reference, 0 to 1. Where none does it counts as half a run,
  /// then a quarter, an eighth ("exp" smoothing; Chen and Cherry 2014, method 3); nil where there are no runs.
  public var precisions: [Double?] {
    var half = 1.0
    return zip(matches, totals).map { match, total in
      guard total > 0 else { return nil }
      if match == 0 { half /= 2 }
      return (match == 0 ? half : Double(match)) / Double(total)
    }
  }

  /// 0 to 100.
  ///
  /// - Parameter ofSentence: leaves out what a text is too short for; a corpus without a run of four scores 0.
  public func score(ofSentence: Bool = false) -> Double {
    guard matches.contains(where: { $0 > 0 }) else { return 0 }
    let known = precisions.compactMap { $0 }
    guard ofSentence || known.count == 4 else { return 0 }
    return 100 * brevityPenalty * exp(known.reduce(0) { $0 + log($1) } / Double(known.count))
  }
}

/// BLEU (Papineni et al. 2002) as sacrebleu computes it by default (Post 2018): tokenizer 13a, case counts, "exp"
/// smoothing. The score of many is that of the corpus, not the mean of its sentences.
public struct BLEU: TextMetric {
  public let name = "bleu"
  public let explanation =
    "0 to 100, higher is better: runs of 1 to 4 words that stand in a reference, over the corpus (Papineni 2002)"

  public init() {}

  public func score(_ prediction: String, _ references: [String]) -> Double {
    BLEUCounts(prediction, references).score(ofSentence: true)
  }

  public func scorer(of pairs: [TextPair]) -> @Sendable ([Int]) -> Double {
    let counts = pairs.map { BLEUCounts($0.prediction, $0.references) }
    return { rows in
      var sum = BLEUCounts()
      for row in rows { sum += counts[row] }
      return rows.isEmpty ? .nan : sum.score()
    }
  }
}
