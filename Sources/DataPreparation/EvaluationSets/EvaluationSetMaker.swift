// An evaluation set from documents: five kinds of questions, drawn with a seed.
public import DocumentReading

/// Makes questions that documents answer, for measuring how well a model or a search answers them.
public enum EvaluationSetMaker {
  /// Draws questions about documents.
  ///
  /// The kinds come as evenly as the documents allow, one after the other; the same sentences are asked about once.
  /// The same chunks, seed and count give the same set.
  ///
  /// - Parameter count: at most so many; nil for all that can be made.
  public static func questions(
    from chunks: [Chunk], kinds: [EvaluationQuestion.Kind] = EvaluationQuestion.Kind.allCases, count: Int? = nil,
    seed: Int = 0
  ) -> [EvaluationQuestion] {
    questions(of: PairMaker.pairs(from: chunks), kinds: kinds, count: count, seed: seed)
  }

  /// The same from rows that were made, and perhaps reviewed, before. Rows need evidence; all kinds but simple questions
  /// need their ``TrainingRow/pattern`` too.
  public static func questions(
    of rows: [TrainingRow], kinds: [EvaluationQuestion.Kind] = EvaluationQuestion.Kind.allCases, count: Int? = nil,
    seed: Int = 0
  ) -> [EvaluationQuestion] {
    let rows = rows.filter { $0.evidence != nil && ($0.score ?? 1) >= leastScore }
    let distractors = Distractors(rows)
    var pools = kinds.map { kind in
      let pool: [EvaluationQuestion] =
        switch kind {
        case .simple: rows.compactMap { plain(.simple, $0, of: simplePatterns) }
        case .conditional: rows.compactMap { plain(.conditional, $0, of: [.condition, .consequence]) }
        case .multiHop: MultiHopQuestions.make(from: rows)
        case .multipleChoice: rows.compactMap { multipleChoice($0, distractors, seed) }
        case .tokenPresence: rows.compactMap(tokenPresence)
        }
      return SeededOrder.shuffled(pool, seed: seed) { "\(kind.rawValue)\n\($0.question)" }[...]
    }
    // The smallest pools choose first, so that the plain kinds do not use up their sentences.
    let order = pools.indices.sorted { (pools[$0].count, $0) < (pools[$1].count, $1) }
    var chosen = pools.map { _ in [EvaluationQuestion]() }
    var used = Set<[Evidence]>()
    var asked = Set<String>()
    var left = count ?? Int.max
    while left > 0, pools.contains(where: { !$0.isEmpty }) {
      for place in order where left > 0 {
        while let question = pools[place].popFirst() {
          guard asked.insert(question.question.lowercased()).inserted, used.insert(question.evidence).inserted else {
            continue
          }
          chosen[place].append(question)
          left -= 1
          break
        }
      }
    }
    return chosen.flatMap(\.self)
  }

  /// Questions of less relevance are not asked.
  private static let leastScore = 0.7

  private static let simplePatterns: Set<PairPattern?> = [
    nil, .definition, .term, .purpose, .list, .amount, .count, .duration, .frequency, .time, .place, .person, .reason,
    .object, .manner, .heading,
  ]

  private static func plain(
    _ kind: EvaluationQuestion.Kind, _ row: TrainingRow, of patterns: Set<PairPattern?>
  ) -> EvaluationQuestion? {
    guard let evidence = row.evidence, patterns.contains(row.pattern) else { return nil }
    return EvaluationQuestion(kind, row.instruction, answer: row.answer, evidence: [evidence])
  }

  private static func multipleChoice(
    _ row: TrainingRow, _ distractors: Distractors, _ seed: Int
  ) -> EvaluationQuestion? {
    let wrong = distractors.wrong(3, for: row, seed: seed)
    let right = Distractors.spoken(row.answer)
    let choices = SeededOrder.shuffled([right] + wrong, seed: seed) { "\(row.instruction)\n\($0)" }
    guard let evidence = row.evidence, wrong.count == 3, let place = choices.firstIndex(of: right) else { return nil }
    return EvaluationQuestion(
      .multipleChoice, row.instruction, choices: choices, answer: ["A", "B", "C", "D"][place], evidence: [evidence])
  }

  /// The numbers and names of an answer, in whatever sentence they come.
  private static func tokenPresence(_ row: TrainingRow) -> EvaluationQuestion? {
    guard let evidence = row.evidence, let pattern = row.pattern, simplePatterns.contains(pattern) else { return nil }
    let words = SentenceWords(Array(row.answer.unicodeScalars)).words
    let telling = words.filter { word in
      word.isNumber || word.isCapitalised && !EnglishWords.determiners.contains(word.lower)
    }
    guard (1...4).contains(telling.count) else { return nil }
    return EvaluationQuestion(
      .tokenPresence, row.instruction, answer: row.answer, tokens: telling.map(\.text), evidence: [evidence])
  }
}
