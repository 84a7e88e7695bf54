// Words that have no place in what a model learns.
public import YAMLTrees

/// Finds listed words, whole and in any case, and drops their rows or masks them. Letters written as digits or signs
/// ("d4mn") are seen through.
///
/// The list that comes with it is short and mild; bring your own as `words`. What is meant rather than said is found by
/// ``ToxicityFilter``.
public struct ProfanityFilter: RecipeStep {
  public static let name = "profanity"
  public static let summary = "drops or masks rows with coarse words, by a list"

  public enum Action: String, CaseIterable, Sendable { case drop, mask }

  public var action = Action.drop
  /// Beside those of the list.
  public var words: [String] = []
  /// Of the list, for texts in which they are harmless.
  public var allowed: [String] = []

  public init() {}

  public static var settings: [Setting<ProfanityFilter>] {
    [
      .choice("action", \.action, "the rows, or the words as ***"),
      .texts("words", \.words, "more words"),
      .texts("allowed", \.allowed, "words of the list that are harmless here"),
    ]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    let listed = Self.list.union(words.map { $0.lowercased() }).subtracting(allowed.map { $0.lowercased() })
    return RecipeOutcome(rows) { row in
      var found: [String] = []
      let masked = row.mapTexts { Self.masked($0, listed, &found) }
      guard let first = found.first else { return .kept }
      return action == .drop
        ? .dropped("coarse words", detail: first) : .changed(masked, ["coarse words masked"])
    }
  }

  private static func masked(_ text: String, _ listed: Set<String>, _ found: inout [String]) -> String {
    var result = ""
    var word = ""
    func endWord() {
      let trimmed = String(word.drop { "@$!".contains($0) })
      // A mark behind a word is no letter of it.
      let bare =
        trimmed.last.map { "@$!".contains($0) } == true ? String(trimmed.prefix { !"@$!".contains($0) }) : trimmed
      if !bare.isEmpty, listed.contains(bare.lowercased()) || listed.contains(seenThrough(bare)) {
        found.append(bare.lowercased())
        let start = word.count - trimmed.count
        result += word.prefix(start) + String(repeating: "*", count: bare.count) + word.dropFirst(start + bare.count)
      } else {
        result += word
      }
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber || "@$!".contains(character) {
        word.append(character)
      } else {
        endWord()
        result.append(character)
      }
    }
    endWord()
    return result
  }

  /// "d4mn" as "damn"; words without letters stay numbers.
  private static func seenThrough(_ word: String) -> String {
    guard word.contains(where: \.isLetter) else { return word }
    return String(word.lowercased().map { disguises[$0] ?? $0 })
  }

  private static let disguises: [Character: Character] = [
    "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i",
  ]

  private static let list: Set<String> = [
    "arse", "arsehole", "bastard", "bastards", "bollocks", "bugger", "crap", "crappy", "damn", "damned", "dammit",
    "goddamn", "idiot", "idiots", "jackass", "moron", "morons", "piss", "pissed", "sod", "tosser", "twat", "wanker",
  ]
}
