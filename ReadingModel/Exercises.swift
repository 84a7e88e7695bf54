// How the exercises in Texts are written: documents of a sentence a line, and questions with the lines that answer them.

// region: reading
/// A document, and what is asked about it.
struct ReadingExercise {
  struct Question {
    let text: String
    /// Places of the sentences that answer it; empty if none does.
    let answers: Set<Int>
  }
  let heading: String
  var sentences: [String] = []
  var questions: [Question] = []

  /// A sentence with what it leans on.
  func readable(_ place: Int) -> ReadableSentence {
    ReadableSentence(sentences[place], context: "\(heading). " + (place > 0 ? sentences[place - 1] : ""))
  }

  /// "# heading", a sentence a line, and "? Question? = 3, 4" or "? Question? = none" behind them.
  static func exercises(in text: String) -> [ReadingExercise] {
    var exercises: [ReadingExercise] = []
    for line in text.split(separator: "\n").map(String.init) {
      if line.hasPrefix("# ") {
        exercises.append(ReadingExercise(heading: String(line.dropFirst(2))))
      } else if line.hasPrefix("? "), let mark = line.range(of: " = ", options: .backwards) {
        let places = line[mark.upperBound...].split(separator: ",").compactMap { Int($0.filter(\.isNumber)) }
        let question = String(line[..<mark.lowerBound].dropFirst(2))
        exercises[exercises.count - 1].questions.append(Question(text: question, answers: Set(places.map { $0 - 1 })))
      } else {
        exercises[exercises.count - 1].sentences.append(line)
      }
    }
    return exercises
  }
}
// end: reading
