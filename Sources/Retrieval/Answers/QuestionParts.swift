// Questions that ask twice, or that must find one thing to ask for another.
import DocumentReading

/// The parts of a question, each of which may be answered by a sentence of its own.
enum QuestionParts {
  /// Words behind which a second question or a description of what is asked for begins.
  private static let joints: Set<String> = [
    "where", "that", "which", "whose", "who", "when", "what", "how", "with", "why",
  ]

  /// "What is the extra charge today, and what was it before?" is two questions; "How many live on the island where the
  /// ferries land?" describes the island, and what describes it is found by itself. One part for any other question.
  static func of(_ question: String) -> [String] {
    let text = ScalarText(question)
    let words = SentenceWord.words(in: text)
    guard
      let joint = words.indices.dropFirst(3).first(where: { place in
        joints.contains(words[place].lowercased) && words.count - place > 3
      })
    else { return [question] }
    var end = words[joint].range.lowerBound
    if words[joint - 1].lowercased == "and" { end = words[joint - 1].range.lowerBound }
    let parts = [text[0..<end], text[words[joint].range.lowerBound..<text.count]]
    return parts.allSatisfy { !WordTerms.question($0).isEmpty } ? parts : [question]
  }
}
