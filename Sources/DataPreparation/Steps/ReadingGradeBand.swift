// Texts that are too hard or too easy to read.
public import YAMLTrees

/// Keeps rows whose text has a reading grade within a band: the years of school that reading it takes (Flesch–Kincaid,
/// for English).
public struct ReadingGradeBand: RecipeStep {
  public static let name = "reading-grade"
  public static let summary = "drops English texts that are too easy or too hard to read (Flesch-Kincaid)"

  public var lowest = 0.0
  public var highest = 16.0
  /// Shorter texts have no meaningful grade, and pass.
  public var fewestWords = 20

  public init() {}

  public static var settings: [Setting<ReadingGradeBand>] {
    [
      .number("lowest", \.lowest, in: -5...100, "lowest grade; 0 is for beginners"),
      .number("highest", \.highest, in: -5...100, "highest grade; 12 ends school, 16 university"),
      .whole("fewest-words", \.fewestWords, in: 1...100_000, "shorter texts pass"),
    ]
  }

  public func contradictions() -> [(key: String, message: String)] {
    guard lowest > highest else { return [] }
    return [("lowest", "lowest (\(YAMLText.number(lowest))) is above highest (\(YAMLText.number(highest)))")]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      let text = row.wholeText
      guard let grade = FleschKincaid(text), grade.words >= fewestWords else { return .kept }
      let detail = "grade \((grade.value * 10).rounded() / 10)"
      if grade.value < lowest { return .dropped("too easy to read", detail: detail) }
      if grade.value > highest { return .dropped("too hard to read", detail: detail) }
      return .kept
    }
  }
}

/// The Flesch–Kincaid grade of an English text (Kincaid et al. 1975): `0.39 · words / sentences + 11.8 · syllables /
/// words - 15.59`.
public struct FleschKincaid: Equatable, Sendable {
  public let words: Int
  public let sentences: Int
  public let syllables: Int

  public var value: Double {
    0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// Nil for a text without words.
  public init?(_ text: String) {
    let all = TextWords.words(of: text)
    guard !all.isEmpty else { return nil }
    words = all.count
    sentences = max(1, TextWords.sentences(of: text).count)
    syllables = all.reduce(0) { $0 + Self.syllables(in: $1) }
  }

  /// Groups of vowels, without a silent e at the end; at least 1.
  static func syllables(in word: Substring) -> Int {
    let letters = Array(word.utf8)
    let isVowel = letters.map { "aeiouy".utf8.contains($0) || $0 >= 0xC3 }
    var count = 0
    for index in letters.indices where isVowel[index] && (index == 0 || !isVowel[index - 1]) { count += 1 }
    // "fare", but not "table" or "the".
    let end = letters.count
    if end > 2, letters[end - 1] == UInt8(ascii: "e"), !isVowel[end - 2] {
      let isSyllabicL = letters[end - 2] == UInt8(ascii: "l") && !isVowel[end - 3]
      if !isSyllabicL { count -= 1 }
    }
    // "landed" has two, "sailed" one.
    if end > 3, letters[(end - 2)...].elementsEqual("ed".utf8), !isVowel[end - 3], !"td".utf8.contains(letters[end - 3])
    {
      count -= 1
    }
    return max(1, count)
  }
}
