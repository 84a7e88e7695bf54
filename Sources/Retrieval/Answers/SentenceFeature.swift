// What speaks for a sentence as the answer to a question: numbers between 0 and 1, each of which can be said in words.
import DocumentReading

/// What ranking looks at. Its weights are fitted, see ``AnswerFitting``.
public enum SentenceFeature: String, CaseIterable, Codable, Sendable {
  /// What of the question's weight stands in the sentence, word for word.
  case words
  /// The same with what may stand for a word.
  case wordsOrSynonyms
  /// What is not in the sentence, and is in a heading above it or the file's name.
  case headings
  /// What is in neither, and is in the sentence before or behind.
  case neighbours
  /// What is nowhere nearer, and is in the chunk.
  case chunk
  /// Names and numbers of the question that are in the sentence, its headings or its neighbours, of all of them.
  case names
  /// The question's rarest word is in the sentence.
  case rarest
  /// How close together the question's words stand: their number by that of the words from the first to the last.
  case nearness
  /// Words that follow each other in the question and in the sentence.
  case pairs
  /// The sentence holds what is asked for: a date, an amount, a name, … ½ for what may be meant.
  case holdsKind
  /// It holds none, though the question demands one.
  case lacksKind
  /// What is to be counted stands behind a number: "twelve sheep" for "how many sheep".
  case counted
  /// What share of the sentence's own words the question has.
  case density
  /// It is longer than most: 1 for 60 words or more.
  case length
  /// It is too short to say anything, or asks itself.
  case fragment
  /// 1 / the chunk's place by words, and by vectors.
  case wordPlace, vectorPlace
  /// BM25 of the chunk by that of the best one.
  case wordScore
  /// The cosine of the sentence's vector and the question's.
  case similarity
}

/// The features of the sentences that may answer one question.
struct SentenceFeatures {
  let question: AskedQuestion
  /// The largest BM25 among the hits.
  let bestScore: Double

  func values(of sentence: CandidateSentence, similarity: Double) -> [SentenceFeature: Double] {
    let held = sentence.held
    let exact = question.coverage(of: held, among: question.terms, withSynonyms: false)
    let covered = question.coverage(of: held, among: question.terms)
    let beside = question.terms.filter { question.share(of: $0, in: held) == 0 }
    let around = beside.filter { question.share(of: $0, in: sentence.headings) == 0 }
    let far = around.filter { question.share(of: $0, in: sentence.neighbours) == 0 }
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
      .neighbours: question.coverage(of: sentence.neighbours, among: around),
      .chunk: question.coverage(of: sentence.surroundings, among: far),
      .names: names.isEmpty ? 1 : Double(names.count { near.contains($0.term) }) / Double(names.count),
      .rarest: question.terms.max { $0.weight < $1.weight }.map { question.share(of: $0, in: held) } ?? 0,
      .nearness: nearness(matched),
      .pairs: pairs(in: sentence),
      .holdsKind: fulfilment,
      .lacksKind: fulfilment == 0 && !question.kind.demanded.isEmpty ? 1 : 0,
      .counted: isCounted(in: sentence) ? 1 : 0,
      .density: telling > 0 ? min(1, Double(matched.count) / Double(telling)) : 0,
      .length: min(1, Double(sentence.terms.count) / 60),
      .fragment: telling < 3 || sentence.text.last == "?" ? 1 : 0,
      .wordPlace: hit.words.map { 1 / Double($0.place) } ?? 0,
      .vectorPlace: hit.vectors.map { 1 / Double($0.place) } ?? 0,
      .wordScore: bestScore > 0 ? (hit.words?.score ?? 0) / bestScore : 0,
      .similarity: similarity,
    ]
  }

  /// A number is followed by what the question counts, at most one word between them.
  private func isCounted(in sentence: CandidateSentence) -> Bool {
    guard let counted = question.counted else { return false }
    return sentence.facts.contains { fact in
      guard [.number, .duration, .money].contains(fact.kind) else { return false }
      // A length of time ends with its unit: it may itself be what is counted.
      let near = sentence.terms.drop { $0.range.lowerBound < fact.range.lowerBound }
        .prefix { $0.range.lowerBound <= fact.range.upperBound + 1 || $0.range.lowerBound < fact.range.upperBound + 14 }
      return near.contains { matches($0.term, counted) }
    }
  }

  private func matches(_ term: String, _ asked: AskedQuestion.Term) -> Bool {
    term == asked.term || asked.synonyms.contains(term)
  }

  private func nearness(_ matched: [Int]) -> Double {
    guard let first = matched.first, let last = matched.last, matched.count > 1 else { return 0 }
    return Double(matched.count) / Double(last - first + 1)
  }

  /// The share of the question's neighbouring words that stand next to each other in the sentence, at most two words
  /// apart.
  private func pairs(in sentence: CandidateSentence) -> Double {
    guard question.terms.count > 1 else { return 0 }
    var places: [String: [Int]] = [:]
    for (index, term) in sentence.terms.enumerated() { places[term.term, default: []].append(index) }
    let found = zip(question.terms, question.terms.dropFirst()).count { left, right in
      let (before, after) = (places[left.term] ?? [], places[right.term] ?? [])
      return before.contains { place in after.contains { $0 > place && $0 <= place + 3 } }
    }
    return Double(found) / Double(question.terms.count - 1)
  }
}
