// Where in a chunk the question's words stand, and in which sentence most of them.
import DocumentReading

struct SentenceMatch {
  /// Scalars of the chunk's text.
  let sentence: Range<Int>
  let matches: [Range<Int>]

  /// The sentence whose words weigh most, the first of equal ones; each word counts once.
  init(_ chunk: Chunk, _ relevance: WordRelevance) {
    let found = WordTerms.terms(in: chunk.text).filter { relevance.counts[$0.term] != nil }
    matches = found.map(\.range)
    var best = 0..<chunk.text.unicodeScalars.count
    var bestWeight = -1.0
    for sentence in chunk.sentences {
      let weight = Self.weight(of: Set(found.filter { sentence.contains($0.range.lowerBound) }.map(\.term)), relevance)
      if weight > bestWeight { (best, bestWeight) = (sentence, weight) }
    }
    sentence = best
  }

  /// How much of the question's weight a sentence's words carry, 0 to 1.
  static func coverage(of text: String, _ relevance: WordRelevance) -> Double {
    let all = weight(of: Set(relevance.counts.keys), relevance)
    let terms = Set(WordTerms.terms(in: text).map(\.term)).intersection(relevance.counts.keys)
    return all > 0 ? weight(of: terms, relevance) / all : 0
  }

  private static func weight(of terms: Set<String>, _ relevance: WordRelevance) -> Double {
    terms.sorted().reduce(0) { $0 + relevance.weight(of: $1) }
  }
}
