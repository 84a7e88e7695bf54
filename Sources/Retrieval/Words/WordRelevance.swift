// How well a text's words answer a question's: BM25.
internal import Foundation

/// BM25 (Robertson and Zaragoza, "The probabilistic relevance framework", 2009) with k₁ = 1.2 and b = 0.75.
public struct WordRelevance: Sendable {
  /// How many texts there are.
  public let texts: Int
  /// Terms in a text, on average.
  public let averageLength: Double
  /// For each term of the question in how many texts it stands.
  public let counts: [String: Int]

  private static let saturation = 1.2
  private static let lengthShare = 0.75

  public init(texts: Int, averageLength: Double, counts: [String: Int]) {
    (self.texts, self.averageLength, self.counts) = (texts, averageLength, counts)
  }

  /// What it says that a term stands in a text: log(1 + (N − n + ½) / (n + ½)), always above 0.
  public func weight(of term: String) -> Double {
    let n = Double(counts[term] ?? 0)
    return log(1 + (max(0, Double(texts) - n) + 0.5) / (n + 0.5))
  }

  /// The relevance of a text with these terms: 0 if none of the question's is among them.
  public func score(_ terms: [String]) -> Double {
    var frequencies: [String: Int] = [:]
    for term in terms where counts[term] != nil { frequencies[term, default: 0] += 1 }
    let length = averageLength > 0 ? Double(terms.count) / averageLength : 1
    let norm = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * length)
    // In the order of the alphabet, so that the sum is the same each time.
    return frequencies.sorted { $0.key < $1.key }.reduce(0) { sum, entry in
      let frequency = Double(entry.value)
      return sum + weight(of: entry.key) * frequency * (Self.saturation + 1) / (frequency + norm)
    }
  }
}
