// A class, graded through the real binary: one command, hostile students among the others, killed and gone on with.
import Foundation
import StepRecords
import Testing

struct GradeCommandTests {
  private let course: RedTeamCourse
  private let folder: String

  init() throws {
    course = try RedTeamCourse.shared.get()
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-test-\(UUID().uuidString)").path
  }

  private func handIn(_ sources: [String: String]) throws {
    for (student, source) in sources {
      try FileManager.default.createDirectory(atPath: "\(folder)/in/\(student)", withIntermediateDirectories: true)
      try Data(source.utf8).write(to: URL(fileURLWithPath: "\(folder)/in/\(student)/Softmax.swift"))
    }
  }

  private var arguments: [String] { ["grade", "\(folder)/in", "--out", "\(folder)/out"] }
  private var environment: [String: String] { ["LECTERN_CACHE": course.cache] }

  private func grade(_ more: [String] = []) async throws -> LecternResult {
    try await LecternProcess.run(arguments + more, in: course.root, environment: environment)
  }

  private struct Report: Decodable {
    var students: Int
    var judged: Int
    var reused: Int
  }

  /// All that was written, as text.
  private func everythingWritten() -> String {
    let names = FileManager.default.enumerator(atPath: folder + "/out")?.compactMap { $0 as? String } ?? []
    return names.compactMap { name in
      FileManager.default.contents(atPath: "\(folder)/out/\(name)").map { String(decoding: $0, as: UTF8.self) }
    }.joined()
  }

  private var results: [String] {
    (FileManager.default.enumerator(atPath: folder + "/out/results")?.compactMap { $0 as? String } ?? [])
      .filter { $0.hasSuffix(".json") }
  }

  @Test func `one command grades a class, and one page shows it`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try handIn([
      "ada": RedTeamCourse.honest,
      "<b>bob": "func softmax(_ logits: [Float]) -> [Float] { logits }",
      "eve": "import Glibc\nfunc softmax(_ logits: [Float]) -> [Float] { exit(0) }",
      "mallory": "func softmax(_ logits: [Float]) -> [Float] { nonsense }",
    ])
    let result = try await grade(["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    #expect(results.count == 4)
    let marks = try await LecternProcess.run(
      ["gradebook", "\(folder)/out", "--format", "json"], in: course.root, environment: environment)
    #expect(marks.status == 0, "\(marks.errors)")
    for name in ["ada", "eve", "mallory"] { #expect(marks.output.contains(name)) }
    let page = try String(contentsOfFile: "\(folder)/out/exports/html/index.html", encoding: .utf8)
    #expect(page.contains("&lt;b&gt;bob"))
    #expect(!page.contains("<b>bob"))
    let written = everythingWritten()
    #expect(!written.contains(RedTeamCourse.secret))
    #expect(!written.contains("hidden-name-7c21"))
  }

  @Test func `an archive that would write elsewhere is refused, and the others are graded`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try handIn(["ada": RedTeamCourse.honest])
    // `tar` itself takes away what would lead out, unless it is told not to.
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-cPf", "\(folder)/in/eve.tar", "../in/ada/Softmax.swift"]
    tar.currentDirectoryURL = URL(fileURLWithPath: folder + "/in")
    try tar.run()
    tar.waitUntilExit()
    let result = try await grade()
    #expect(result.status == 1)
    #expect(result.output.contains("refused \"eve\""), "\(result.output)")
    #expect(results.count == 1)
  }

  @Test func `a killed run goes on where it was, and nothing is lost or judged twice`() async throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let count = 16
    try handIn(
      Dictionary(uniqueKeysWithValues: (0..<count).map { ("student\($0)", "// \($0)\n" + RedTeamCourse.honest) }))
    let (output, errors) = (Pipe(), Pipe())
    let process = try LecternProcess.start(
      arguments, in: course.root, environment: environment, output: output, errors: errors)
    while results.count < 2, process.isRunning { try await Task.sleep(for: .milliseconds(5)) }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    let result = try await grade(["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    let report = try RecordJSON.decode(Report.self, from: Array(result.output.utf8))
    #expect(report.students == count)
    #expect(report.judged + report.reused == count)
    #expect(report.reused >= 2)
    #expect(results.count == count)
    let again = try RecordJSON.decode(
      Report.self, from: Array(try await grade(["--format", "json"]).output.utf8))
    #expect(again.judged == 0 && again.reused == count)
  }
}
