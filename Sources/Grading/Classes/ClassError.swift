// Why a class cannot be graded at all, and the sentence for each reason.
import LessonDocuments

public enum ClassError: Error, Equatable, Sendable {
  case noSubmissions(folder: String, reason: String)
  case noStudents(folder: String)
  case outputAmongSubmissions(folder: String)
  case unknownStudent(name: String, nearest: String?)
  case unknownExercise(name: String, nearest: String?)
  case noExercises
  /// Another process grades into the folder.
  case busy(folder: String)
  case cannotWrite(file: String, reason: String)

  /// Whether the machine is to blame, and not what was asked for.
  public var isOfMachine: Bool {
    switch self {
    case .cannotWrite, .busy: true
    default: false
    }
  }
}

extension ClassError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSubmissions(let folder, let reason): "cannot read the submissions in \(folder.harmless): \(reason)"
    case .noStudents(let folder):
      "there are no submissions in \(folder.harmless): it must hold a folder, or a .zip, .tar or .tar.gz, for each student"
    case .outputAmongSubmissions(let folder):
      "\(folder.harmless) cannot hold both the submissions and the results. Name another folder with --out"
    case .unknownStudent(let name, let nearest):
      "there is no student \(name.quoted)" + (nearest.map { "; the nearest is \($0.quoted)" } ?? "")
    case .unknownExercise(let name, let nearest):
      "there is no exercise \(name.quoted)" + (nearest.map { "; the nearest is \($0.quoted)" } ?? "")
    case .noExercises: "the course has no exercises to grade. Make one: lectern new exercise NAME"
    case .busy(let folder): "another lectern is working in \(folder.harmless). Wait for its end, then run this again"
    case .cannotWrite(let file, let reason):
      "cannot write \(file.harmless): \(reason). Nothing that was judged is lost: mend this, then run the same command "
        + "again"
    }
  }
}
