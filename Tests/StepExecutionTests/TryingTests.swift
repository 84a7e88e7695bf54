// Source tried beside a lesson, with real compiler and real processes: it shows what it shows, and nothing of it stays.
import Foundation
import LessonDocuments
import StepRecords
import SystemTools
import Testing

@testable import StepExecution

struct TryingTests {
  /// What a trial showed, and how it ended.
  private func tryOut(
    _ runner: LessonRunner, _ text: String, at index: Int, extent: LessonRunner.Extent = .bounded
  ) throws -> (records: [Record], end: RunEvent.StepEnd?) {
    var records: [Record] = []
    let end = try runner.tryOut(text, at: index, extent: extent) { records.append($0) }
    return (records, end)
  }

  private func printed(_ records: [Record]) -> String {
    records.map { if case .text(let text) = $0.content { text.text } else { "" } }.joined()
  }

  private func failures(_ records: [Record]) -> [FailureRecord] {
    records.compactMap { if case .failure(let failure) = $0.content { failure } else { nil } }
  }

  @Test func `a trial in the place of a step leaves its result, its state and all others as they are`() throws {
    let course = try TemporaryLesson()
    let runner = course.runner(try course.lesson("var n = 1", "n += 1\nprint(n)", "print(n * 10)"))
    #expect(try runner.run())
    let states = runner.session.states
    _ = course.takeText()
    let (records, end) = try tryOut(runner, "n += 41\nprint(\"tried\", n)", at: 1)
    #expect(end?.status == .ok && printed(records) == "tried 42\n")
    #expect(runner.session.states == states)
    #expect(runner.output(ofStep: 2) == "2\n")
    #expect(course.events.isEmpty, "a trial tells only whoever asked")
    try runner.run(2)
    #expect(course.takeText() == "20\n", "the step below stands on the step, not on the trial")
  }

  @Test func `steps above a trial that have no state are run first, and a failure there ends it`() throws {
    let course = try TemporaryLesson()
    let runner = course.runner(try course.lesson("let a = 20", "let b = a + 1", "print(b)"))
    #expect(printed(try tryOut(runner, "print(b * 2)", at: 2).records) == "42\n")
    #expect(runner.session.states == [.ok, .ok, .fresh])
    runner.update(to: try course.lesson("let a = 20", "let b: Int = \"\"", "print(b)"))
    let (records, end) = try tryOut(runner, "print(b * 2)", at: 2)
    #expect(end == nil && records.isEmpty)
    #expect(runner.session.states[1] == .failed)
  }

  @Test func `a trial behind the last step sees all of the lesson`() throws {
    let course = try TemporaryLesson()
    let runner = course.runner(try course.lesson("let a = 20", "let b = a + 1"))
    let (records, end) = try tryOut(runner, "print(a + b)", at: 2)
    #expect(end?.status == .ok && printed(records) == "41\n")
    let empty = course.runner(try course.lesson())
    #expect(printed(try tryOut(empty, "print(7)", at: 0).records) == "7\n")
  }

  struct Bad: Sendable {
    var text: String
    var reason: FailureRecord.Reason
    var message: String
  }

  @Test(arguments: [
    Bad(text: "let x: Int = \"\"", reason: .compileError, message: "cannot convert"),
    Bad(text: "let list: [Int] = []\nprint(list[n])", reason: .trapped, message: "Index out of range"),
    Bad(text: "struct Tired: Error {}\nthrow Tired()", reason: .thrown, message: "Tired"),
    Bad(text: "import Foundation\nexit(3)", reason: .killed, message: "exit(3)"),
    Bad(text: "while n > 0 { n = n % 7 + 1 }", reason: .timedOut, message: "still running"),
    Bad(text: "import Foundation\nkill(getpid(), SIGKILL)", reason: .killed, message: "SIGKILL"),
    Bad(text: "import Glibc\nkill(getppid(), SIGKILL)\nsleep(9)", reason: .killed, message: "state before it"),
  ])
  func `a trial that goes wrong says how, and the lesson goes on`(_ bad: Bad) throws {
    let course = try TemporaryLesson()
    let runner = course.runner(
      try course.lesson("var n = 1", "n += 1\nprint(n)"), options: RunOptions(timeout: 1))
    #expect(try runner.run())
    _ = course.takeText()
    let (records, end) = try tryOut(runner, bad.text, at: 1)
    #expect(end?.status == .failed)
    let failure = try #require(failures(records).first, "\(records)")
    #expect(failure.reason == bad.reason && failure.message.contains(bad.message), "\(failure)")
    #expect(runner.session.states == [.ok, .ok])
    try runner.run(1)
    #expect(course.takeText() == "2\n")
    #expect(printed(try tryOut(runner, "print(n + 40)", at: 2).records) == "42\n")
  }

  @Test func `a trial can be cancelled while it runs, and the next one runs`() throws {
    let course = try TemporaryLesson()
    let cancellation = try Cancellation()
    let runner = course.runner(try course.lesson("var n = 1"), cancellation: cancellation)
    #expect(try runner.run())
    var records: [Record] = []
    let end = try runner.tryOut("print(\"begun\")\nwhile n > 0 { n = n % 7 + 1 }", at: 1) { record in
      records.append(record)
      cancellation.cancel()
    }
    #expect(end?.status == .failed)
    #expect(failures(records).map(\.message) == ["interrupted"])
    cancellation.reset()
    #expect(printed(try tryOut(runner, "print(n)", at: 1).records) == "1\n")
  }

  @Test func `what stands in a trial's place as expected to fail is not expected of the trial`() throws {
    let course = try TemporaryLesson()
    let lesson = try course.lesson(
      "let a = 1", "let b: Int = \"\"", "print(a)", attributes: ["b": "expect-compile-error"])
    let runner = course.runner(lesson)
    #expect(try runner.run())
    let (records, end) = try tryOut(runner, "let b = a + 1\nprint(b)", at: 1)
    #expect(end?.status == .ok && printed(records) == "2\n")
  }

  @Test func `the full extent of a value is more than a lesson shows, and has an end too`() throws {
    let course = try TemporaryLesson()
    let runner = course.runner(
      try course.lesson("let small = Tensor.zeros(100, 100)", "let large = Tensor.zeros(1000, 1000)"))
    #expect(try runner.run())
    let values = { (name: String, extent: LessonRunner.Extent) throws -> Int in
      let records = try tryOut(runner, name, at: 2, extent: extent).records
      for record in records { if case .tensor(let tensor) = record.content { return tensor.values.count } }
      Issue.record("no tensor in \(records)")
      return 0
    }
    #expect(try values("small", .bounded) < 10_000)
    #expect(try values("small", .full) == 10_000)
    let most = try values("large", .full)
    #expect(most > 10_000 && most < 1_000_000)
  }

  @Test func `variables are those of the steps up to one, the newest of each name`() throws {
    let course = try TemporaryLesson()
    let runner = course.runner(
      try course.lesson(
        "let a = 1\nvar b = 2\nfunc f() {}", "let (c, d) = (3, 4)", "let a = \"again\"",
        "func b() -> Int { 5 }\nstruct S {}"))
    #expect(runner.variables(through: 3).isEmpty, "nothing is compiled yet")
    #expect(try runner.run())
    let names = { (index: Int) in runner.variables(through: index).map { "\($0.step.name).\($0.name)" } }
    #expect(names(0).sorted() == ["a.a", "a.b"])
    #expect(names(1).sorted() == ["a.a", "a.b", "b.c", "b.d"])
    #expect(names(2).sorted() == ["a.b", "b.c", "b.d", "c.a"])
    #expect(names(3).sorted() == ["b.c", "b.d", "c.a"], "b is a function now")
    #expect(names(99) == names(3))
  }
}
