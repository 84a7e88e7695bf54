// What steps showed in earlier runs, found again in the cache; and the cache losing things under a living session.
import Foundation
import LessonDocuments
import StepRecords
import Testing

@testable import StepExecution

struct RememberedOutputTests {
  private func texts(_ outputs: [RememberedOutput?]) -> [String?] {
    outputs.map { output in
      output.map { $0.records.map { if case .text(let text) = $0.content { text.text } else { "" } }.joined() }
    }
  }

  /// The files of all remembered outputs.
  private func files(_ course: TemporaryLesson) throws -> [String] {
    try course.entries.flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("output-") }
        .map { "\(folder)/\($0)" }
    }
  }

  @Test func `another session of the same lesson knows what was shown, and runs nothing for it`() throws {
    let course = try TemporaryLesson()
    let lesson = try course.lesson("let a = 1\nprint(a)", "print(a + 1)")
    #expect(texts(course.runner(lesson).rememberedOutputs()) == [nil, nil])
    #expect(try course.runner(lesson).run())
    _ = course.takeText()
    let runner = course.runner(lesson)
    #expect(texts(runner.rememberedOutputs()) == ["1\n", "2\n"])
    #expect(runner.session.states == [.fresh, .fresh] && course.events.isEmpty)
  }

  @Test func `a changed step is not remembered, nor what stands below it`() throws {
    let course = try TemporaryLesson()
    #expect(try course.runner(try course.lesson("let a = 1", "print(a)", "print(a + 1)")).run())
    let edited = course.runner(try course.lesson("let a = 1", "print(a, a)", "print(a + 1)"))
    #expect(texts(edited.rememberedOutputs()) == ["", nil, nil])
  }

  @Test func `another seed and another trace are remembered apart`() throws {
    let course = try TemporaryLesson()
    let lesson = { (seed: Int) in try course.lesson("print(\"seed \(0)\".count)", seed: seed) }
    #expect(try course.runner(lesson(1)).run())
    #expect(course.runner(try lesson(1)).rememberedOutputs().map { $0 != nil } == [true])
    #expect(course.runner(try lesson(2)).rememberedOutputs().map { $0 != nil } == [false])
    let everything = course.runner(try lesson(1), options: RunOptions(trace: .all))
    #expect(everything.rememberedOutputs().map { $0 != nil } == [false])
  }

  @Test func `a step that failed is not remembered; one that was meant to fail is, with its failure`() throws {
    let course = try TemporaryLesson()
    let fails = "let list: [Int] = []\nprint(list[0])"
    #expect(try !course.runner(course.lesson(fails)).run())
    #expect(course.runner(try course.lesson(fails)).rememberedOutputs().map { $0 != nil } == [false])
    let meant = try course.lesson(
      fails, "let b: Int = \"\"", "print(1)", attributes: ["a": "expect-failure", "b": "expect-compile-error"])
    #expect(try course.runner(meant).run())
    let outputs = course.runner(meant).rememberedOutputs()
    #expect(outputs.map { $0 != nil } == [true, false, true])
    #expect(outputs[0]?.records.contains { if case .failure = $0.content { true } else { false } } == true)
  }

  @Test(arguments: ["", "{", "{\"records\":", "[]", "\u{0}\u{1}", "null"])
  func `a broken file is as none, and the next run writes it anew`(_ text: String) throws {
    let course = try TemporaryLesson()
    let lesson = try course.lesson("print(1)")
    #expect(try course.runner(lesson).run())
    let file = try #require(try files(course).first)
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    #expect(course.runner(lesson).rememberedOutputs() == [nil])
    #expect(try course.runner(lesson).run())
    #expect(texts(course.runner(lesson).rememberedOutputs()) == ["1\n"])
  }

  @Test func `what is too much to remember is shown all the same`() throws {
    let course = try TemporaryLesson()
    let lesson = try course.lesson(
      "let t = Tensor.zeros(16, 16)\nfor i in 0..<20_000 { show(t, \"t\\(i)\") }")
    #expect(try course.runner(lesson).run())
    #expect(course.events.count > 20_000)
    #expect(course.runner(lesson).rememberedOutputs() == [nil])
  }

  @Test func `a session lives on when the cache is emptied under it`() throws {
    let course = try TemporaryLesson()
    let lesson = try course.lesson(
      "struct Box { var n = 20 }\nlet box = Box()", "let b = box.n + 1", "print(b)")
    let runner = course.runner(lesson)
    try runner.run(1)
    try course.removeEntries()
    #expect(try runner.run(2) == .ok)
    #expect(course.takeText() == "21\n")
    try course.removeEntries()
    var records: [Record] = []
    #expect(try runner.tryOut("print(box.n + b)", at: 3) { records.append($0) }?.status == .ok, "\(records)")
    try course.removeEntries()
    #expect(try runner.run(0) == .ok)
    #expect(try runner.run())
    #expect(course.takeText() == "21\n")
  }
}
