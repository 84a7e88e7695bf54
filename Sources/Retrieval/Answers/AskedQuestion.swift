// A question as ranking reads it: the terms that tell, what each weighs, what may stand for it, and what is asked for.
import DocumentReading

/// A question, taken apart.
struct AskedQuestion {
  struct Term: Equatable {
    let term: String
    /// What it says that a text holds it, as BM25 weighs it; large for a rare word.
    let weight: Double
    /// Terms that stand for it, such as "luggag" for "suitcas"; without those that no document holds.
    let synonyms: [String]
    /// Whether any chunk holds the term itself.
    let isKnown: Bool
    /// Written with a capital inside the question, or with digits: a name, a number, a date.
    let isName: Bool
  }
  let text: String
  let kind: AnswerKind
  /// In the order of the question, each once.
  let terms: [Term]
  /// Of all terms.
  let weight: Double

  /// Of a longer question only so many different terms are looked at: a page that was pasted in is no question.
  static let mostTerms = 48
  /// And of its text only so many characters.
  static let longest = 4000

  /// - Parameters:
  ///   - chunks: how many the collection holds.
  ///   - counts: for terms in how many chunks they stand.
  init(_ question: String, chunks: Int, counts: ([String]) throws -> [String: Int]) rethrows {
    text = String(question.unicodeScalars.prefix(Self.longest).map(Character.init))
    kind = AnswerKind(asking: text)
    let stems = Array(WordTerms.question(text).prefix(Self.mostTerms))
    let names = Self.names(in: text)
    let synonyms = stems.map { stem in Synonyms.of(stem).filter { !stems.contains($0) } }
    let known = try counts(stems + Set(synonyms.joined()).sorted())
    let relevance = WordRelevance(texts: chunks, averageLength: 0, counts: known)
    terms = zip(stems, synonyms).map { stem, synonyms in
      Term(
        term: stem, weight: relevance.weight(of: stem) * (Self.isWeak(stem) ? Self.weakness : 1),
        synonyms: synonyms.filter { known[$0, default: 0] > 0 },
        isKnown: known[stem, default: 0] > 0, isName: names.contains(stem))
    }
    weight = terms.reduce(0) { $0 + $1.weight }
  }

  /// What the weight of a word is worth that says little of what is asked, however rare it is in the documents.
  private static let weakness = 0.25
  private static let weak = Set(
    WordTerms.terms(
      in: """
        happen happens today now currently nowadays exactly actually usually normally really ever still already always \
        along away back around begin beginning middle end somebody someone anybody anyone nobody everybody something \
        anything nothing everything thing things people person way kind sort type get got go going come want need use \
        know find make made take taken put let give given possible able allowed big large small many mean means called \
        name number first two three one whole each every during per without long much far must shall since against done
        """
    ).map(\.term))

  private static func isWeak(_ stem: String) -> Bool {
    weak.contains(stem) || stem.utf8.count == 1 && stem.utf8.allSatisfy { $0 >= UInt8(ascii: "a") }
  }

  /// Terms of words with a capital that do not begin a sentence, and of words with digits.
  private static func names(in question: String) -> Set<String> {
    let text = ScalarText(question)
    var names: Set<String> = []
    for (place, word) in SentenceWord.words(in: text).enumerated() {
      let before = text[max(0, word.range.lowerBound - 2)..<word.range.lowerBound]
      let beginsSentence = place == 0 || before.contains { ".?!:".contains($0) }
      guard word.hasDigit || word.isCapitalised && !beginsSentence else { continue }
      names.formUnion(WordTerms.terms(in: word.text).map(\.term))
    }
    return names
  }

  /// The question with what may stand for its words, to search with.
  var widened: String { ([text] + terms.flatMap { Synonyms.words(for: $0.term) }).joined(separator: " ") }

  /// What of the question's weight these terms carry, 0 to 1; a synonym carries ``Synonyms/worth`` of its word.
  func coverage(of held: Set<String>, among terms: [Term], withSynonyms: Bool = true) -> Double {
    guard weight > 0 else { return 0 }
    return terms.reduce(0) { $0 + $1.weight * share(of: $1, in: held, withSynonyms) } / weight
  }

  /// 1 for the term itself, less for a synonym, else 0.
  func share(of term: Term, in held: Set<String>, _ withSynonyms: Bool = true) -> Double {
    if held.contains(term.term) { return 1 }
    return withSynonyms && term.synonyms.contains(where: held.contains) ? Synonyms.worth : 0
  }

  /// The word of the question that gives a term, as it is written there.
  func written(_ term: Term) -> String {
    let scalars = ScalarText(text)
    return WordTerms.terms(in: text).first { $0.term == term.term }.map { scalars[$0.range] } ?? term.term
  }
}
