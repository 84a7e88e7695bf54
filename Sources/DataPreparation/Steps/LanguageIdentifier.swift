// Which language a text is in, by its runs of three letters.
internal import Corpora

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A naive Bayes classifier on letter trigrams, one profile a language, counted from a page of text each (as Dunning
/// 1994; Cavnar and Trenkle 1994 compare ranks instead). Ostrish is the invented language of the course's islands.
public struct LanguageIdentifier: Sendable {
  public static let languages = LanguageTexts.all.map(\.name) + ["ostrish"]

  /// `[trigrams, languages]`: log probabilities, by the trigram's number.
  private var logProbabilities: [Float] = []
  private var numbers: [UInt64: Int] = [:]
  /// Of a trigram that a language's page does not have.
  private var unseen: [Float] = []

  /// What each trigram counts besides its own times.
  private static let smoothing: Float = 0.3
  /// More says nothing new.
  private static let mostTrigrams = 2000

  public init() {
    let ostrish = Phrasebook().ostrish.text(bytes: 2500)
    let pages = LanguageTexts.all.map(\.text) + [ostrish]
    let counts = pages.map { page in
      var counts: [UInt64: Int] = [:]
      for trigram in Self.trigrams(of: page, most: .max) { counts[trigram, default: 0] += 1 }
      return counts
    }
    // In a fixed order, whatever a dictionary's is.
    for trigram in Set(counts.flatMap(\.keys)).sorted() { numbers[trigram] = numbers.count }
    logProbabilities = Array(repeating: 0, count: numbers.count * pages.count)
    for (language, counts) in counts.enumerated() {
      let total = Float(counts.values.reduce(0, +)) + Self.smoothing * Float(numbers.count + 1)
      for (trigram, number) in numbers {
        let count = Float(counts[trigram] ?? 0) + Self.smoothing
        logProbabilities[number * pages.count + language] = log(count / total)
      }
      unseen.append(log(Self.smoothing / total))
    }
  }

  /// How likely a text is in each language, in the order of `languages`.
  public struct Guess: Equatable, Sendable {
    public var values: [Double]

    public var best: Int { values.indices.max { (values[$0], $1) < (values[$1], $0) } ?? 0 }
    public var language: String { LanguageIdentifier.languages[best] }
  }

  /// Nil if a text has too few letters to tell.
  public func probabilities(of text: String, fewestLetters: Int = 20) -> Guess? {
    let trigrams = Self.trigrams(of: text, most: Self.mostTrigrams)
    let letters = text.unicodeScalars.lazy.filter { Self.letter($0) != nil }.prefix(fewestLetters).count
    guard letters >= fewestLetters else { return nil }
    let count = Self.languages.count
    var sums = [Float](repeating: 0, count: count)
    var known = 0
    for trigram in trigrams {
      guard let number = numbers[trigram] else { continue }
      known += 1
      for language in 0..<count { sums[language] += logProbabilities[number * count + language] }
    }
    // A text in none of these languages, or in no letters that they have.
    guard known * 3 >= trigrams.count else { return nil }
    // Trigrams overlap, so each says a third of something new.
    let most = sums.max() ?? 0
    let weights = sums.map { exp(Double($0 - most) / 3) }
    let total = weights.reduce(0, +)
    return Guess(values: weights.map { $0 / total })
  }

  /// Runs of three, words with a space at both ends, other signs left out.
  private static func trigrams(of text: String, most: Int) -> [UInt64] {
    var trigrams: [UInt64] = []
    var run: UInt64 = 0x20
    var isInWord = false
    func push(_ value: UInt64) {
      run = (run << 21 | value) & 0x7FFF_FFFF_FFFF_FFFF
      if run >> 42 != 0 { trigrams.append(run) }
    }
    for scalar in text.unicodeScalars {
      if trigrams.count >= most { break }
      if let letter = letter(scalar) {
        if !isInWord { run = 0x20 }
        push(letter)
        isInWord = true
      } else if isInWord {
        push(0x20)
        isInWord = false
      }
    }
    if isInWord { push(0x20) }
    return trigrams
  }

  private static func letter(_ scalar: Unicode.Scalar) -> UInt64? {
    switch scalar.value {
    case 0x61...0x7A: UInt64(scalar.value)
    case 0x41...0x5A: UInt64(scalar.value + 0x20)
    case ..<0x80: nil
    case 0x2019: nil
    default:
      scalar.properties.isAlphabetic
        ? UInt64(scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value) : nil
    }
  }
}
