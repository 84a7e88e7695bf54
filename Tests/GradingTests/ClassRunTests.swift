import Foundation
import GRDB
import StepExecution
import Synchronization
import Testing

@testable import Grading

/// Grading a class with a judge that gives a point for each byte `+` of a file.
@Suite struct ClassRunTests {
  struct Stop: Error {}

  private static func verdict(_ exercise: Exercise, _ source: [UInt8]) -> Verdict {
    let earned = min(source.count { $0 == UInt8(ascii: "+") }, exercise.points)
    return Verdict(
      exercise: exercise.id, verdict: earned == exercise.points ? .passed : .failed, earned: earned,
      points: exercise.points, isolation: .box)
  }

  private func run(
    _ folder: TemporaryClass, _ exercises: [Exercise], only: String? = nil, jobs: Int = 3,
    times: HandInTimes = .ofFiles,
    judging: @escaping Judging = ClassRunTests.verdict
  ) throws -> ClassSummary {
    let output = try OutputFolder(folder.output)
    return try ClassRun(
      SubmissionsFolder(folder.submissions, besides: output.path), exercises: exercises, output: output,
      gradebook: Gradebook(output.gradebookFile), only: only, times: times, jobs: jobs, judge: "test", author: "tester",
      judging: judging
    ).run { _, _ in }
  }

  private func marks(_ folder: TemporaryClass) throws -> [String] {
    try Gradebook(existing: folder.output + "/gradebook.sqlite").marks()
      .map { "\($0.student): " + $0.marks.map(\.text).joined(separator: " ") }
  }

  @Test func `each student gets marks, and one that is refused does not stop the others`() throws {
    let folder = try TemporaryClass()
    let exercises = [folder.exercise(), folder.exercise("other", file: "Other.swift", points: 2)]
    try folder.write("+++", to: "ada/Softmax.swift")
    try folder.write("++", to: "ada/Other.swift")
    try folder.write("+", to: "cleo/Other.swift")
    var tar = TarFile()
    tar.add("../x")
    try folder.write(tar.finished, to: "bob.tar")
    let summary = try run(folder, exercises)
    #expect(summary.students == 3 && summary.judged == 3 && summary.missing == 1)
    #expect(summary.refused.map(\.student) == ["bob"])
    #expect(try marks(folder) == ["ada: 3 2", "bob: 0 0", "cleo: 0 1"])
  }

  @Test func `what has been judged is not judged again, unless file, exercise or student ask for it`() throws {
    let folder = try TemporaryClass()
    let exercise = folder.exercise()
    try folder.writeExercise(exercise, starter: "", probes: "one")
    try folder.write("+", to: "ada/Softmax.swift")
    try folder.write("+", to: "bob/Softmax.swift")
    #expect(try run(folder, [exercise]).judged == 2)
    #expect(try run(folder, [exercise]).reused == 2)
    try folder.write("++", to: "ada/Softmax.swift")
    #expect(try run(folder, [exercise]).judged == 1)
    #expect(try run(folder, [exercise], only: "bob").judged == 1)
    try folder.writeExercise(exercise, starter: "", probes: "two")
    #expect(try run(folder, [exercise]).judged == 2)
    #expect(try marks(folder) == ["ada: 2", "bob: 1"])
    let attempts = try Gradebook(folder.output + "/gradebook.sqlite").read { database in
      try Int.fetchOne(database, sql: "SELECT COUNT(*) FROM attempt")
    }
    #expect(attempts == 6)
  }

  @Test func `a run that stops has kept what was judged, and the next one goes on`() throws {
    let folder = try TemporaryClass()
    for index in 0..<20 { try folder.write("+", to: "student\(index)/Softmax.swift") }
    let judged = Mutex(0)
    #expect(throws: Stop.self) {
      try run(folder, [folder.exercise()], jobs: 1) { exercise, source in
        if judged.withLock({
          $0 += 1; return $0
        }) == 8 {
          throw Stop()
        }
        return Self.verdict(exercise, source)
      }
    }
    // What was killed between the result and the gradebook is taken from the result.
    for end in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: folder.output + "/gradebook.sqlite" + end)
    }
    let summary = try run(folder, [folder.exercise()])
    #expect(summary.reused == 7 && summary.judged == 13)
    #expect(try marks(folder).count == 20 && marks(folder).allSatisfy { $0.hasSuffix(": 1") })
  }

  @Test func `a result cut short is no result`() throws {
    let folder = try TemporaryClass()
    try folder.write("+", to: "ada/Softmax.swift")
    _ = try run(folder, [folder.exercise()])
    try Data("{\"student\":\"ada\"".utf8)
      .write(to: URL(fileURLWithPath: folder.output + "/results/ada/softmax.json"))
    #expect(try run(folder, [folder.exercise()]).judged == 1)
  }

  @Test func `what could not be checked costs nothing and is tried again`() throws {
    let folder = try TemporaryClass()
    try folder.write("+", to: "ada/Softmax.swift")
    let summary = try run(folder, [folder.exercise()]) { exercise, _ in
      Verdict(exercise: exercise.id, verdict: .couldNotCheck, points: 10, isolation: .box, message: "no memory")
    }
    #expect(summary.couldNotCheck.map(\.student) == ["ada"])
    #expect(try marks(folder) == ["ada: ?"])
    #expect(try run(folder, [folder.exercise()]).judged == 1)
    #expect(try marks(folder) == ["ada: 1"])
  }

  @Test func `names that are no file names are graded like others`() throws {
    let folder = try TemporaryClass()
    let names = [".hidden", "<b>x</b>", "a\u{1b}[2Jb", "line\nbreak", String(repeating: "n", count: 200)]
    for name in names { try folder.write("+", to: "\(name)/Softmax.swift") }
    #expect(try run(folder, [folder.exercise()]).judged == names.count)
    #expect(try run(folder, [folder.exercise()]).reused == names.count)
    let folders = try FileManager.default.contentsOfDirectory(atPath: folder.output + "/results")
    #expect(folders.count == names.count && folders.allSatisfy { !$0.hasPrefix(".") })
  }

  @Test func `a copy made later is not handed in later, and a time that is given counts`() throws {
    let folder = try TemporaryClass()
    try folder.write("+", to: "ada/Softmax.swift")
    let file = folder.submissions + "/ada/Softmax.swift"
    let handedIn = { try Gradebook(folder.output + "/gradebook.sqlite").marks().first?.marks.first?.handedIn }
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1000)], ofItemAtPath: file)
    _ = try run(folder, [folder.exercise()])
    try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 9000)], ofItemAtPath: file)
    _ = try run(folder, [folder.exercise()])
    #expect(try handedIn() == Moment(milliseconds: 1_000_000))
    _ = try run(folder, [folder.exercise()], times: HandInTimes("2026-12-01T18:30:00Z"))
    #expect(try handedIn()?.text == "2026-12-01T18:30:00Z")
    #expect(try Gradebook(folder.output + "/gradebook.sqlite").changes().map(\.what) == [.handedIn])
  }

  @Test func `a student who is not there is told with the nearest`() throws {
    let folder = try TemporaryClass()
    try folder.write("+", to: "ada/Softmax.swift")
    #expect(throws: ClassError.unknownStudent(name: "adda", nearest: "ada")) {
      try run(folder, [folder.exercise()], only: "adda")
    }
  }

  @Test func `two runs into one folder exclude each other`() throws {
    let folder = try TemporaryClass()
    let output = try OutputFolder(folder.output)
    let lock = try OutputLock(output)
    #expect(throws: ClassError.busy(folder: output.path)) { try OutputLock(output) }
    withExtendedLifetime(lock) {}
  }
}
