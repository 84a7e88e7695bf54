// Writes the reports of a class as HTML files: one student's in memory at a time.

struct ReportWriter {
  let gradebook: Gradebook
  /// Absolute, or from where we are.
  let folder: String

  /// Writes `index.html` for the instructor and `students/<student>.html`; the path of the first.
  func write() throws -> String {
    let exercises = try gradebook.exercises()
    let students = try gradebook.marks()
    try OutputFolder.makeFolder("\(folder)/students")
    for student in students {
      let page = try page(student, exercises).source
      try OutputFolder.write(Array(page.utf8), to: "\(folder)/\(InstructorPage.studentPath(student.student))")
    }
    let similarities = try exercises.enumerated().map { index, exercise in
      (exercise.id, try similarity(of: exercise, marks: students.map { ($0.student, $0.marks[index]) }))
    }
    let page = InstructorPage(
      exercises: exercises, students: students, misconceptions: try gradebook.misconceptions(),
      similarities: similarities, policy: try gradebook.latePolicy(), at: .now)
    let path = "\(folder)/index.html"
    try OutputFolder.write(Array(page.source.utf8), to: path)
    return path
  }

  private func page(_ marks: StudentMarks, _ exercises: [GradedExercise]) throws -> StudentPage {
    let works = try zip(exercises, marks.marks).map { exercise, mark in
      StudentPage.Work(
        exercise: exercise, mark: mark, verdict: try mark.attempt.flatMap(gradebook.verdict(ofAttempt:)),
        source: try mark.sha256.flatMap(gradebook.source))
    }
    return StudentPage(marks: marks, works: works, comments: try gradebook.comments(to: marks.student))
  }

  private func similarity(of exercise: GradedExercise, marks: [(student: String, mark: Mark)]) throws -> Similarity {
    let submissions = marks.lazy.compactMap { student, mark in
      mark.sha256.flatMap { try? gradebook.source($0) }.map { (student: student, source: $0) }
    }
    return Similarity(submissions, starter: try gradebook.starter(of: exercise.id))
  }
}
