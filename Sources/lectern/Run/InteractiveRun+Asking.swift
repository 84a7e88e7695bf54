// Where an interactive run asks the reader: quizzes, and guesses at what a step will show.
import Learning
import LessonDocuments
import Rendering

extension InteractiveRun {
  /// A quiz is reached.
  func ask(_ index: Int) throws {
    let quizzes = edits.base.quizzes
    let outcome = QuizAsking(keys: keys, drawing: drawing).ask(
      quizzes[index], number: index + 1, of: quizzes.count, known: progress.known.quizzes[quizzes[index].question]
    ) { progress.keepAnswer(isRight: $0, to: quizzes[index]) }
    display.write([StyledLine()])
    switch outcome {
    case .answered, .skipped: break
    case .interrupted: try leaveInterrupted()
    case .end: throw Leaving()
    }
  }

  enum Guess {
    case guess(String)
    case none
    /// The reader thought better of running the step.
    case stays
  }

  /// Before a step runs: the reader's guess, if the step asks for one. Once in a session.
  func askGuess(for step: Step) throws -> Guess {
    guard step.predicts, step.isRun, guessed.insert(step.name).inserted else { return .none }
    switch GuessAsking(keys: keys, drawing: drawing).ask(for: step) {
    case .guess(let guess):
      display.write([StyledLine()])
      return .guess(guess)
    case .skipped: return .none
    case .interrupted:
      guessed.remove(step.name)
      try leaveInterrupted()
      return .stays
    case .end: throw Leaving()
    }
  }

  /// After it ran.
  func judge(_ guess: String, of step: Step) {
    let records = display.outputs[step.name]?.records ?? []
    let judgement = GuessJudgement.judge(guess, choices: step.predictionChoices, records: records)
    let wasRight = GuessAsking(keys: keys, drawing: drawing).settle(guess, judgement)
    progress.keepGuess(guess, wasRight: wasRight, at: step)
  }
}
