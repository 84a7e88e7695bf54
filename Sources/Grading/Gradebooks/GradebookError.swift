// Why a gradebook cannot be used, or a change of it makes no sense, and the sentence for each reason.
import GRDB
import LessonDocuments

public enum GradebookError: Error, Equatable, Sendable {
  case notThere(path: String)
  case notAGradebook(path: String)
  case cannotUse(path: String, reason: String)
  case unknownStudent(name: String, nearest: String?)
  case unknownExercise(name: String, nearest: String?)
  case noPoints(text: String)
  case noReason
  case noText
  case noLength(text: String)
  case noPolicy

  init(_ error: any Error, path: String) {
    switch error {
    case let error as GradebookError: self = error
    case let error as DatabaseError where error.resultCode == .SQLITE_NOTADB || error.resultCode == .SQLITE_CORRUPT:
      self = .notAGradebook(path: path)
    case let error as DatabaseError: self = .cannotUse(path: path, reason: error.message ?? "\(error.resultCode)")
    default: self = .cannotUse(path: path, reason: "\(error)".harmless)
    }
  }

  /// Whether the machine is to blame, and not what was asked for.
  public var isOfMachine: Bool { if case .cannotUse = self { true } else { false } }
}

extension GradebookError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notThere(let path):
      "there is no gradebook \(path.harmless). Grade a class first: lectern grade SUBMISSIONS --out FOLDER"
    case .notAGradebook(let path):
      "\(path.harmless) is not a gradebook, or is damaged. Move it away and run lectern grade again: it makes the "
        + "gradebook anew from the results beside it"
    case .cannotUse(let path, let reason): "cannot use the gradebook \(path.harmless): \(reason.harmless)"
    case .unknownStudent(let name, let nearest):
      "there is no student \(name.quoted) in the gradebook" + (nearest.map { "; the nearest is \($0.quoted)" } ?? "")
    case .unknownExercise(let name, let nearest):
      "there is no exercise \(name.quoted) in the gradebook" + (nearest.map { "; the nearest is \($0.quoted)" } ?? "")
    case .noPoints(let text): "\(text.quoted) is no mark; write points from 0 on, such as 7 or 7.5, or none"
    case .noReason: "a change of a mark needs a reason: --reason \"why\""
    case .noText: "the comment is empty"
    case .noLength(let text): "\(text.quoted) is no extension; write \(Extension.Length.form), or none"
    case .noPolicy: "there is nothing to extend: the gradebook has no late policy. Give one: lectern gradebook late"
    }
  }
}
