// Texts of one length, for trainers that take only such.
public import YAMLTrees

/// Adds a mark to the end of each answer until its row has so many words; longer rows stay as they are. Words are what
/// stands between white space, and a mark counts as one.
///
/// Our own trainer pads batches itself; this is for others.
public struct PadTexts: RecipeStep {
  public static let name = "pad"
  public static let summary = "fills short rows up to a number of words, for trainers that need it"

  public var words = 64
  public var mark = "<|pad|>"

  public init() {}

  public static var settings: [Setting<PadTexts>] {
    [
      .whole("words", \.words, in: 1...100_000, "how many words each row shall have at least, marks included"),
      .text("mark", \.mark, "what is added, as often as needed"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    mark.isEmpty || mark.contains(where: \.isWhitespace) ? [("mark", "mark must be one word, such as <|pad|>")] : []
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      let count = row.wholeText.split(whereSeparator: \.isWhitespace).count
      guard count < words else { return .kept }
      let padding = String(repeating: " " + mark, count: words - count)
      var after = row
      after.answer += padding
      if let last = after.turns?.indices.last { after.turns?[last].text += padding }
      return .changed(after, ["padded"])
    }
  }
}
