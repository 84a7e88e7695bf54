import Foundation
import GRDB
import Testing

@testable import Grading

@Suite struct GradebookTests {
  private let folder: TemporaryClass
  private let gradebook: Gradebook

  init() throws {
    folder = try TemporaryClass()
    gradebook = try Gradebook(folder.root + "/gradebook.sqlite")
    try gradebook.setExercises([folder.exercise(), folder.exercise("other", points: 4)])
    for name in ["ada", "bob"] { try gradebook.record(SubmissionOutcome(student: name)) }
  }

  private func hand(
    _ student: String, in time: String, earned: Int, hash: String, version: String = "1", gradedAt: Int64 = 0,
    probes: [ProbeVerdict] = []
  ) throws {
    let verdict = Verdict(
      exercise: "softmax", verdict: .failed, earned: earned, points: 10, isolation: .box, probes: probes)
    let result = GradedFile(
      student: student, exercise: "softmax", file: "Softmax.swift", ignored: [], sha256: hash, version: version,
      handedIn: try #require(Moment(time)), gradedAt: Moment(milliseconds: gradedAt), verdict: verdict)
    try gradebook.record(SubmissionOutcome(student: student, files: [(result, Array(hash.utf8))]))
  }

  private func mark(_ student: String) throws -> Mark {
    try #require(try gradebook.marks(of: student).first?.marks.first)
  }

  @Test func `every attempt is kept, and the best after lateness counts`() throws {
    try gradebook.setLatePolicy(try LatePolicy("due=2026-12-01T12:00:00Z,slope=25%/day"), author: "eva")
    try hand("ada", in: "2026-12-01T10:00:00Z", earned: 6, hash: "early", gradedAt: 1)
    try hand("ada", in: "2026-12-02T18:00:00Z", earned: 10, hash: "late", gradedAt: 2)
    #expect(try mark("ada").text == "6")
    #expect(try mark("ada").attempts == 2)
    try gradebook.extend(student: "ada", exercise: nil, length: "+2d", reason: "ill", author: "eva")
    #expect(try mark("ada").text == "10")
    try gradebook.extend(student: "ada", exercise: nil, length: "none", reason: "", author: "eva")
    #expect(try mark("ada").text == "6")
  }

  @Test func `when an exercise was changed, what was judged by it as it is now counts`() throws {
    try hand("ada", in: "2026-12-01T10:00:00Z", earned: 9, hash: "a", version: "old", gradedAt: 1)
    try hand("ada", in: "2026-12-01T10:00:00Z", earned: 4, hash: "a", version: "new", gradedAt: 2)
    #expect(try mark("ada").text == "4")
    #expect(try mark("ada").attempts == 1)
  }

  @Test func `an override counts as it is and is told with what was there before`() throws {
    try hand("ada", in: "2026-12-01T10:00:00Z", earned: 4, hash: "a")
    try gradebook.override(student: "ada", exercise: "softmax", mark: "7.5", reason: "a typo", author: "eva")
    #expect(try mark("ada").text == "7.5*")
    try gradebook.override(student: "ada", exercise: "softmax", mark: "8", reason: "more", author: "tom")
    try gradebook.override(student: "ada", exercise: "softmax", mark: "none", reason: "back", author: "tom")
    #expect(try mark("ada").text == "4")
    let changes = try gradebook.changes(of: "ada")
    #expect(
      changes.map { [$0.author, $0.before, $0.after, $0.reason] } == [
        ["eva", "", "7.5", "a typo"], ["tom", "7.5", "8", "more"], ["tom", "8", "", "back"],
      ])
  }

  @Test func `a change that makes no sense changes nothing`() throws {
    #expect(throws: GradebookError.noReason) {
      try gradebook.override(student: "ada", exercise: "softmax", mark: "7", reason: " ", author: "eva")
    }
    for mark in ["-1", "7.555", "1e3", "", "9999999999"] {
      #expect(throws: GradebookError.noPoints(text: mark)) {
        try gradebook.override(student: "ada", exercise: "softmax", mark: mark, reason: "why", author: "eva")
      }
    }
    #expect(throws: GradebookError.unknownStudent(name: "adda", nearest: "ada")) {
      try gradebook.override(student: "adda", exercise: "softmax", mark: "7", reason: "why", author: "eva")
    }
    #expect(throws: GradebookError.unknownExercise(name: "softmix", nearest: "softmax")) {
      try gradebook.comment(student: "ada", exercise: "softmix", text: "well", author: "eva")
    }
    #expect(throws: GradebookError.noPolicy) {
      try gradebook.extend(student: "ada", exercise: nil, length: "+2d", reason: "ill", author: "eva")
    }
    #expect(try gradebook.changes().isEmpty)
  }

  @Test func `neither changes nor attempts can be taken out again`() throws {
    try hand("ada", in: "2026-12-01T10:00:00Z", earned: 4, hash: "a")
    try gradebook.comment(student: "ada", exercise: nil, text: "well done", author: "eva")
    for statement in ["DELETE FROM change", "UPDATE change SET author = 'x'", "DELETE FROM attempt"] {
      #expect(throws: (any Error).self) { try gradebook.write { try $0.execute(sql: statement) } }
    }
    #expect(try gradebook.changes().count == 1)
  }

  @Test func `mistakes are counted by student and by attempt`() throws {
    let probe = ProbeVerdict(
      name: "rows", visible: true, status: .failed, earned: 0, points: 2, message: "over queries", mistake: "WrongAxis")
    try hand("ada", in: "2026-12-01T10:00:00Z", earned: 4, hash: "a", probes: [probe])
    try hand("ada", in: "2026-12-01T11:00:00Z", earned: 5, hash: "b", probes: [probe])
    try hand("bob", in: "2026-12-01T11:00:00Z", earned: 5, hash: "c", probes: [probe])
    // The same file judged once more is no attempt more.
    try hand("bob", in: "2026-12-01T11:00:00Z", earned: 5, hash: "c", gradedAt: 5, probes: [probe])
    let found = try gradebook.misconceptions()
    #expect(
      found == [
        Misconception(exercise: "softmax", mistake: "WrongAxis", message: "over queries", students: 2, attempts: 3)
      ])
  }

  @Test func `what is no gradebook is told, and left as it is`() throws {
    let path = folder.root + "/other.sqlite"
    let bytes = Data(String(repeating: "not a database ", count: 100).utf8)
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: GradebookError.notAGradebook(path: path)) { try Gradebook(path) }
    #expect(FileManager.default.contents(atPath: path) == bytes)
    #expect(throws: GradebookError.notThere(path: folder.root + "/none")) {
      try Gradebook(existing: folder.root + "/none")
    }
  }
}
