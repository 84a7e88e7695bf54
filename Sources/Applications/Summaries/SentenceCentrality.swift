// Which sentences of a text say most of what the others say.
internal import DocumentReading
internal import Foundation
internal import Retrieval

/// Continuous LexRank (Erkan and Radev, "LexRank: graph-based lexical centrality as salience in text summarization",
/// 2004): a sentence counts as the sentences count that are like it.
public struct SentenceCentrality: Sendable {
  /// The text's sentences, in order, each on one line.
  public let sentences: [String]
  /// How central each is; together 1.
  public let scores: [Double]
  /// How like two sentences are, 0 to 1: the cosine of their words' weights; of one and itself 0, for else a sentence
  /// that is like no other would vote for itself.
  public let similarities: [[Double]]

  /// The chance to go on at any sentence rather than at a like one; 0.15 in the paper.
  private static let jump = 0.15

  public init(of text: String) {
    let scalars = ScalarText(text)
    self.init(
      sentences: SentenceSplitter.sentences(in: text).map { range in
        String(String.UnicodeScalarView(scalars.scalars[range]))
          .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      })
  }

  public init(sentences: [String]) {
    self.sentences = sentences
    let vectors = Self.vectors(of: sentences)
    similarities = vectors.indices.map { a in
      vectors.indices.map { b in a == b ? 0 : Self.cosine(vectors[a], vectors[b]) }
    }
    scores = Self.stationary(similarities)
  }

  /// A summary of the text's own sentences in their order.
  public func summary(words: Int, diversity: Double = 0.3) -> String {
    places(words: words, diversity: diversity).map { sentences[$0] }.joined(separator: " ")
  }

  /// The places of the most central sentences that are unlike each other, in order, until there is no room. At least
  /// one, unless there is none.
  ///
  /// - Parameters:
  ///   - words: how many the summary may have.
  ///   - diversity: what being unlike the sentences before counts, 0 to 1.
  public func places(words: Int, diversity: Double = 0.3) -> [Int] {
    let order = Diversity.order(scores, count: scores.count, diversity: diversity) { similarities[$0][$1] }
    var (taken, length) = ([Int](), 0)
    for place in order {
      let count = sentences[place].split(separator: " ").count
      guard taken.isEmpty || length + count <= words else { continue }
      taken.append(place)
      length += count
    }
    return taken.sorted()
  }

  /// Of each sentence its telling words, by how rare they are among the sentences.
  private static func vectors(of sentences: [String]) -> [[String: Double]] {
    let terms = sentences.map(WordTerms.question)
    let holding = terms.joined().reduce(into: [String: Double]()) { $0[$1, default: 0] += 1 }
    return terms.map { terms in
      terms.reduce(into: [:]) { $0[$1] = log(1 + Double(sentences.count) / (holding[$1] ?? 1)) }
    }
  }

  private static func cosine(_ a: [String: Double], _ b: [String: Double]) -> Double {
    // In the order of the alphabet, so that sums are the same each time.
    let product = a.keys.sorted().reduce(0) { $0 + (a[$1] ?? 0) * (b[$1] ?? 0) }
    let lengths = [a, b].map { v in v.keys.sorted().reduce(0) { $0 + (v[$1] ?? 0) * (v[$1] ?? 0) }.squareRoot() }
    return lengths[0] * lengths[1] > 0 ? min(1, product / (lengths[0] * lengths[1])) : 0
  }

  /// Where a walk ends that goes on to like sentences: power iteration.
  private static func stationary(_ similarities: [[Double]]) -> [Double] {
    let count = similarities.count
    guard count > 0 else { return [] }
    let sums = similarities.map { $0.reduce(0, +) }
    var scores = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<50 {
      scores = (0..<count).map { place in
        let reached = (0..<count).reduce(0.0) { sum, from in
          sum + scores[from] * (sums[from] > 0 ? similarities[from][place] / sums[from] : 1 / Double(count))
        }
        return jump / Double(count) + (1 - jump) * reached
      }
    }
    return scores
  }
}
