// Remarks of passengers with their moods, from the letters to Harbour Lines.
public import Corpora

/// What one letter says about one thing, in a sentence or two, and the mood of its writer.
public struct LetterRemark: Hashable, Sendable {
  public let text: String
  public let sentiment: HarbourLines.Sentiment
  /// What it is about, such as "food".
  public let topic: String

  public init(_ text: String, _ sentiment: HarbourLines.Sentiment, topic: String = "") {
    (self.text, self.sentiment, self.topic) = (text, sentiment, topic)
  }
}

extension HarbourLines {
  /// Remarks to learn from, and others to judge by, none of which is among the first word for word.
  ///
  /// - Parameter isApart: whether the two speak of different things: two topics, drawn with the seed, are only judged
  ///   by. Nobody has then labelled the words in which they are praised or blamed.
  public func remarks(
    _ count: Int, heldOut: Int, seed: Int, topicsApart isApart: Bool
  ) -> (training: [LetterRemark], heldOut: [LetterRemark]) {
    var random = CorpusRandom(seed: seed)
    let topics = ["crew", "food", "luggage", "sea", "tickets", "time"].inRandomOrder(using: &random)
    let apart = Set(isApart ? topics.prefix(2) : [])
    let training = letters.documents(.training, seed: seed).prefix(100 * count).lazy.compactMap(Self.remark)
      .filter { !apart.contains($0.topic) }.prefix(count)
    var seen = Set(training.map(\.text))
    let others = letters.documents(.heldOut, seed: seed).prefix(100 * heldOut).lazy.compactMap(Self.remark)
      .filter { (apart.isEmpty || apart.contains($0.topic)) && seen.insert($0.text).inserted }.prefix(heldOut)
    return (Array(training), Array(others))
  }

  private static func remark(_ letter: Document) -> LetterRemark? {
    guard let text = letter.parts("topic").first, let name = letter.labels["sentiment"] else { return nil }
    return Sentiment(rawValue: name).map { LetterRemark(text, $0, topic: letter.labels["topic"] ?? "") }
  }
}
