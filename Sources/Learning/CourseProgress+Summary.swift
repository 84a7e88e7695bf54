// What is known of a learner, in a few words: for those who are about to lose it or take it along.

extension LessonProgress {
  /// `4 steps, 2 guesses, answers to 3 questions`
  public var summary: String {
    let parts = [
      Self.counted(steps.count, "step"), Self.counted(guesses.count, "guess", "guesses"),
      quizzes.isEmpty ? nil : "answers to \(Self.counted(quizzes.count, "question") ?? "")",
      place.map { "your place at step \($0)" },
    ].compactMap { $0 }
    return parts.isEmpty ? "that it was opened" : parts.joined(separator: ", ")
  }

  fileprivate static func counted(_ count: Int, _ noun: String, _ plural: String? = nil) -> String? {
    count == 0 ? nil : "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
  }
}

extension CourseProgress {
  /// `progress in 3 lessons (21 steps, 5 guesses, answers to 9 questions) and 4 exercises (2 passed)`
  public var summary: String {
    let started = lessons.values.filter(\.isStarted)
    var parts: [String] = []
    if let lessons = LessonProgress.counted(started.count, "lesson") {
      let counts = [
        LessonProgress.counted(started.reduce(0) { $0 + $1.steps.count }, "step"),
        LessonProgress.counted(started.reduce(0) { $0 + $1.guesses.count }, "guess", "guesses"),
        LessonProgress.counted(started.reduce(0) { $0 + $1.quizzes.count }, "question").map { "answers to \($0)" },
      ].compactMap { $0 }
      parts.append(lessons + (counts.isEmpty ? "" : " (\(counts.joined(separator: ", ")))"))
    }
    let tried = exercises.values.filter(\.isStarted)
    if let exercises = LessonProgress.counted(tried.count, "exercise") {
      parts.append("\(exercises) (\(tried.count(where: \.isPassed)) passed)")
    }
    return parts.isEmpty ? "no progress" : "progress in " + parts.joined(separator: " and ")
  }
}
