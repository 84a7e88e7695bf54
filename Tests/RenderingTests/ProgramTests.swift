// A lesson as a program: what becomes code, what a comment, and where blocks open.
import LessonDocuments
import Rendering
import StepRecords
import Testing

@Suite("A lesson as a program")
struct ProgramTests {
  private let origin = ExportOrigin(lesson: "Lessons/try.md", file: "try.swift")

  private func program(
    _ sources: [String], outputs: [StepOutput] = [], _ change: (inout Lesson) -> Void = { _ in }
  )
    -> String
  {
    var builder = LessonBuilder(path: "Lessons/try.md", title: "Try it")
    for source in sources { builder.step(source) }
    var lesson = builder.built
    change(&lesson)
    return LessonProgram.text(lesson, outputs: outputs, origin: origin)
  }

  /// The lines that are no comments.
  private func code(_ program: String) -> [String] {
    program.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("//") }
  }

  private let implicit = ["import StepSupport", "import Transformers"]

  @Test("steps follow each other, and imports come first, each once")
  func imports() {
    let text = program(["import Foundation\nlet a = 1", "import Foundation\nprint(a)\nimport Glibc"])
    #expect(code(text) == ["import Foundation", "import Glibc"] + implicit + ["let a = 1", "print(a)"])
  }

  @Test("a name that is declared again opens a block, which reaches to the end")
  func blocks() {
    let text = program(["let a = 1", "let a = \"two\"", "print(a)", "let a = 3.0"])
    #expect(
      code(text) == implicit + ["let a = 1", "do {", "let a = \"two\"", "print(a)", "do {", "let a = 3.0", "}", "}"])
    #expect(text.contains("\"a\" is declared again"))
  }

  @Test("functions that differ in their parameters stand side by side")
  func overloads() {
    let text = program(["func f(_ a: Int) { }", "func f(_ a: String) { }", "func f(_ b: Int) { }"])
    #expect(code(text).filter { $0 == "do {" }.count == 1)
  }

  @Test("in a block, extensions and operators move to file level, with the types and functions that they name")
  func moved() {
    let text = program([
      "let a = 1", "let a = 2\npublic struct S { }\npublic let t = S()\nfunc half(_ x: Int) -> Int { x / 2 }",
      "infix operator **\nextension S { func m() -> Int { half(4) } }\nprint(t.m())", "struct T { }",
    ])
    #expect(
      code(text) == implicit + [
        "let a = 1", "do {", "let a = 2", "let t = S()", "print(t.m())", "struct T { }", "}", "public struct S { }",
        "func half(_ x: Int) -> Int { x / 2 }", "infix operator **", "extension S { func m() -> Int { half(4) } }",
      ])
  }

  @Test("steps that are not run, or meant to fail, are comments")
  func comments() {
    let text = program(["let a = 1", "a()", "fail()", "let b = 2"]) {
      $0.steps[0].isRun = false
      $0.steps[1].expectation = .compileError
      $0.steps[2].expectation = .failure
    }
    #expect(code(text) == implicit + ["let b = 2"])
    for line in ["//     let a = 1", "//     a()", "//     fail()"] { #expect(text.contains(line)) }
  }

  @Test("a step that failed is a comment, as are those below it; one that printed something else is code")
  func failures() {
    let mismatch = StepOutput(
      records: [Record(content: .failure(FailureRecord(reason: .mismatch, message: "- 1\n+ 2")))],
      end: .init(status: .failed))
    let failure = StepOutput(
      records: [Record(content: .failure(FailureRecord(reason: .compileError, message: "no")))],
      end: .init(status: .failed))
    let text = program(
      ["print(2)", "nothing", "print(3)"], outputs: [mismatch, failure, StepOutput(end: .init(status: .skipped))])
    #expect(code(text) == implicit + ["print(2)"])
  }

  @Test("the lesson's seed is the program's")
  func seed() {
    #expect(code(program(["print(lessonSeed)"]) { $0.frontMatter.seed = 42 }).contains("let lessonSeed = 42"))
  }

  @Test("whatever prose, names and outputs say is in comments", arguments: Hostile.texts)
  func hostile(_ text: String) {
    var builder = LessonBuilder(path: text, title: text)
    builder.frontMatter { $0.summary = text }
    PropertyTests.prose(saying: text).forEach { builder.prose($0) }
    builder.step("let one = 1", id: text) { $0.title = text }
    builder.notes(text)
    builder.quiz(text, [.init(text: text, isRight: true, reason: text)])
    let program = LessonProgram.text(
      builder.built, outputs: [], origin: ExportOrigin(lesson: text, file: text, hasNotes: true))
    #expect(code(program) == implicit + ["let one = 1"])
    #expect(!program.unicodeScalars.contains { $0.isUnsafe })
  }

  @Test("a quiz gives its answer at the end only")
  func quiz() throws {
    let text = LessonProgram.text(Samples.lesson, outputs: Samples.outputs, origin: origin)
    let question = try #require(text.firstRange(of: "What does one **row**"))
    let answer = try #require(text.firstRange(of: "The softmax goes along the row."))
    let answers = try #require(text.firstRange(of: "MARK: - Answers"))
    #expect(question.lowerBound < answers.lowerBound && answers.lowerBound < answer.lowerBound)
  }
}
