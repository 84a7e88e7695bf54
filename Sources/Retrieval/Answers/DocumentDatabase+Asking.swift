// Asking: search, sentences, a decision, and an answer that is never without a citation.
import DocumentReading
import Messages

/// How a question is to be answered.
public struct AnswerRequest: Sendable {
  /// Documents to look in, by path, name, or a folder of them; nil for all.
  public var files: [String]?
  /// Sentences that are cited, at most; items of a list that was asked for are not counted.
  public var mostCitations = 3
  /// Searches with the vector of a made-up answer, see ``HypotheticalAnswer``.
  public var searchesByHypothesis = false
  /// Reads the likeliest sentences together with the question; nil if none is at hand.
  public var reader: (any SentenceReader)?
  /// What counts how much; nil for what was fitted on the questions about the Harbour Lines.
  public var weights: AnswerWeights?

  public init() {}

  /// - Parameter embedder: whose vectors the collection holds.
  func weights(for embedder: (any TextEmbedder)?) -> AnswerWeights {
    weights ?? AnswerWeights.fitted(for: embedder, reader: reader)
  }
}

extension DocumentDatabase {
  /// Answers a question with sentences of the documents, or says that they do not hold an answer.
  ///
  /// What a document says is only ever text: nothing in it, nor in the question, is obeyed.
  ///
  /// - Parameters:
  ///   - embedder: the one whose vectors the collection holds; without it answers go by words alone.
  ///   - generator: writes the answer from the cited sentences; what it writes is kept only if they bear it out.
  public func ask(
    _ question: String, _ request: AnswerRequest = AnswerRequest(), embedder: (any TextEmbedder)? = nil,
    generator: AnswerGenerator? = nil
  ) throws -> DocumentAnswer {
    let answer = try finding(question, request, embedder: embedder).answer(to: question)
    return answer.isAnswered ? try generator?.reworded(answer) ?? answer : answer
  }

  /// What was found for a question, and what is cited of it.
  struct Finding {
    let question: AskedQuestion
    let ranked: [RankedSentence]
    /// Empty if the documents do not answer.
    let cited: [RankedSentence]
    let decision: [DecisionFeature: Double]
    let confidence: Double
    /// Why nothing is cited.
    let refusal: String

    func answer(to text: String) -> DocumentAnswer {
      guard let best = cited.first else { return .refused(text, confidence: confidence, refusal) }
      return .extracted(
        text, cited.flatMap(\.sentence.citations), short: best.sentence.short(for: question), confidence: confidence)
    }
  }

  func finding(
    _ text: String, _ request: AnswerRequest, embedder: (any TextEmbedder)?
  ) throws -> Finding {
    let hypothesis = request.searchesByHypothesis ? HypotheticalAnswer.of(text) : nil
    let pool = try pool(
      for: text, files: request.files, embedder: embedder, reader: request.reader, hypothesis: hypothesis)
    let weights = request.weights(for: embedder)
    let ranked = pool.ranked(weights)
    let decision = DecisionFeature.values(of: ranked, pool.question)
    let confidence = ranked.isEmpty ? 0 : weights.confidence(decision)
    guard confidence >= weights.threshold else {
      return Finding(
        question: pool.question, ranked: ranked, cited: [], decision: decision, confidence: confidence,
        refusal: Refusal.reason(pool.question, ranked.first, decision))
    }
    var cited = ranked.worthCiting(most: request.mostCitations)
    let parts = QuestionParts.of(text)
    for part in parts where parts.count > 1 && cited.count < request.mostCitations {
      let pool = try self.pool(for: part, files: request.files, embedder: embedder, reader: request.reader)
      let ranked = pool.ranked(weights)
      guard let best = ranked.first, !cited.contains(where: { $0.sentence.evidence == best.sentence.evidence }),
        weights.confidence(DecisionFeature.values(of: ranked, pool.question)) >= weights.threshold
      else { continue }
      cited.append(best)
    }
    return Finding(
      question: pool.question, ranked: ranked, cited: cited, decision: decision, confidence: confidence, refusal: "")
  }
}

extension CandidateSentence {
  var citation: DocumentAnswer.Citation {
    DocumentAnswer.Citation(sentence: text.withFoldedSpaces, evidence: evidence)
  }

  /// Itself, and the items of the list that it introduces.
  var citations: [DocumentAnswer.Citation] {
    [citation] + items
  }

  /// The words that answer: of the kind that is asked for, those nearest to the question's words. Nil if there are none.
  func short(for question: AskedQuestion) -> String? {
    let demanded = question.kind.demanded
    let places = terms.filter { word in
      question.terms.contains { $0.term == word.term || $0.synonyms.contains(word.term) }
    }.map(\.range)
    let distance = { (fact: HeldFact) in
      places.map { max($0.lowerBound - fact.range.upperBound, fact.range.lowerBound - $0.upperBound, 0) }.min() ?? 0
    }
    let asked = { (fact: HeldFact) in places.contains { fact.range.contains($0.lowerBound) } && fact.kind == .name }
    // What the question names itself is no answer to it.
    let facts = facts.filter { demanded.contains($0.kind) && !asked($0) }
    guard
      let fact = facts.enumerated().min(by: { (distance($0.element), $0.offset) < (distance($1.element), $1.offset) })
    else { return nil }
    return ScalarText(text)[fact.element.range].withFoldedSpaces
  }
}

/// Why a question is not answered, in a sentence.
enum Refusal {
  static func reason(
    _ question: AskedQuestion, _ best: RankedSentence?, _ decision: [DecisionFeature: Double]
  ) -> String {
    if question.terms.isEmpty { return "nothing is asked" }
    let unknown = question.terms.filter { !$0.isKnown && $0.synonyms.isEmpty }.map { question.written($0) }
    if let word = unknown.first {
      return unknown.count == 1
        ? "no document speaks of \(word.quoted)"
        : "no document speaks of " + unknown.prefix(4).map(\.quoted).joined(separator: ", ")
    }
    guard best != nil else { return "no document speaks of it" }
    if decision[.lacksKind] == 1 { return "what comes nearest holds \(question.kind.missing)" }
    return "what comes nearest does not say enough of what is asked"
  }
}
