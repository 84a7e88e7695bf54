// The gradebook for other programs and for people: files in the exports folder.
import StepRecords

public enum GradebookExport: String, CaseIterable, Sendable {
  case csv, json, gradescope, html

  /// Writes the files and returns the paths of those to look at first.
  ///
  /// - Throws: `GradebookError`, `ClassError.cannotWrite`
  public func write(_ gradebook: Gradebook, to folder: OutputFolder) throws -> [String] {
    let exports = folder.exportsFolder
    try OutputFolder.makeFolder(exports)
    switch self {
    case .csv:
      let exercises = try gradebook.exercises()
      let students = try gradebook.marks()
      return try [
        write(Array(MarksCSV.marks(students, exercises).utf8), "\(exports)/marks.csv"),
        write(Array(MarksCSV.details(students).utf8), "\(exports)/details.csv"),
      ]
    case .json:
      return [try write(Self.json(of: gradebook), "\(exports)/marks.json")]
    case .gradescope:
      for student in try gradebook.marks() {
        let results = try GradescopeResults(student) { try $0.attempt.flatMap(gradebook.verdict(ofAttempt:)) }
        let place = "\(exports)/gradescope/\(SafeName.of(student.student))"
        try OutputFolder.makeFolder(place)
        _ = try write(RecordJSON.line(results), "\(place)/results.json")
      }
      return ["\(exports)/gradescope"]
    case .html: return [try ReportWriter(gradebook: gradebook, folder: "\(exports)/html").write()]
    }
  }

  /// What the JSON file holds, on one line.
  public static func json(of gradebook: Gradebook) throws -> [UInt8] {
    try RecordJSON.line(
      MarksJSON(
        students: gradebook.marks(), exercises: gradebook.exercises(), misconceptions: gradebook.misconceptions()))
  }

  private func write(_ bytes: [UInt8], _ path: String) throws -> String {
    try OutputFolder.write(bytes, to: path)
    return path
  }
}
