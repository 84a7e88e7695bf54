// The reader commits to a guess before a step's output is shown.
import Foundation
import Learning
import LessonDocuments
import Rendering

struct GuessAsking {
  enum Answer: Equatable {
    case guess(String)
    /// The reader wants to see it.
    case skipped
    case interrupted
    case end
  }

  let keys: KeyReader
  let drawing: DrawingOptions

  /// Asks at a `predict` step. What was answered stays on the screen while the step runs.
  func ask(for step: Step) -> Answer {
    let answer = canBeLettered(step.predictionChoices) ? choose(step.predictionChoices) : type()
    if case .guess(let guess) = answer { tell("Your guess: ", guess) }
    return answer
  }

  /// What the reader says of a guess that the output does not decide; nil leaves it open.
  func askWhetherRight() -> Bool? {
    OfferPrompt(keys: keys, drawing: drawing).ask(
      "", [KeyOffer](["Was your guess right? y yes", "n no", "Enter leaves it open"])
    ) {
      switch $0 {
      case .character("y"), .character("Y"): .some(true)
      case .character("n"), .character("N"): .some(false)
      // Ctrl-C too: whoever asks next hears it again.
      case .enter, .escape, .interrupt, .endOfInput: .some(nil)
      default: Bool??.none
      }
    }
  }

  /// Shows a guess beside what came out; where the output does not decide it, the reader is asked.
  ///
  /// - Returns: whether the guess was right, nil if neither says.
  func settle(_ guess: String, _ judgement: GuessJudgement) -> Bool? {
    let options = drawing.text()
    StandardOutput.write(GuessPicture.lines(for: guess, judgement, options: options).encoded(options))
    let wasRight = judgement.wasRight ?? askWhetherRight()
    StandardOutput.write("\n")
    return wasRight
  }

  // MARK: Asking

  private func type() -> Answer {
    let options = drawing.text()
    let question = StyledLine("Your guess, before it runs (a number, a word, a line; Enter alone shows it):")
    StandardOutput.write(question.wrapped(to: options.width).encoded(options))
    switch LinePrompt(keys: keys, drawing: drawing).ask("> ") {
    case .text(let text):
      let guess = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return guess.isEmpty ? .skipped : .guess(guess)
    case .cancelled: return .skipped
    case .interrupted: return .interrupted
    case .end: return .end
    }
  }

  private func canBeLettered(_ choices: [String]) -> Bool { !choices.isEmpty && choices.count <= 26 }

  private func choose(_ choices: [String]) -> Answer {
    let options = drawing.text()
    let lines = [StyledLine("Your guess, before it runs:")] + ChoicePicture.lines(for: choices, options: options)
    StandardOutput.write(lines.encoded(options))
    let last = QuizPicture.letter(choices.count - 1)
    return OfferPrompt(keys: keys, drawing: drawing).ask(
      "", [KeyOffer](["a to \(last): your guess", "Enter shows it without one"])
    ) {
      switch $0 {
      case .character(let character):
        LetterChoice.index(of: character, in: choices.count).map { .guess(choices[$0]) }
      case .enter, .escape: .skipped
      case .interrupt: .interrupted
      case .endOfInput: .end
      default: nil
      }
    }
  }

  private func tell(_ label: String, _ text: String) {
    let options = drawing.text()
    let line = StyledLine(label, StepDrawing.quiet) + StyledLine(options.oneLine(text))
    StandardOutput.write(line.wrapped(to: options.width, indent: 2).encoded(options))
  }
}
