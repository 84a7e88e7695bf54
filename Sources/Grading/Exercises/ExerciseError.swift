// Why there is no such exercise, or why its folder makes none, and the sentence for each reason.
import LessonDocuments

public enum ExerciseError: Error, Equatable, Sendable {
  // The task
  case unreadableTask(LessonError)
  case noFrontMatter(path: String)
  /// Something in the front matter that is no key with a value.
  case badFrontMatter(path: String, line: Int, problem: String)
  case unknownKey(path: String, line: Int, key: String, nearest: String)
  case missingKey(path: String, key: String)
  case badValue(path: String, line: Int, key: String, form: String)

  // The folder
  case unreadable(path: String, reason: String)
  case noTask(folder: String)
  case noStarter(folder: String)
  case severalFiles(folder: String, names: [String])
  case duplicateID(path: String, id: String, first: String)

  // Finding
  /// `nearest` holds ids; it is empty if the course has no exercises.
  case unknownExercise(name: String, nearest: [String])
  /// `candidates` holds ids.
  case ambiguous(name: String, candidates: [String])

  // Files of a known exercise
  case unknownStarter(id: String, path: String)
  case cannotWrite(path: String, reason: String)
  /// A name for a new exercise that cannot be one.
  case badName(name: String, reason: String)
}

extension ExerciseError: CustomStringConvertible {
  /// `path:line: what is wrong. What to do`
  public var description: String {
    switch self {
    case .unreadableTask(let error): "\(error)"
    case .noFrontMatter(let path):
      "\(path.harmless):1: there is no front matter. Begin the file with ---, id: and points:, and --- again"
    case .badFrontMatter(let path, let line, let problem): "\(path.harmless):\(line): \(problem)"
    case .unknownKey(let path, let line, let key, let nearest):
      "\(path.harmless):\(line): unknown key \(key.quoted); the nearest known one is \(nearest.quoted)"
    case .missingKey(let path, let key): "\(path.harmless):1: the front matter has no \(key). Add the line \(key): …"
    case .badValue(let path, let line, let key, let form): "\(path.harmless):\(line): \(key) must be \(form)"
    case .unreadable(let path, let reason): "\(path.harmless): cannot be read: \(reason)"
    case .noTask(let folder):
      "\(folder.harmless): there is no Task.md, so this is no exercise. Write one, or move the folder out of Exercises"
    case .noStarter(let folder):
      "\(folder.harmless): there is no Swift file for the learner. Put one beside Probes.swift"
    case .severalFiles(let folder, let names):
      "\(folder.harmless): which file is the learner's? There are \(names.map(\.harmless).joined(separator: ", ")). "
        + "Leave one beside Probes.swift"
    case .duplicateID(let path, let id, let first):
      "\(path.harmless): \(first.harmless) has the id \(id.quoted) already. Give this one another"
    case .unknownExercise(let name, let nearest):
      nearest.isEmpty
        ? "no exercise \(name.quoted): the course has no exercises yet. Make one: lectern new exercise \"A title\""
        : "no exercise \(name.quoted). The nearest: \(nearest.joined(separator: ", ")). All of them: lectern list"
    case .ambiguous(let name, let candidates):
      "\(name.quoted) could be any of: \(candidates.joined(separator: ", ")). Name one of these"
    case .unknownStarter(let id, let path):
      "the starter of \(id) is not known: there is no \(path.harmless), and git has no version of the file that holds "
        + "TODO(\(id)). Nothing was changed. Take the file from the course as you got it"
    case .cannotWrite(let path, let reason):
      "\(path.harmless): cannot be written: \(reason). Free some space or make the folder writable; what was there is "
        + "still there"
    case .badName(let name, let reason): "\(name.quoted) cannot name a new exercise: \(reason)"
    }
  }

  /// Whether the sentence begins with a file's name.
  public var beginsWithPlace: Bool {
    switch self {
    case .unknownExercise, .ambiguous, .unknownStarter, .badName: false
    default: true
    }
  }
}
