// Answering with and without a book.
import Applications
import Corpora
import Evaluation
import Testing

@Suite("Question answering")
struct QuestionTests {
  private let world = HarbourLines(seed: 7)

  @Test("puts the right answer among three wrong ones of its kind")
  func choices() {
    let questions = world.questionsWithAnswers(40, seed: 2)
    #expect(questions.count == 40)
    for question in questions {
      #expect(question.choices.count == 4 && Set(question.choices).count == 4)
      #expect(question.choices.contains(question.answers[0]))
    }
    #expect(Set(questions.map { $0.choices.firstIndex(of: $0.answers[0]) }).count == 4)
    #expect(questions == world.questionsWithAnswers(40, seed: 2))
  }

  @Test("from memory and by choosing is right on what the model has read")
  func model() throws {
    let model = try CourseModels.base()
    let questions = world.questionsWithAnswers(10, seed: 1)
    let closed = try AnsweringEvaluation(.closedBook(model), questions)
    #expect(closed.right.value == 1 && closed.wrong.value == 0 && closed.tokenF1.value == 1)
    let chosen = try AnsweringEvaluation(.choice(model), questions)
    #expect(chosen.right.value >= 0.9)
    let shares = try model.choice(of: ["Ten crowns.", "Two crowns."], for: "What does a ticket to Birk cost?")
    #expect(shares.first?.answer == "Ten crowns.")
    #expect(abs(shares.reduce(0) { $0 + $1.probability } - 1) < 1e-9)
    #expect(try AnsweringEvaluation(.choice(model), [QuestionWithAnswers("Why?", answers: ["Fog."])]).wrong.value == 0)
  }
}
