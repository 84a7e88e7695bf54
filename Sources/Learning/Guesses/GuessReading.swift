// What a guess says: a number, several, a range, or words.

struct GuessReading: Equatable, Sendable {
  /// As the reader typed it, normalized.
  let text: String
  /// Without punctuation, in lower case.
  let words: [String]
  let numbers: [WrittenNumber]
  let meaning: Meaning

  enum Meaning: Equatable, Sendable {
    case number(WrittenNumber)
    /// At least two.
    case numbers([WrittenNumber], Order)
    case interval(from: Double, to: Double)
    case words
  }

  /// Whether the order of several numbers counts.
  enum Order: Equatable, Sendable {
    /// `[2, 3]`, `2x3`
    case fixed
    /// `1 and 4`
    case any
    /// `1, 4`
    case unknown
  }

  /// Longer guesses are cut; nobody commits to so much.
  static let mostCharacters = 200

  /// One reading, or two where a comma can be the reader's decimal point.
  static func readings(of guess: String) -> [GuessReading] {
    commaReadings(of: normalized(String(guess.prefix(mostCharacters)))).map(GuessReading.init)
  }

  /// Lower case, one space between words, no quotes and no punctuation around.
  static func normalized(_ text: String) -> String {
    let bare = text.lowercased().filter { !quotes.contains($0) }.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    let trimmed = bare.drop { ".,;:!?".contains($0) && !isPoint(bare, $0) }.reversed()
      .drop { ".,;:!?".contains($0) }.reversed()
    // A guess may be a full stop.
    return trimmed.isEmpty ? bare : String(trimmed)
  }

  private static let quotes: Set<Character> = ["\"", "'", "`", "“", "”", "„", "‘", "’", "«", "»"]

  /// `.5` begins with its point.
  private static func isPoint(_ text: String, _ character: Character) -> Bool {
    character == "." && text.dropFirst().first?.isNumber == true
  }

  static func words(of text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init)
  }

  private init(_ text: String) {
    self.text = text
    words = Self.words(of: text)
    var spelled = text.replacing(" per cent", with: " %").replacing(" percent", with: " %")
    if Self.isNumberInWords(words) {
      spelled = spelled.split(separator: " ").map { Self.numberWords[String($0)] ?? String($0) }.joined(separator: " ")
    }
    if spelled == "not a number" { spelled = "nan" }
    if spelled.hasPrefix("minus ") { spelled = "-" + spelled.dropFirst("minus ".count) }
    let (numbers, rest) = WrittenNumber.scan(spelled)
    self.numbers = numbers
    meaning = Self.meaning(of: numbers, in: rest)
  }

  /// `about three`, `one and four`, `three words`; not a sentence with a number in it, such as "it divides by zero".
  private static func isNumberInWords(_ words: [String]) -> Bool {
    words.dropLast().allSatisfy { numberWords[$0] != nil || fillers.contains($0) || $0 == "and" }
  }

  private static let numberWords: [String: String] = [
    "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "twenty": "20", "fifty": "50",
    "hundred": "100", "thousand": "1000", "million": "1e6", "half": "0.5",
  ]
}
