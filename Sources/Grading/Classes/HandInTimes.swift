// When files were handed in, if not when the file system says.
import LessonDocuments

public struct HandInTimes: Equatable, Sendable {
  private var everyone: Moment?
  private var byStudent: [[String]: Moment] = [:]

  /// The times of the files.
  public static let ofFiles = HandInTimes()

  /// How a table of students is written, for a command's help.
  public static let syntax = StudentTable.syntax

  private init() {}

  /// - Parameter text: a time for all, such as `2026-12-01T18:30`, or the path of a table of students.
  /// - Throws: `StudentTableError`
  public init(_ text: String) throws(StudentTableError) {
    if let moment = Moment(text) {
      everyone = moment
      return
    }
    for row in try StudentTable(file: text).rows {
      guard let moment = Moment(row.value) else {
        throw .wrong(file: text, line: row.line, reason: "\(row.value.quoted) is no time such as 2026-12-01T18:30")
      }
      byStudent[[row.student, row.exercise ?? ""]] = moment
    }
  }

  func moment(of student: String, _ exercise: String) -> Moment? {
    byStudent[[student, exercise]] ?? byStudent[[student, ""]] ?? everyone
  }
}
