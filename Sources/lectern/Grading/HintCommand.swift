// `lectern hint`: the next hint of an exercise.
import ArgumentParser
import Grading
import Learning
import LessonDocuments
import Rendering

struct HintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hint", abstract: "Gives the next hint of an exercise.")

  @OptionGroup var argument: ExerciseArgument

  @Flag(help: "Shows the hints that were given already, and no new one.")
  var again = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  /// The JSON of `hint`.
  private struct Answer: Encodable {
    var exercise: String
    /// Its number, from 1; null if there was none to give.
    var hint: Int?
    var text: String?
    /// All that have been given, this one included.
    var given: [String]
    /// How many are left.
    var left: Int
  }

  func run() throws {
    let exercise = try argument.find()
    let count = exercise.hints.count
    let before = min(LearnerProgress.of(exercise).hintsShown, count)
    var next: Int?
    if !again {
      next = LearnerProgress.update(exercise) { progress in
        guard progress.hintsShown < count else { return nil }
        progress.hintsShown += 1
        return progress.hintsShown
      }
    }
    let given = max(before, next ?? 0)
    let answer = Answer(
      exercise: exercise.id, hint: next, text: next.map { exercise.hints[$0 - 1] },
      given: Array(exercise.hints.prefix(given)), left: count - given)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(answer))
    case .text:
      let options = drawing.text()
      StandardOutput.write(lines(answer, of: exercise, options).encoded(options))
    }
  }

  private func lines(_ answer: Answer, of exercise: Exercise, _ options: TextOptions) -> [StyledLine] {
    let count = exercise.hints.count
    let say = { (text: String) in StyledLine(options.oneLine(text)).wrapped(to: options.width) }
    let hint = { (number: Int) -> [StyledLine] in
      [StyledLine("hint \(number) of \(count)", TextStyle(bold: true))]
        + options.lines(of: exercise.hints[number - 1]).flatMap { StyledLine($0).wrapped(to: options.width) }
    }
    if count == 0 { return say("\(exercise.id) has no hints. \(elsewhere(exercise))") }
    if again {
      if answer.given.isEmpty { return say("no hint has been given yet: lectern hint \(exercise.id)") }
      return answer.given.indices.flatMap { hint($0 + 1) + [StyledLine()] }.dropLast()
    }
    guard let number = answer.hint else {
      return say(
        "all \(count) hints of \(exercise.id) have been given; lectern hint \(exercise.id) --again shows them. "
          + elsewhere(exercise))
    }
    let left =
      answer.left == 0
      ? "That was the last hint. \(elsewhere(exercise))" : "\(answer.left) more: lectern hint \(exercise.id)"
    return hint(number) + [StyledLine()] + say(left)
  }

  /// What else a learner can do.
  private func elsewhere(_ exercise: Exercise) -> String {
    (exercise.lesson.map { "Where it is explained: lectern run \($0). " } ?? "")
      + "What is wrong so far: lectern check \(exercise.id)"
  }
}
