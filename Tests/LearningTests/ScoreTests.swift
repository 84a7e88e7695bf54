// How the answers of a lesson are counted and said.
import LessonDocuments
import Testing

@testable import Learning

@Suite struct ScoreTests {
  private func lesson(questions: Int) throws -> Lesson {
    let quizzes = (0..<questions).map { "```quiz\nQ\($0)?\n- [x] a\n- [ ] b\n```\n" }.joined(separator: "\n")
    return try LessonReader.read("```swift id=a predict\n1\n```\n\n" + quizzes, named: "l.md").lesson
  }

  /// Answers of question 0, 1, …
  private func progress(_ answers: [Bool]...) -> LessonProgress {
    var progress = LessonProgress()
    for (index, attempts) in answers.enumerated() where !attempts.isEmpty {
      for isRight in attempts { progress.quizzes["Q\(index)?", default: QuizProgress()].add(isRight: isRight) }
    }
    return progress
  }

  @Test func `questions are right at first, right later, or open`() throws {
    let score = QuizScore(of: try lesson(questions: 4), in: progress([true], [false, true], [false], []))
    #expect(score.rightAtFirst == 1 && score.rightLater == 1 && score.open == 2)
    #expect(score.sentence == "4 questions: 1 right at the first attempt, 1 right later, 2 open.")
  }

  @Test func `a right answer stays right`() throws {
    let score = QuizScore(of: try lesson(questions: 1), in: progress([true, false]))
    #expect(score.sentence == "One question: right at the first attempt.")
  }

  @Test func `what all questions share is said once`() throws {
    #expect(QuizScore(of: try lesson(questions: 2), in: progress([], [])).sentence == "2 questions: both open.")
    #expect(
      QuizScore(of: try lesson(questions: 3), in: progress([true], [true], [true])).sentence
        == "3 questions: all right at the first attempt.")
    #expect(QuizScore(of: try lesson(questions: 0), in: progress([true])).sentence == nil)
  }

  @Test func `answers to questions that the lesson no longer has do not count`() throws {
    #expect(QuizScore(of: try lesson(questions: 1), in: progress([], [true], [true])).open == 1)
  }

  @Test func `guesses are counted at the steps that the lesson has`() throws {
    var progress = LessonProgress()
    let lesson = try lesson(questions: 0)
    #expect(GuessScore(of: lesson, in: progress).sentence == nil)
    progress.guesses["gone"] = GuessProgress(guess: "1", wasRight: true)
    progress.guesses["a"] = GuessProgress(guess: "1", wasRight: nil)
    #expect(GuessScore(of: lesson, in: progress).sentence == "One guess.")
    progress.guesses["a"]?.wasRight = true
    #expect(GuessScore(of: lesson, in: progress).sentence == "One guess, and it was right.")
  }
}
