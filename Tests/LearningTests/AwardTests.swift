// Awards made, read and checked, with a judge whose verdict the test gives.
import Foundation
import Hashing
import LessonDocuments
import StepExecution
import Testing

@testable import Grading
@testable import Learning

struct AwardTests {
  /// Passes what holds the word `right`.
  private let judging: Judging = { exercise, source in
    let isRight = String(decoding: source, as: UTF8.self).contains("right")
    return Verdict(
      exercise: exercise.id, verdict: isRight ? .passed : .failed, earned: isRight ? exercise.points : 1,
      points: exercise.points, isolation: .box)
  }

  private let right = "// right \u{7} é 家 </template> <script>alert(1)</script>\nfunc work() {}\n"

  private func made(
    _ course: borrowing TemporaryCourse, name: String? = "Ada <b>Lovelace</b>", lectern: String = "1.0"
  ) throws -> Award {
    try course.write("Exercises/01-first-steps/sums/Work.swift", right)
    var progress = CourseProgress(done: [CourseProgress.counting])
    progress.exercises["sums", default: ExerciseProgress()].passedFile = "0"
    progress.exercises["sums"]?.passedOn = Moment(milliseconds: 1_790_000_000_000)
    let standing = try course.standing(progress)
    var making = AwardMaking()
    for exercise in standing.exercises where exercise.state == .done { try making.add(exercise, judging: judging) }
    return Award(of: standing, works: making.works, name: name, lectern: lectern)
  }

  private func read(_ text: String) throws(AwardError) -> AwardFile {
    try AwardFile(Array(text.utf8), path: "award.html", lectern: "1.0")
  }

  private func check(_ file: AwardFile, _ course: borrowing TemporaryCourse) throws -> AwardCheck {
    let exercises = try course.exercises
    var check = AwardCheck(file)
    for work in file.award.works {
      try check.add(work, exercise: exercises.first { $0.id == work.exercise }, judging: judging)
    }
    return check
  }

  @Test func `a page holds the file that passed to the byte, and holds`() throws {
    let course = try TemporaryCourse()
    let award = try made(course)
    let file = try read(AwardPage.source(of: award))
    #expect(file.award == award && file.page == .asWritten)
    #expect(file.award.works.map(\.source) == [right])
    #expect(try check(file, course).holds)
    let json = try read(award.json)
    #expect(json.award == award && json.page == .none)
  }

  @Test func `a page fetches nothing, runs nothing, and no text in it becomes markup`() throws {
    let course = try TemporaryCourse()
    let page = AwardPage.source(of: try made(course))
    for mark in ["<script", "<b>Lovelace", "https://", "src=", "href=", "url("] {
      #expect(!page.contains(mark), "\(mark)")
    }
    #expect(page.components(separatedBy: "</template>").count == 2)
    #expect(page.contains("Ada &lt;b&gt;Lovelace&lt;/b&gt;"))
  }

  @Test func `only what was judged is called proven`() throws {
    let course = try TemporaryCourse()
    let page = AwardPage.source(of: try made(course))
    let parts = page.components(separatedBy: "The learner’s own record")
    #expect(parts.count == 2)
    #expect(parts[0].contains("The sums") && parts[0].contains("10 of 10") && !parts[0].contains("Counting"))
    #expect(parts[1].contains("Counting") && parts[0].contains("21 September 2026"))
  }

  @Test func `an exercise whose file passes no longer is left out with the reason`() throws {
    let course = try TemporaryCourse()
    let leftOut = { (source: String?, passedFile: String) throws -> [AwardMaking.LeftOut] in
      let path = "Exercises/01-first-steps/sums/Work.swift"
      if let source { try course.write(path, source) }
      var progress = CourseProgress()
      progress.exercises["sums", default: ExerciseProgress()].passedFile = passedFile
      let standing = try #require(try course.standing(progress).exercises.first)
      if source == nil { try FileManager.default.removeItem(atPath: standing.exercise.file) }
      var making = AwardMaking()
      try making.add(standing, judging: judging)
      #expect(making.works.isEmpty)
      return making.leftOut
    }
    let changed = try leftOut("// wrong\n", "0")
    #expect(
      changed.first?.reason.hasPrefix("your file has changed since it passed, and gets 1 of 10 points now") == true)
    let same = SHA256.hexadecimal(of: Array("// wrong\n".utf8))
    #expect(try leftOut("// wrong\n", same).first?.reason.hasPrefix("the exercise has changed since it passed") == true)
    #expect(try leftOut(nil, "0").first?.reason.contains("Work.swift cannot be read") == true)
  }

  // MARK: Tampering

  @Test(arguments: [
    ("10 of 10 points", "90 of 90 points"), ("Ada", "Eve"), ("21 September 2026", "21 September 2020"),
    ("<template", "<p>and much more</p>\n<template"), ("</style>", ".x{color:red}</style>"),
  ])
  func `a page that shows something else than it holds is found out`(_ old: String, _ new: String) throws {
    let course = try TemporaryCourse()
    let page = AwardPage.source(of: try made(course))
    let changed = page.replacing(old, with: new)
    #expect(changed != page)
    let file = try read(changed)
    guard case .changed = file.page else {
      Issue.record("\(file.page)")
      return
    }
    #expect(try !check(file, course).holds)
  }

  @Test func `line endings that mail has changed are no change`() throws {
    let course = try TemporaryCourse()
    let page = AwardPage.source(of: try made(course))
    #expect(try read(page.replacing("\n", with: "\r\n")).page == .asWritten)
  }

  @Test func `a page of another version is not compared, and says so`() throws {
    let course = try TemporaryCourse()
    let award = try made(course, lectern: "0.9")
    #expect(try read(AwardPage.source(of: award)).page == .asWritten)
    #expect(try read(AwardPage.source(of: award).replacing("</style>", with: "p{}</style>")).page == .otherVersion)
  }

  @Test func `other points, another file, another title and an unknown exercise do not hold`() throws {
    let course = try TemporaryCourse()
    let award = try made(course)
    let reason = { (change: (inout Award.Work) -> Void) throws -> String in
      var changed = award
      change(&changed.works[0])
      // The page is written anew, as a thorough cheat would.
      let check = try check(try read(AwardPage.source(of: changed)), course)
      #expect(check.file.page == .asWritten && !check.holds)
      return try #require(check.findings.first?.reason)
    }
    #expect(try reason { $0.earned = 99 } == "the award says 99 of 10 points; its file gets 10 of 10 here")
    #expect(try reason { $0.source = "// wrong\n" }.hasPrefix("its file gets 1 of 10 points here"))
    #expect(try reason { $0.source += "// right too\n" } == "its file is not the one whose SHA-256 the award names")
    #expect(try reason { $0.title = "A doctorate" } == "the award calls it \"A doctorate\"; here it is \"The sums\"")
    #expect(try reason { $0.exercise = "poetry" }.hasPrefix("this course has no exercise of that name"))
  }

  @Test func `what is no award is refused`() throws {
    let course = try TemporaryCourse()
    let award = try made(course)
    for text in [
      "", "# A lesson", "{}", "[1]", "{\"kind\":\"pie\"}", "<template id=\"lectern-award\">", "<html></html>",
    ] {
      #expect(throws: AwardError.notAward(path: "award.html"), "\(text)") { try read(text) }
    }
    let page = AwardPage.source(of: award)
    #expect(throws: AwardError.notAward(path: "award.html")) { try read(page.replacing("award\">", with: "award\">*")) }
    #expect(throws: AwardError.tooLarge(path: "award.html")) {
      try AwardFile([UInt8](repeating: 32, count: AwardFile.largestSize + 1), path: "award.html", lectern: "1.0")
    }
  }

  @Test func `an award that was cut or filled up is refused with the reason`() throws {
    let course = try TemporaryCourse()
    let award = try made(course)
    let reason = { (change: (inout Award) -> Void) in
      var changed = award
      change(&changed)
      let error = #expect(throws: AwardError.self) { try read(changed.json) }
      return error.map { "\($0)" } ?? ""
    }
    #expect(reason { $0.works = [] }.contains("it holds no exercise"))
    #expect(reason { $0.works += $0.works }.contains("it holds the exercise \"sums\" twice"))
    #expect(
      reason { $0.works[0].source = String(repeating: "x", count: Judge.largestSource + 1) }.contains("too large"))
    let newer = award.json.replacing("\"version\":1", with: "\"version\":7")
    #expect(throws: AwardError.newer(path: "award.html", version: 7)) { try read(newer) }
  }
}
