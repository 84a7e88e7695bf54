// Proving exercises on disk: their shape, several at once, and what stops it. The judge is a closure here; that the real
// one agrees with a scaffold is tested from the command line.
import Foundation
import LessonDocuments
import StepRecords
import Synchronization
import Testing

@testable import Grading

@Suite struct ExerciseVerificationTests {
  private struct Stop: Error, Equatable {}

  /// Passes what holds `sum`, and knows a mistake by its name.
  private static let judge = ExerciseJudge(
    verdict: { exercise, source in
      let text = String(decoding: source, as: UTF8.self)
      let mistake = text.contains("largest") ? "DividesByLargest" : text.contains("count") ? "DividesByCount" : nil
      let isRight = text.contains("/ sum") && mistake == nil
      return Verdict(
        exercise: exercise.id, verdict: isRight ? .passed : .failed, earned: isRight ? 10 : 0, points: 10,
        isolation: .box,
        probes: [
          ProbeVerdict(
            name: "a", visible: true, status: isRight ? .passed : .failed, earned: isRight ? 10 : 0, points: 10,
            mistake: mistake)
        ])
    },
    probes: { _ in
      let probe = ProbeDescription(
        name: "a", points: 10, tolerance: .standard, needs: [], isAccepted: false, isRandom: false, line: 2)
      return ([probe], [])
    })

  private func findings(_ course: borrowing CourseOnDisk, judge: ExerciseJudge = Self.judge) throws -> [String] {
    let catalogue = try course.catalogue
    let found = Mutex<[String]>([])
    try ExerciseVerification(of: try course.course, catalogue, judge: judge, cachedIn: nil, jobs: 4)
      .verify(catalogue.exercises) { report in found.withLock { $0 += report.findings.map(\.description) } }
    return found.withLock { $0.sorted() }
  }

  private static let task = "Exercises/02-second/softmax/Task.md"

  @Test func `a new exercise proves itself`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    #expect(try findings(course) == [])
  }

  @Test(arguments: [
    ("hints:", "withhold:", "there are no hints. Give at least one, under hints:"),
    (
      "points: 10", "points: 10\nneeds: [softmx]",
      "it needs \"softmx\", which is no exercise; the nearest is \"softmax\""
    ),
    ("points: 10", "points: 10\nneeds: [softmax]", "exercises need each other in a circle: softmax needs softmax"),
    (
      "points: 10", "points: 10\nlesson: \"1.2\"",
      "the front matter names lesson \"1.2\", which the course does not have; the nearest are 1.1"
    ),
    (
      "Write it in", "See lesson\n1.3, then write in",
      "the task speaks of lesson 1.3, which the course does not have; the nearest are 1.1"
    ),
    (
      "Write it in", "See lessons 1.1 and 9.9. Write in",
      "the task speaks of lesson 9.9, which the course does not have; the nearest are 1.1"
    ),
  ])
  func `what is wrong with the task is found`(_ old: String, _ new: String, _ message: String) throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.change(Self.task, old, new)
    #expect(try findings(course) == ["\(Self.task): \(message)"])
  }

  @Test(arguments: [
    ("x.md", "leads to nothing: there is no Exercises/02-second/softmax/x.md"),
    ("#x", "leads to a heading that is not there; the nearest is \"#softmax\""),
    ("../../../../x", "leads out of the course"), ("/etc/passwd", "leads out of the course"),
    ("../../../Solutions/02-second/softmax/Softmax.swift", "leads to what learners do not get"),
  ])
  func `a link that leads nowhere is found with its line`(_ destination: String, _ message: String) throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.write(Self.task, try course.text(Self.task) + "\n[a](\(destination))\n")
    let line = try course.text(Self.task).split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(try findings(course) == ["\(Self.task):\(line): the link \"\(destination)\" \(message)"])
  }

  @Test func `links that live are fine`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let links = [
      "https://example.org/x", "#a-part", "Probes.swift#L3", "../../../Lessons/01-first/01-counting.md", "./Task.md",
    ]
    try course.write(Self.task, try course.text(Self.task) + "\n## A part\n" + links.map { "\n[a](\($0))\n" }.joined())
    #expect(try findings(course) == [])
  }

  @Test func `a starter without its mark, and mistakes without a sentence, are found`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.change("Exercises/02-second/softmax/Softmax.swift", "TODO(softmax)", "TODO(softmaks)")
    let mistake = "Solutions/02-second/softmax/Mistakes/DividesByCount.swift"
    try course.change(mistake, "///", "//")
    try course.remove("Solutions/02-second/softmax/Mistakes/DividesByLargest.swift")
    #expect(
      try findings(course) == [
        "Exercises/02-second/softmax/Softmax.swift: the starter does not say where to begin. Put // TODO(softmax): where "
          + "work is to be done",
        "Solutions/02-second/softmax/Mistakes/DividesByCount.swift: it has no doc comment, which is what a learner is "
          + "told who makes this mistake",
        "Solutions/02-second/softmax/Mistakes: well-known wrong answers: there is 1. Write at least 2",
      ])
  }

  @Test func `an exercise without a solution is found, a learners' copy is not asked for one`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.remove("Solutions")
    #expect(
      try findings(course) == [
        "Solutions/02-second/softmax/Mistakes: well-known wrong answers: there are none. Write at least 2",
        "Solutions/02-second/softmax/Softmax.swift: there is no reference solution",
      ])
    try course.write("Exercises/02-second/softmax/Answers.json", "{}")
    #expect(try findings(course) == [])
  }

  @Test func `what is wrong with one exercise does not stop the others`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let (found, catalogue) = (try course.course, try course.catalogue)
    for name in ["b", "c", "d"] {
      try NewExercise(named: "02-second/\(name)", in: found, beside: catalogue).write()
    }
    let probes = Self.judge.probes
    let judge = ExerciseJudge(verdict: Self.judge.verdict) { exercise in
      if exercise.id == "c" { throw ExerciseFault.hasNoProbes(path: exercise.probesFile) }
      return try probes(exercise)
    }
    let findings = try findings(course, judge: judge)
    #expect(findings.count == 1 && findings[0].contains("holds no probe"), "\(findings)")
  }

  @Test func `what must stop all work stops it`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let judge = ExerciseJudge(verdict: { _, _ in throw Stop() }, probes: Self.judge.probes)
    #expect(throws: Stop.self) { try findings(course, judge: judge) }
  }

  @Test(arguments: [
    ("see lesson 2.6.", ["2.6"]), ("Lessons 2.6, 2.7 and 2.9 say", ["2.6", "2.7", "2.9"]), ("2.6 times", []),
    ("lesson one, 2.6", []), ("the (lesson 1.1)", ["1.1"]), ("lesson 2", []), ("", []),
  ])
  func `lessons are named in running text`(_ text: String, _ numbers: [String]) {
    #expect(LessonMention.numbers(in: text) == numbers)
  }
}
