// A main clause: who, the verb, the rest. It can be turned into a question.

/// "The office | opens | at eight." A reading of a sentence from its beginning, by word lists and agreement of forms;
/// where that does not decide there is no clause.
struct Clause {
  let sentence: SentenceWords
  /// Words before the verb.
  let subject: Range<Int>
  /// The auxiliary, or the verb itself.
  let verb: Int
  /// What goes before the subject in a question: "must", "is", "does".
  let support: String
  /// The verb as it then stands behind the subject; nil if the auxiliary alone is moved.
  let base: String?
  /// Behind the last word.
  let end: Int

  var isAuxiliary: Bool { base == nil }
  var rest: Range<Int> { verb + 1..<end }
  var verbWord: String { sentence.words[verb].lower }
  var isBe: Bool { EnglishWords.be.contains(verbWord) }
  /// Whether the sentence says that something is not so.
  var isNegative: Bool {
    (sentence.lower(subject).prefix(1) + [verbWord] + sentence.lower(rest)).contains {
      ["cannot", "not", "never", "no", "nobody", "nothing"].contains($0)
    }
  }

  /// - Parameter words: of the sentence in which the clause stands; all by default.
  init?(_ sentence: SentenceWords, in words: Range<Int>? = nil) {
    let range = words ?? sentence.words.indices
    for place in range.dropFirst().prefix(10) {
      if place > range.lowerBound, !sentence.isUnbroken(range.lowerBound..<place + 1) { return nil }
      let subject = range.lowerBound..<place
      guard Subject.isOne(subject, of: sentence),
        let finite = Self.finite(at: place, of: sentence, subject, range.upperBound)
      else { continue }
      self.sentence = sentence
      self.subject = subject
      verb = place
      end = range.upperBound
      (support, base) = finite
      return
    }
    return nil
  }

  /// Verbs whose forms are hardly ever nouns, so that anything may follow.
  private static let sure = EnglishWords.words(
    "have cost need contain require cover describe provide include prevent prohibit produce determine specify consist")

  private static func finite(
    at place: Int, of sentence: SentenceWords, _ subject: Range<Int>, _ end: Int
  ) -> (String, String?)? {
    let word = sentence.words[place].lower
    guard place + 1 < end else { return nil }
    if EnglishWords.auxiliaries.contains(word) { return (word == "cannot" ? "can" : word, nil) }
    let isPlural = Subject.isPlural(subject, of: sentence)
    let next = sentence.words[place + 1]
    // "The bus stops are marked": not the verb after all. Nor is "the ferry services the islands need".
    guard !EnglishWords.auxiliaries.contains(next.lower), !["has", "have", "had"].contains(next.lower),
      next.lower != "of" || word.hasPrefix("consist"),
      !hasSecondVerb(sentence, place + 1..<end)
    else { return nil }
    let isSafe =
      next.isCapitalised || next.isNumber || EnglishWords.determiners.contains(next.lower)
      || EnglishWords.prepositions.contains(next.lower) || next.lower.hasSuffix("s") || next.lower == "when"
    for (base, form) in EnglishVerbs.forms(of: word) where isSafe || sure.contains(base) {
      // "Has gained", "had" before a participle: a tense that is not asked for here.
      if base == "have", EnglishVerbs.isParticiple(next.lower) { continue }
      switch form {
      case .third where !isPlural: return ("does", base)
      case .base where isPlural: return ("do", base)
      case .past where base != "have" && word != base: return ("did", base)
      default: continue
      }
    }
    return nil
  }

  /// Whether a verb stands behind the verb that no "which" or "when" explains: then one of the two is none.
  private static func hasSecondVerb(_ sentence: SentenceWords, _ range: Range<Int>) -> Bool {
    let joints: Set<String> = [
      "which", "that", "who", "when", "if", "because", "and", "or", "where", "until", "before", "after", "as", "how",
      "what", "whether", "unless", "while", "so", "but", "than",
    ]
    for place in range {
      let word = sentence.words[place].lower
      if joints.contains(word) { return false }
      if EnglishWords.auxiliaries.contains(word) && word != "may" && word != "will" { return true }
    }
    return false
  }

  /// "When does the office open?": what opens the question, then the clause up to a word.
  func question(_ opening: String, upTo place: Int, leavingOut dropped: Set<String> = [], cases: WordCases) -> String {
    let rest = (verb + 1..<max(verb + 1, place)).filter { !dropped.contains(sentence.words[$0].lower) }
    let tail =
      rest.isEmpty
      ? ""
      : " "
        + (dropped.isEmpty
          ? sentence.spoken(rest[0]..<place) : rest.map { sentence.words[$0].text }.joined(separator: " "))
    let words = "\(support) \(Subject.spoken(subject, of: sentence, cases))\(base.map { " " + $0 } ?? "")\(tail)"
    return Asking.question(opening.isEmpty ? words : "\(opening) \(words)")
  }
}
