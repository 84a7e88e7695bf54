// One complaint of the compiler, at its place in the lesson.
import LessonDocuments

public struct Diagnostic: Equatable, Sendable {
  public var file: String
  /// Lines and columns from 1; columns in UTF-8 bytes. nil if the compiler names no place in the step.
  public var position: SourcePosition?
  public var message: String
  public var notes: [String] = []

  package init(file: String, position: SourcePosition?, message: String, notes: [String] = []) {
    self.file = file
    self.position = position
    self.message = message
    self.notes = notes
  }
}

package enum DiagnosticReader {
  /// Reads the compiler's output in its `llvm` style, `file:line:column: error: message`, and maps the places in
  /// `compiledFile` to the lesson. Warnings are left out.
  package static func errors(in output: String, compiledFile: String, source: SourceText) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    var isAfterError = false
    for line in output.split(separator: "\n") {
      guard let complaint = complaint(in: line) else { continue }
      switch complaint.severity {
      case "error":
        let position =
          complaint.file.hasSuffix(compiledFile) ? complaint.place.map { source.position(line: $0, column: $1) } : nil
        errors.append(Diagnostic(file: source.file, position: position, message: complaint.message))
        isAfterError = true
      case "note" where isAfterError && !errors.isEmpty:
        errors[errors.count - 1].notes.append(complaint.message)
      default:
        isAfterError = false
      }
    }
    return errors
  }

  private struct Complaint {
    var file: Substring
    var place: (Int, Int)?
    var severity: Substring
    var message: String
  }

  private static func complaint(in line: Substring) -> Complaint? {
    for severity in ["error", "warning", "note"] {
      guard let marker = line.range(of: "\(severity): ") else { continue }
      let before = line[..<marker.lowerBound]
      guard before.isEmpty || before.hasSuffix(": ") else { continue }
      var parts = before.dropLast(2).split(separator: ":", omittingEmptySubsequences: false)
      var place: (Int, Int)?
      if parts.count >= 3, let lineNumber = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1]) {
        place = (lineNumber, column)
        parts.removeLast(2)
      }
      return Complaint(
        file: parts.joined(separator: ":")[...], place: place, severity: severity[...],
        message: String(line[marker.upperBound...]))
    }
    return nil
  }
}
