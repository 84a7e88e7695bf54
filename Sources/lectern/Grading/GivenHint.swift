// The next hint of an exercise, counted among the learner's progress: for `lectern hint` and for the key of a watch.
import Grading
import Learning
import Rendering

/// What was given; also the JSON of `hint`.
struct GivenHint: Encodable {
  let exercise: String
  /// Its number, from 1; null if there was none to give.
  let hint: Int?
  let text: String?
  /// All that have been given, this one included.
  let given: [String]
  /// How many are left.
  let left: Int

  /// Gives the next one.
  ///
  /// - Parameter again: gives no new one.
  init(_ exercise: Exercise, again: Bool = false) {
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
    self.exercise = exercise.id
    hint = next
    text = next.map { exercise.hints[$0 - 1] }
    given = Array(exercise.hints.prefix(max(before, next ?? 0)))
    left = count - given.count
  }
}

/// A hint as a learner reads it.
struct HintPicture {
  /// How the reader asks for more.
  enum Asking {
    /// By typing commands.
    case commands
    /// By the key `h` of a watch, which checks by itself.
    case key
  }

  let hint: GivenHint
  let exercise: Exercise
  let options: TextOptions
  var asking = Asking.commands

  /// The hint that was given, or why there is none.
  var lines: [StyledLine] {
    let count = exercise.hints.count
    if count == 0 { return say("\(exercise.id) has no hints. \(elsewhere)") }
    guard let number = hint.hint else {
      switch asking {
      case .commands:
        return say(
          "all \(count) hints of \(exercise.id) have been given; lectern hint \(exercise.id) --again shows them. "
            + elsewhere)
      case .key: return all + [StyledLine()] + say("These are all the hints. \(elsewhere)")
      }
    }
    let more = asking == .key ? "press h" : "lectern hint \(exercise.id)"
    let left = hint.left == 0 ? "That was the last hint. \(elsewhere)" : "\(hint.left) more: \(more)"
    return picture(number) + [StyledLine()] + say(left)
  }

  /// All that have been given so far.
  var all: [StyledLine] {
    if hint.given.isEmpty { return say("no hint has been given yet: lectern hint \(exercise.id)") }
    return Array(hint.given.indices.flatMap { picture($0 + 1) + [StyledLine()] }.dropLast())
  }

  private func picture(_ number: Int) -> [StyledLine] {
    [StyledLine("hint \(number) of \(exercise.hints.count)", TextStyle(bold: true))]
      + options.lines(of: exercise.hints[number - 1]).flatMap { StyledLine($0).wrapped(to: options.width) }
  }

  private func say(_ text: String) -> [StyledLine] { StyledLine(options.oneLine(text)).wrapped(to: options.width) }

  /// What else a learner can do.
  private var elsewhere: String {
    let lesson = exercise.lesson.map { "Where it is explained: lectern run \($0). " } ?? ""
    return asking == .key ? lesson : lesson + "What is wrong so far: lectern check \(exercise.id)"
  }
}
