// The report for whoever teaches the class: marks, exercises, misconceptions, what needs a look. One page, no script.
import Rendering

struct InstructorPage {
  var exercises: [GradedExercise]
  var students: [StudentMarks]
  var misconceptions: [Misconception]
  /// By exercise.
  var similarities: [(exercise: String, similarity: Similarity)]
  var policy: LatePolicy?
  var at: Moment

  /// Where a student's page is, from this one.
  static func studentPath(_ student: String) -> String { "students/\(SafeName.of(student)).html" }

  private var sections: [(id: String, title: String, parts: [HTML])] {
    [
      ("open", "Needs a look", open), ("marks", "Marks", [marksTable]), ("exercises", "Exercises", exerciseParts),
      ("misconceptions", "Misconceptions", misconceptionParts), ("similarity", "Similar submissions", similarityParts),
    ].filter { !$0.2.isEmpty }
  }

  var source: String {
    var facts = [
      ValueText.counted(students.count, "student"), ValueText.counted(exercises.count, "exercise"),
      "made \(at.local())",
    ]
    if let policy { facts.append("late policy: \(policy.text)") }
    let sections = sections
    let contents = sections.map {
      HTML.element("li", [:], [.element("a", ["href": "#\($0.id)"], text: $0.title)])
    }
    return HTMLPage.source(
      title: "The class",
      header: [
        .element("h1", text: "The class"), .element("p", ["class": "facts"], text: facts.joined(separator: " · ")),
        .element("nav", ["aria-label": "Contents"], [.element("ol", [:], contents)]),
      ], main: sections.map { ReportParts.section($0.id, $0.title, $0.parts) }, rules: ReportParts.rules)
  }

  private func link(_ student: String) -> HTML {
    .element("a", ["href": Self.studentPath(student)], text: ReportParts.name(student))
  }

  private var marksTable: HTML {
    let rows = students.map { student in
      [link(student.student)]
        + student.marks.map { mark in mark.state == .notHandedIn && mark.override == nil ? .text("–") : .text(mark.text)
        }
        + [.text(student.total.text), .text("\(student.possible)")]
    }
    return [
      ReportParts.table(["student"] + exercises.map { "#\($0.id)" } + ["#total", "#of"], rows),
      ReportParts.quiet("– was not handed in; ? could not be checked, and is left out of the sum; * was set by hand."),
    ].joined()
  }

  /// What could not be checked, what was refused, and files that were not taken.
  private var open: [HTML] {
    var parts: [HTML] = []
    let refused = students.compactMap { student in student.refusal.map { [link(student.student), HTML.text($0)] } }
    if !refused.isEmpty { parts += [.element("h3", text: "Refused"), ReportParts.table(["student", "why"], refused)] }
    let unchecked = students.flatMap { student in
      student.marks.filter { $0.state == .couldNotCheck }.map { [link(student.student), HTML.text($0.exercise)] }
    }
    if !unchecked.isEmpty {
      parts += [
        .element("h3", text: "Could not be checked"),
        ReportParts.quiet("The fault is the machine's or the exercise's. Run lectern grade again once it is mended."),
        ReportParts.table(["student", "exercise"], unchecked),
      ]
    }
    let notes = students.flatMap { student in student.notes.map { [link(student.student), HTML.text($0)] } }
    if !notes.isEmpty {
      parts += [
        .element("h3", text: "Several files for one exercise"), ReportParts.table(["student", "taken"], notes),
      ]
    }
    let unboxed = students.filter { $0.marks.contains { $0.isolation == Verdict.Isolation.none } }
    if !unboxed.isEmpty {
      parts.append(
        .element(
          "p", ["class": "failed"],
          text: "Of \(unboxed.count) students something was judged without a box (--unsafe-local)."))
    }
    return parts
  }

  private var exerciseParts: [HTML] {
    exercises.enumerated().map { index, exercise in
      let marks = students.map { $0.marks[index] }
      let count = { (isCounted: (Mark) -> Bool) in marks.count(where: isCounted) }
      let facts = [
        "\(count { $0.outcome == .passed }) passed", "\(count { $0.outcome == .failed }) failed",
        "\(count { $0.attempt == nil }) not handed in", "\(count { $0.state == .couldNotCheck }) could not be checked",
        "\(count { $0.deducted.hundredths > 0 }) less for being late",
      ]
      return .element(
        "section", ["class": "exercise"],
        [
          .element("h3", text: "\(exercise.title) (\(exercise.id), \(exercise.points) points)"),
          ReportParts.quiet(facts.joined(separator: " · ")),
          PointsHistogram.html(
            marks.filter { $0.attempt != nil }.compactMap(\.value), points: exercise.points,
            title: "Points in \(exercise.id)"),
        ])
    }
  }

  private var misconceptionParts: [HTML] {
    guard !misconceptions.isEmpty else { return [] }
    let rows = misconceptions.map { found in
      [
        HTML.text(found.exercise), .text(found.mistake), .text("\(found.students)"), .text("\(found.attempts)"),
        .text(found.message),
      ]
    }
    return [ReportParts.table(["exercise", "mistake", "#students", "#attempts", "what the learner is told"], rows)]
  }
}

/// Similarity
extension InstructorPage {
  private var similarityParts: [HTML] {
    let found = similarities.filter { !$0.similarity.pairs.isEmpty || !$0.similarity.groups.isEmpty }
    guard !found.isEmpty else { return [] }
    let hint = """
      A hint for you, and no proof of anything: short answers to one task are often alike. The starter's lines are left \
      out; names, numbers, comments and layout do not count. Read both files before you talk to anybody.
      """
    return [ReportParts.quiet(hint)]
      + found.flatMap { exercise, similarity in
        [.element("h3", text: exercise)] + groups(similarity, exercise) + pairs(similarity, exercise)
      }
  }

  private func groups(_ similarity: Similarity, _ exercise: String) -> [HTML] {
    similarity.groups.map { group in
      let isPlain = group.students.count > max(10, students.count / 5)
      let words = isPlain ? ": so many that this is likely the plain way to write it" : ""
      return .element(
        "p", [:],
        [.text("The same but for names and layout (\(group.tokens) tokens)\(words): ")]
          + [group.students.map { link($0, exercise) }.joined(", ")])
    }
  }

  private func pairs(_ similarity: Similarity, _ exercise: String) -> [HTML] {
    guard !similarity.pairs.isEmpty else { return [] }
    let rows = similarity.pairs.map { pair in
      [
        link(pair.first, exercise), link(pair.second, exercise),
        HTML.text(NumberText(TextOptions()).percent(pair.share, decimals: 0)),
        .text(pair.matches.map { "\(Self.lines($0.first)) ~ \(Self.lines($0.second))" }.joined(separator: ", ")),
      ]
    }
    return [ReportParts.table(["one", "another", "#shared", "lines of the one ~ of the other"], rows)]
  }

  private func link(_ student: String, _ exercise: String) -> HTML {
    .element(
      "a", ["href": "\(Self.studentPath(student))#\(SafeName.of(exercise))"], text: ReportParts.name(student))
  }

  private static func lines(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
  }
}
