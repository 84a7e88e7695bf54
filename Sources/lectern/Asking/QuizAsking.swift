// A question of the lesson, asked in the terminal until it is right or the reader goes on.
import Foundation
import Learning
import LessonDocuments
import Rendering

struct QuizAsking {
  enum Outcome: Equatable {
    /// At least once, or at an earlier time.
    case answered
    case skipped
    case interrupted
    case end
  }

  let keys: KeyReader
  let drawing: DrawingOptions

  /// - Parameters:
  ///   - number: of the question in the lesson, from 1
  ///   - count: how many questions the lesson has
  ///   - known: what the reader answered before
  ///   - onAnswer: is told of each attempt whether it is right
  func ask(
    _ quiz: Quiz, number: Int, of count: Int, known: QuizProgress?, onAnswer: (Bool) -> Void
  ) -> Outcome {
    let outcome = askAndTell(quiz, number: number, of: count, known: known, onAnswer: onAnswer)
    write { _ in [StyledLine()] }
    return outcome
  }

  private func askAndTell(
    _ quiz: Quiz, number: Int, of count: Int, known: QuizProgress?, onAnswer: (Bool) -> Void
  ) -> Outcome {
    if let attempt = known?.rightAttempt {
      write {
        QuizPicture.answeredLines(for: quiz, place: (number, count), options: $0)
          + QuizPicture.knownLines(rightAttempt: attempt, options: $0)
      }
      return .answered
    }
    write { QuizPicture.lines(for: quiz, place: (number, count), options: $0) }
    // A quiz without a right choice is the author's mistake, and warned of; it cannot be answered.
    guard !quiz.rightChoices.isEmpty else { return .skipped }
    var told: Set<Int> = []
    var attempts = 0
    while true {
      switch choose(quiz, isAgain: attempts > 0) {
      case .choices(let chosen):
        let isRight = Set(chosen) == quiz.rightChoices
        attempts += 1
        onAnswer(isRight)
        write { QuizPicture.reasonLines(for: quiz, choices: chosen, options: $0) }
        told.formUnion(chosen)
        if isRight { return readOthers(quiz, told: told) }
        if quiz.rightChoices.isSuperset(of: chosen) { write { _ in [StyledLine("Right so far; there are more.")] } }
      case .answer:
        write { QuizPicture.reasonLines(for: quiz, choices: Array(quiz.choices.indices), options: $0) }
        return .answered
      case .on: return attempts > 0 ? .answered : .skipped
      case .interrupted: return .interrupted
      case .end: return .end
      }
    }
  }

  /// Once it is right: the reasons that the reader has not seen.
  private func readOthers(_ quiz: Quiz, told: Set<Int>) -> Outcome {
    let others = quiz.choices.indices.filter { !told.contains($0) && !quiz.choices[$0].reason.isEmpty }
    guard !others.isEmpty else { return .answered }
    let offers = ["Enter reads the other reasons", "n goes on without"]
    let key = OfferPrompt(keys: keys, drawing: drawing).ask("", [KeyOffer](offers)) { (key: Key) -> Key? in
      switch key {
      case .enter, .character("r"), .character("n"), .escape, .interrupt, .endOfInput: key
      default: nil
      }
    }
    switch key {
    case .interrupt: return .interrupted
    case .endOfInput: return .end
    case .enter, .character("r"):
      write { QuizPicture.reasonLines(for: quiz, choices: others, options: $0) }
      return .answered
    default: return .answered
    }
  }

  // MARK: Choosing

  private enum Choice { case choices([Int]), answer, on, interrupted, end }

  private func choose(_ quiz: Quiz, isAgain: Bool) -> Choice {
    let count = quiz.choices.count
    let letters = "a to \(QuizPicture.letter(min(count, 26) - 1))"
    return quiz.hasSeveralRight
      ? chooseSeveral(of: count, letters, isAgain: isAgain) : chooseOne(of: count, letters, isAgain: isAgain)
  }

  private func chooseOne(of count: Int, _ letters: String, isAgain: Bool) -> Choice {
    let offers =
      isAgain
      ? ["\(letters): try again", "s shows the answer", "Enter goes on"]
      : ["\(letters): your answer", "Enter skips it"]
    return OfferPrompt(keys: keys, drawing: drawing).ask("", [KeyOffer](offers)) {
      switch $0 {
      case .character(let character):
        if let index = LetterChoice.index(of: character, in: count) {
          .choices([index])
        } else {
          isAgain && character == "s" ? .answer : nil
        }
      case .enter, .escape: .on
      case .interrupt: .interrupted
      case .endOfInput: .end
      default: nil
      }
    }
  }

  private func chooseSeveral(of count: Int, _ letters: String, isAgain: Bool) -> Choice {
    let question = isAgain ? "Again (\(letters), s: the answer): " : "All that hold (\(letters)): "
    while true {
      switch LinePrompt(keys: keys, drawing: drawing).ask(question) {
      case .text(let text):
        let word = text.lowercased().filter { !$0.isWhitespace }
        if word.isEmpty { return .on }
        if isAgain, word == "s", count < 19 { return .answer }
        let (chosen, stranger) = LetterChoice.indices(in: word, of: count)
        if let stranger {
          write { [StyledLine($0.oneLine("\(stranger) is not a choice; they are \(letters)."))] }
        } else if !chosen.isEmpty {
          return .choices(chosen)
        }
      case .cancelled: return .on
      case .interrupted: return .interrupted
      case .end: return .end
      }
    }
  }

  private func write(_ lines: (TextOptions) -> [StyledLine]) {
    let options = drawing.text()
    StandardOutput.write(lines(options).encoded(options))
  }
}
