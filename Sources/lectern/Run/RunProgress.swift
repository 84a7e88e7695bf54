// What an interactive run tells the learner's progress, as it happens: a terminal may be gone at any moment.
import Learning
import LessonDocuments
import StepRecords

struct RunProgress {
  let source: LessonSource

  var known: LessonProgress { LearnerProgress.of(source) }

  /// The step that the learner left at, as an index; nil at the beginning.
  func place(in lesson: Lesson) -> Int? {
    guard let name = known.place else { return nil }
    return lesson.steps.firstIndex { $0.name == name }
  }

  /// A step that came to a good end.
  func take(_ event: RunEvent) {
    guard case .stepEnded(let step, let end) = event, end.status == .ok else { return }
    LearnerProgress.update(source) { $0.steps.insert(step) }
  }

  func keepAnswer(isRight: Bool, to quiz: Quiz) {
    LearnerProgress.update(source) { $0.quizzes[quiz.question, default: QuizProgress()].add(isRight: isRight) }
  }

  func keepGuess(_ guess: String, wasRight: Bool?, at step: Step) {
    LearnerProgress.update(source) { $0.guesses[step.name] = GuessProgress(guess: guess, wasRight: wasRight) }
  }

  /// - Parameter index: the step on the screen; the first, and what is behind the last, are no place to go on from.
  func keepPlace(_ index: Int, in lesson: Lesson) {
    let place = index > 0 && index < lesson.steps.count ? lesson.steps[index].name : nil
    // That a lesson was opened to its end is noted too: there is no other sign of that in one without steps.
    guard known.place != place || index == lesson.steps.count else { return }
    LearnerProgress.update(source) { $0.place = place }
  }
}
