// What speaks for a sentence as the answer to a question: numbers, most between 0 and 1, each of which can be said in
// words.
import DocumentReading

/// What ranking looks at. Its weights are fitted, see ``AnswerFitting``.
public enum SentenceFeature: String, CaseIterable, Codable, Sendable {
  /// What of the question's weight stands in the sentence, word for word.
  case words
  /// The same with what may stand for a word.
  case wordsOrSynonyms
  /// What is not in the sentence, and is in a heading above it or the file's name.
  case headings
  /// What is not in the sentence, and is in the one before it.
  case before
  /// It begins with a word that points back: "It", "They", "There".
  case pointsBack
  /// Names and numbers of the question that are in the sentence, its headings or its neighbours, of all of them.
  case names
  /// The question's rarest word is in the sentence.
  case rarest
  /// How close together the question's words stand: their number by that of the words from the first to the last.
  case nearness
  /// The sentence holds what is asked for: a date, an amount, a name, … ½ for what may be meant.
  case holdsKind
  /// The same, times what of the question's weight the sentence, its headings and the sentence before it hold: "It costs
  /// three crowns" behind what "it" is.
  case holdsKindInContext
  /// What share of the sentence's own words the question has.
  case density
  /// It is too short to say anything, or asks itself.
  case fragment
  /// 1 / the chunk's place by words, and by vectors.
  case wordPlace, vectorPlace
  /// The cosine of the sentence's vector and the question's.
  case similarity
  /// The same of the sentence with the one before it.
  case similarityInContext
  /// How far the mean of both is above that of all sentences found, in four standard deviations, at least 0: what is a
  /// large cosine differs from question to question.
  case similarityStanding
  /// How well it answers, by a reader that has read it together with the question: half of its logit, from −4 to 4;
  /// −4 for what was not likely enough to be read. The reader was taught with thousands of questions, and the weights with
  /// few: on this scale they leave its word as it is.
  case reading
}

/// The features of the sentences that may answer one question.
struct SentenceFeatures {
  let question: AskedQuestion

  /// Those that need no vector of the sentence.
  func values(of sentence: CandidateSentence) -> [SentenceFeature: Double] {
    let held = sentence.held
    let exact = question.coverage(of: held, among: question.terms, withSynonyms: false)
    let covered = question.coverage(of: held, among: question.terms)
    let beside = question.terms.filter { question.share(of: $0, in: held) == 0 }
    let names = question.terms.filter(\.isName)
    let near = held.union(sentence.headings).union(sentence.neighbours)
    let fulfilment = question.kind.fulfilment(by: sentence.facts)
    let matched = sentence.terms.indices.filter { index in
      question.terms.contains { matches(sentence.terms[index].term, $0) }
    }
    let telling = sentence.terms.count { !StopWords.stems.contains($0.term) }
    let hit = sentence.hit
    return [
      .words: exact,
      .wordsOrSynonyms: covered,
      .headings: question.coverage(of: sentence.headings, among: beside),
      .before: question.coverage(of: sentence.termsBefore, among: beside),
      .pointsBack: sentence.pointsBack ? 1 : 0,
      .names: names.isEmpty ? 1 : Double(names.count { near.contains($0.term) }) / Double(names.count),
      .rarest: question.terms.max { $0.weight < $1.weight }.map { question.share(of: $0, in: held) } ?? 0,
      .nearness: nearness(matched),
      .holdsKind: fulfilment,
      .holdsKindInContext: fulfilment * question.coverage(of: sentence.heldInContext, among: question.terms),
      .density: telling > 0 ? min(1, Double(matched.count) / Double(telling)) : 0,
      .fragment: telling < 3 || sentence.text.last == "?" ? 1 : 0,
      .wordPlace: hit.words.map { 1 / Double($0.place) } ?? 0,
      .vectorPlace: hit.vectors.map { 1 / Double($0.place) } ?? 0,
    ]
  }

  private func matches(_ term: String, _ asked: AskedQuestion.Term) -> Bool {
    term == asked.term || asked.synonyms.contains(term)
  }

  private func nearness(_ matched: [Int]) -> Double {
    guard let first = matched.first, let last = matched.last, matched.count > 1 else { return 0 }
    return Double(matched.count) / Double(last - first + 1)
  }
}

extension SentenceFeatures {
  /// The features of sentences whose vectors are known.
  ///
  /// - Parameters:
  ///   - alone: the cosines of the sentences and the question.
  ///   - inContext: those of the sentences with the ones before them.
  static func similarities(_ alone: [Double], inContext: [Double]) -> [[SentenceFeature: Double]] {
    let means = zip(alone, inContext).map { ($0 + $1) / 2 }
    let count = Double(max(1, means.count))
    let middle = means.reduce(0, +) / count
    let deviation = (means.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / count).squareRoot()
    return means.indices.map { place in
      [
        .similarity: max(0, alone[place]), .similarityInContext: max(0, inContext[place]),
        .similarityStanding: max(0, means[place] - middle) / (4 * deviation + 1e-6),
      ]
    }
  }
}

extension SentenceFeature {
  /// A reader's logit as a feature.
  static func reading(_ logit: Double) -> Double { min(8, max(-8, logit)) / 2 }
}
