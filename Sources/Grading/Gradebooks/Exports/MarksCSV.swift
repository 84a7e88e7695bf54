// Marks as tables for a spreadsheet.

enum MarksCSV {
  /// A row a student: the marks, their sum, and the points of what could be checked. Empty: could not be checked.
  static func marks(_ students: [StudentMarks], _ exercises: [GradedExercise]) -> String {
    CSV.line(["student"] + exercises.map(\.id) + ["total", "of"])
      + students.map { student in
        CSV.line(
          [student.student] + student.marks.map { $0.value?.text ?? "" } + [student.total.text, "\(student.possible)"])
      }.joined()
  }

  /// A row for each student and exercise: how the mark comes about.
  static func details(_ students: [StudentMarks]) -> String {
    let titles = [
      "student", "exercise", "state", "outcome", "earned", "points", "handed in", "late seconds", "deducted", "mark",
      "override reason", "override author", "attempts", "isolation", "file", "sha256",
    ]
    return CSV.line(titles)
      + students.flatMap { student in
        student.marks.map { mark in
          CSV.line([
            student.student, mark.exercise, mark.state.rawValue, mark.outcome?.rawValue ?? "",
            mark.earned.map(String.init) ?? "", "\(mark.points)", mark.handedIn?.text ?? "", "\(mark.late)",
            mark.deducted.text, mark.value?.text ?? "", mark.override?.reason ?? "", mark.override?.author ?? "",
            "\(mark.attempts)", mark.isolation?.rawValue ?? "", mark.file ?? "", mark.sha256 ?? "",
          ])
        }
      }.joined()
  }
}
