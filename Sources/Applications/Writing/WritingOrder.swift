// What a text is to be like before it is written.
public import Corpora
public import Evaluation

/// An order for a text: how it begins, which conditions it must meet, in which tone it should be.
public struct WritingOrder: Sendable {
  /// Texts of the kind; its grammar tells whether a draft is one.
  public let kind: Corpus
  /// The beginning, which sets the topic and is part of the text.
  public let opening: String
  public let condition: TextCondition
  /// The mood that every sentence should have as far as possible; nil for any.
  public let tone: HarbourLines.Sentiment?
  /// The longest that is written, in tokens.
  public var mostTokens = 160

  public init(
    _ kind: Corpus, opening: String, condition: TextCondition = .and([]), tone: HarbourLines.Sentiment? = nil
  ) {
    (self.kind, self.opening, self.condition, self.tone) = (kind, opening, condition, tone)
  }

  /// A passenger's letter about a trip.
  ///
  /// - Parameters:
  ///   - topic: a word that must stand in it, such as "soup".
  ///   - words: how long it is.
  public static func letter(
    in world: HarbourLines, about route: HarbourLines.Route, topic: String, tone: HarbourLines.Sentiment,
    words: ClosedRange<Int>
  ) -> WritingOrder {
    let day = route.days.names[0]
    return WritingOrder(
      world.letters,
      opening: "Dear Harbour Lines,\nOn \(day) I took the \(route.ferry.name) to \(route.island.name).",
      condition: .and([.length(words, of: .words), .contains(topic, ignoringCase: true)]), tone: tone)
  }

  /// What the loudspeakers say of a delay.
  ///
  /// - Parameter reason: a word that must stand in it, such as "fog".
  public static func delay(
    in world: HarbourLines, of route: HarbourLines.Route, reason: String, words: ClosedRange<Int>
  ) -> WritingOrder {
    WritingOrder(
      world.announcements,
      opening: "Attention, please: the ferry to \(route.island.name) at \(route.departure.words) is",
      condition: .and([.length(words, of: .words), .contains(reason), .contains("The \(route.ferry.name) will")]))
  }
}
