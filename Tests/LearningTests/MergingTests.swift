// Progress of two machines made one: nothing that one of them knows is lost.
import Foundation
import Testing

@testable import Grading
@testable import Learning

struct MergingTests {
  private func exercise(
    hints: Int = 0, attempts: Int = 0, _ earned: Int = 0, of points: Int = 0, file: String? = nil, on day: Int64? = nil
  ) -> ExerciseProgress {
    var progress = ExerciseProgress()
    progress.hintsShown = hints
    progress.attempts = attempts
    (progress.earned, progress.points) = (earned, points)
    progress.passedFile = file
    progress.passedOn = day.map { Moment(milliseconds: $0) }
    return progress
  }

  private func merged(_ a: ExerciseProgress, _ b: ExerciseProgress) -> ExerciseProgress {
    var result = a
    result.merge(b)
    return result
  }

  @Test func `of an exercise the best marks, the most hints and the first pass are kept`() {
    let here = exercise(hints: 3, attempts: 2, 5, of: 10)
    let there = exercise(hints: 1, attempts: 7, 20, of: 20, file: "two", on: 50)
    for result in [merged(here, there), merged(there, here)] {
      #expect(result == exercise(hints: 3, attempts: 7, 20, of: 20, file: "two", on: 50))
    }
    let later = exercise(attempts: 1, 10, of: 10, file: "one", on: 90)
    #expect(merged(later, there).passedFile == "one" && merged(later, there).passedOn?.milliseconds == 50)
    #expect(merged(here, ExerciseProgress()) == here && merged(ExerciseProgress(), here) == here)
  }

  @Test func `of a lesson all steps are kept, and of each question the first right attempt`() {
    var here = LessonProgress()
    here.steps = ["a", "b"]
    here.quizzes["q"] = quiz([false, false, true])
    here.quizzes["only here"] = quiz([true])
    var there = LessonProgress()
    there.steps = ["b", "c"]
    there.quizzes["q"] = quiz([true])
    for (one, other) in [(here, there), (there, here)] {
      var result = one
      result.merge(other)
      #expect(result.steps == ["a", "b", "c"])
      #expect(result.quizzes["q"]?.attempts == 3 && result.quizzes["q"]?.rightAttempt == 1)
      #expect(result.quizzes["only here"]?.isRightAtFirst == true)
    }
  }

  private func quiz(_ answers: [Bool]) -> QuizProgress {
    answers.reduce(into: QuizProgress()) { $0.add(isRight: $1) }
  }

  @Test func `the place is where the learner was last, and a right guess is not lost`() {
    var early = LessonProgress()
    early.place = "a"
    early.guesses = ["x": GuessProgress(guess: "3", wasRight: true), "y": GuessProgress(guess: "old")]
    early.lastUsed = Moment(milliseconds: 1)
    var late = LessonProgress()
    late.guesses = ["x": GuessProgress(guess: "4", wasRight: false), "y": GuessProgress(guess: "new")]
    late.lastUsed = Moment(milliseconds: 2)
    for (one, other) in [(early, late), (late, early)] {
      var result = one
      result.merge(other)
      // The late one had come to its end.
      #expect(result.place == nil && result.lastUsed?.milliseconds == 2)
      #expect(result.guesses["x"]?.guess == "3" && result.guesses["y"]?.guess == "new")
    }
  }

  @Test func `merging twice changes nothing more`() {
    var here = CourseProgress()
    here.exercises["x"] = exercise(attempts: 4, 3, of: 10)
    here.lessons["l"] = LessonProgress()
    var there = CourseProgress()
    there.exercises["x"] = exercise(attempts: 2, 9, of: 10)
    there.exercises["y"] = exercise(hints: 1)
    there.lessons["l", default: LessonProgress()].place = "b"
    here.merge(there)
    let once = here
    here.merge(there)
    here.merge(once)
    #expect(here == once && here.exercises.count == 2 && here.lessons["l"]?.place == "b")
  }
}
