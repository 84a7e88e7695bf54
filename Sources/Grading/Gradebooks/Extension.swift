// More time for one student: until a moment, or so much longer than the others.
import Foundation
import LessonDocuments
import SystemTools

struct Extension: Equatable, Sendable {
  enum Length: Equatable, Sendable {
    case until(Moment)
    case longer(TimeSpan)
  }

  var student: String
  /// nil for all exercises.
  var exercise: String?
  var length: Length

  func due(instead due: Moment) -> Moment {
    switch length {
    case .until(let moment): moment
    case .longer(let span): due + span.seconds
    }
  }
}

extension Extension.Length {
  static let form = "a time such as 2026-12-05T12:00, or so much longer such as +2d"

  /// `2026-12-05T12:00`, `+2d`
  init?(_ text: String, zone: TimeZone = .current) {
    if text.hasPrefix("+"), let span = TimeSpan(text.dropFirst()) {
      self = .longer(span)
    } else if let moment = Moment(text, zone: zone) {
      self = .until(moment)
    } else {
      return nil
    }
  }

  /// As it can be read again.
  var text: String {
    switch self {
    case .until(let moment): moment.text
    case .longer(let span): "+\(span.seconds)s"
    }
  }
}

/// The extensions of a file, see `StudentTable`.
public struct ExtensionTable: Equatable, Sendable {
  let file: String
  let extensions: [Extension]

  /// - Throws: `StudentTableError` with the place.
  public init(_ file: String) throws(StudentTableError) {
    self.file = file
    var extensions: [Extension] = []
    for row in try StudentTable(file: file).rows {
      guard let length = Extension.Length(row.value) else {
        throw .wrong(
          file: file, line: row.line, reason: "\(row.value.quoted) is no extension; write \(Extension.Length.form)")
      }
      extensions.append(Extension(student: row.student, exercise: row.exercise, length: length))
    }
    self.extensions = extensions
  }
}
