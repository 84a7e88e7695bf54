// From a question to the sentences that may answer it, the best first.
import DocumentReading
internal import Foundation

/// A sentence with what speaks for it.
struct RankedSentence {
  let sentence: CandidateSentence
  let values: [SentenceFeature: Double]
  /// The weighted sum of the values.
  let score: Double
}

extension [RankedSentence] {
  /// Sentences are cited together if they are a tenth as likely as the best, by the softmax that the weights are fitted
  /// with. Fewer lose answers in cross-validation on the development half, and more win none.
  private static let leastShare = 1.0 / 10

  /// The best sentence and those nearly as good, which may say more of it.
  func worthCiting(most: Int = 3) -> [RankedSentence] {
    guard let best = first else { return [] }
    return prefix(most).filter { exp($0.score - best.score) >= Self.leastShare }
  }
}

/// What a search for an answer found, before anything is decided. Fitting and evaluation look at it too.
struct SentencePool {
  let question: AskedQuestion
  let sentences: [CandidateSentence]
  /// Of each sentence.
  let values: [[SentenceFeature: Double]]

  /// The best first; of equal ones the one that was found first.
  func ranked(_ weights: AnswerWeights) -> [RankedSentence] {
    places(weights).map {
      RankedSentence(sentence: sentences[$0], values: values[$0], score: weights.score(values[$0]))
    }
  }

  /// Places of the sentences in the same order.
  func places(_ weights: AnswerWeights) -> [Int] {
    let scores = values.map(weights.score)
    return sentences.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  /// Without the sentences for which something holds: the documents with a page torn out.
  func without(_ isGone: (CandidateSentence) -> Bool) -> SentencePool {
    let kept = sentences.indices.filter { !isGone(sentences[$0]) }
    return SentencePool(
      question: question, sentences: kept.map { sentences[$0] }, values: kept.map { values[$0] })
  }
}

extension DocumentDatabase {
  /// Chunks that are looked at sentence by sentence, for the question as it is and with synonyms each.
  private static let chunksRead = 24
  /// Sentences whose vectors are computed; it takes a few milliseconds each, alone and in context.
  private static let sentencesEmbedded = 48
  /// Sentences that are read together with the question.
  private static let sentencesRead = 32

  /// Searches with the question as it is and once more, by words, with what may stand for its words.
  ///
  /// - Parameter hypothesis: what is turned into a vector in place of the question.
  func pool(
    for text: String, files: [String]? = nil, embedder: (any TextEmbedder)? = nil,
    reader: (any SentenceReader)? = nil, hypothesis: String? = nil
  ) throws -> SentencePool {
    let question = try asked(text)
    var request = SearchRequest()
    request.files = files
    request.count = Self.chunksRead
    guard !question.terms.isEmpty else {
      return SentencePool(question: question, sentences: [], values: [])
    }
    var hits = try search(question.text, request, embedder: embedder, hypothesis: hypothesis)
    if question.terms.contains(where: { !$0.synonyms.isEmpty }) {
      request.method = .words
      hits += try search(question.widened, request)
    }
    let sentences = CandidateSentence.all(in: hits)
    var values = sentences.map(SentenceFeatures(question: question).values)
    if let embedder, !sentences.isEmpty {
      // The likeliest, so that a long list costs no more than a short one.
      let likely = values.indices.sorted { a, b in
        (values[b].firstImpression, a) < (values[a].firstImpression, b)
      }.prefix(Self.sentencesEmbedded)
      let texts = likely.map { sentences[$0].text } + likely.map { sentences[$0].inContext }
      let vectors = try embedder.vectors(for: [hypothesis ?? question.text] + texts.map(\.withFoldedSpaces))
      let cosines = vectors.dropFirst().map { zip(vectors[0], $0).reduce(0) { $0 + Double($1.0 * $1.1) } }
      let similarities = SentenceFeatures.similarities(
        Array(cosines.prefix(likely.count)), inContext: Array(cosines.dropFirst(likely.count)))
      for (sentence, found) in zip(likely, similarities) { values[sentence].merge(found) { $1 } }
    }
    if let reader {
      let weights = AnswerWeights.fitted(for: embedder)
      let likely = SentencePool(question: question, sentences: sentences, values: values)
        .places(weights).prefix(Self.sentencesRead)
      let logits = try reader.scores(of: likely.map { sentences[$0].readable }, asking: question.text)
      for sentence in sentences.indices { values[sentence][.reading] = SentenceFeature.reading(-.infinity) }
      for (sentence, logit) in zip(likely, logits) { values[sentence][.reading] = SentenceFeature.reading(logit) }
    }
    return SentencePool(question: question, sentences: sentences, values: values)
  }

  private func asked(_ text: String) throws -> AskedQuestion {
    try reading { store, collection in
      try AskedQuestion(text, chunks: collection.chunks) { try store.counts(of: $0, in: collection) }
    }
  }
}

extension [SentenceFeature: Double] {
  /// What a sentence promises before its vector is known.
  fileprivate var firstImpression: Double {
    (self[.wordsOrSynonyms] ?? 0) + ((self[.headings] ?? 0) + (self[.before] ?? 0)) / 2 + (self[.vectorPlace] ?? 0)
  }
}
