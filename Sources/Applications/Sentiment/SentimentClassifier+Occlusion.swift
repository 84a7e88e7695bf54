// Which words carry the mood: what changes when they are not there (occlusion; Zeiler and Fergus 2014, for pictures).

extension SentimentClassifier {
  /// For each word how much less likely the text's mood is without it: the difference of the probabilities, -1 to 1.
  public func weights(ofWordsIn text: String) throws -> (sentiment: Sentiment, words: [(word: String, weight: Double)])
  {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let without = words.indices.map { place in (words[..<place] + words[(place + 1)...]).joined(separator: " ") }
    let rows = try probabilities(of: [words.joined(separator: " ")] + without)
    let label = rows[0].indices.max { (rows[0][$0], $1) < (rows[0][$1], $0) } ?? 0
    return (Self.labels[label], zip(words, rows.dropFirst()).map { ($0, rows[0][label] - $1[label]) })
  }
}
