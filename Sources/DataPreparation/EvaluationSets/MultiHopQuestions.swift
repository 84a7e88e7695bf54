// Questions that no single sentence answers: a thing is named by what another sentence says of it.
internal import DocumentReading

enum MultiHopQuestions {
  static func make(from rows: [TrainingRow]) -> [EvaluationQuestion] {
    rows.compactMap(described).flatMap { thing in rows.compactMap { asked($0, of: thing) } }
      + Comparison.questions(rows)
  }

  /// A name and the description that one sentence gives of it.
  private struct Described {
    var name: String
    var description: String
    var evidence: Evidence
  }

  /// "The Gull is the ferry to Birk" and "The Gull carries 120 passengers": how many does the ferry to Birk carry?
  private static func asked(_ row: TrainingRow, of thing: Described) -> EvaluationQuestion? {
    guard let evidence = row.evidence, evidence != thing.evidence, row.pattern.map(answering.contains) == true,
      let question = replaced(thing.name, by: thing.description, in: row.instruction),
      !mentions(thing.description, row.answer)
    else { return nil }
    return EvaluationQuestion(.multiHop, question, answer: row.answer, evidence: [thing.evidence, evidence])
  }

  /// Patterns whose questions ask for something else than the name.
  private static let answering: Set<PairPattern> = [
    .amount, .count, .duration, .frequency, .time, .place, .reason, .purpose, .list,
  ]

  private static func described(_ row: TrainingRow) -> Described? {
    guard let evidence = row.evidence, let pattern = row.pattern, row.answer.count <= 80,
      !row.answer.contains(where: { ",;:".contains($0) })
    else { return nil }
    let question = String(row.instruction.dropLast())
    let answer = Distractors.spoken(row.answer)
    switch pattern {
    case .definition:
      // "What is the Gull?" "the ferry to Birk"
      guard answer.hasPrefix("the "), let name = rest(of: question, behind: ["What is ", "Who is "]), isName(name)
      else { return nil }
      return Described(name: name, description: answer, evidence: evidence)
    case .term:
      // "What is the time between two tides called?" "slack water"
      guard let whole = rest(of: question, behind: ["What is "]), whole.hasPrefix("the "), whole.hasSuffix(" called")
      else { return nil }
      return Described(name: answer, description: String(whole.dropLast(" called".count)), evidence: evidence)
    case .person:
      // "Who is the captain of the Gull?", "Who commands the Gull?" "Captain Holt"
      let words = SentenceWords(Array(answer.unicodeScalars))
      guard let whole = rest(of: question, behind: ["Who "]), !whole.hasSuffix(" by"),
        Person.isNamed(words.words.indices, of: words)
          || Person.isDefinite(words.words.indices, of: words) && answer.hasPrefix("the ") && !answer.hasSuffix("s")
      else { return nil }
      let description = whole.hasPrefix("is the ") ? String(whole.dropFirst(3)) : "the person who \(whole)"
      return Described(name: answer, description: description, evidence: evidence)
    default: return nil
    }
  }

  private static func rest(of question: String, behind openings: [String]) -> String? {
    openings.first { question.hasPrefix($0) }.map { String(question.dropFirst($0.count)) }
  }

  /// "the Gull", "Skerry": a name, with an article or without.
  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let names = words.dropFirst(words.first == "the" ? 1 : 0)
    return !names.isEmpty && names.allSatisfy { $0.first?.isUppercase == true }
  }

  /// The question with the description instead of the name; nil if it does not have the name as whole words.
  private static func replaced(_ name: String, by description: String, in question: String) -> String? {
    let words = question.dropLast().split(separator: " ").map(String.init)
    let wanted = name.split(separator: " ").map(String.init)
    guard wanted.count < words.count,
      let place = (0...words.count - wanted.count).first(where: { Array(words[$0..<$0 + wanted.count]) == wanted }),
      // "Captain Holt's", "Birk Hall": the name goes on.
      place + wanted.count == words.count || words[place + wanted.count].first?.isUppercase != true
    else { return nil }
    let whole = words[..<place] + [description] + words[(place + wanted.count)...]
    let result = whole.joined(separator: " ") + "?"
    return result.contains(name) || !Asking.isPlain(result) ? nil : result
  }

  /// Whether the description gives the answer away.
  private static func mentions(_ description: String, _ answer: String) -> Bool {
    let words = ContentWords.of(answer)
    return !words.isEmpty && ContentWords.share(of: words, in: ContentWords.of(description)) == 1
  }
}
