// How likely one of k attempts at a problem is right.

public enum PassAtK {
  /// Without bias, from more attempts than k (Chen et al. 2021, eq. 1): `1 − C(n − c, k) / C(n, k)`.
  ///
  /// - Parameters:
  ///   - samples: n, how many attempts were made.
  ///   - correct: c, how many of them are right.
  ///   - k: 1 to n.
  /// - Returns: 0 to 1; `nan` if there are fewer attempts than k.
  public static func chance(samples: Int, correct: Int, k: Int) -> Double {
    guard k >= 1, k <= samples, (0...samples).contains(correct) else { return .nan }
    // Every choice of k has a right one.
    if samples - correct < k { return 1 }
    // A product, as the binomials themselves are too large.
    let chanceOfNone = ((samples - correct + 1)..<(samples + 1)).reduce(1.0) { product, count in
      product * (1 - Double(k) / Double(count))
    }
    return 1 - chanceOfNone
  }

  /// The mean over problems, with its interval.
  public static func estimate(_ problems: [(samples: Int, correct: Int)], k: Int, seed: Int = 0) -> Estimate {
    Bootstrap.mean(of: problems.map { chance(samples: $0.samples, correct: $0.correct, k: k) }, seed: seed)
  }
}
