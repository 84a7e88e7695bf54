// The real binary, run on real files. `make test` builds it first.
import Foundation
import StepRecords
import Testing

/// One finished run of `lectern`.
struct LecternResult {
  var status: Int32
  var output: String
  var errors: String

  /// The output of `--format json`.
  func events(sourceLocation: SourceLocation = #_sourceLocation) throws -> [RunEvent] {
    try output.split(separator: "\n").map { try RecordJSON.decode(RunEvent.self, from: Array($0.utf8)) }
  }
}

enum LecternProcess {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let binary = root + "/.build/release/lectern"

  /// Starts `lectern` with pipes for its output.
  ///
  /// - Parameter input: the text of its standard input, which a pipe holds at once.
  static func start(
    _ arguments: [String], in folder: String, environment: [String: String] = [:], input: String = "", output: Pipe,
    errors: Pipe
  ) throws -> Process {
    try #require(
      FileManager.default.isExecutableFile(atPath: binary), "build it first, with: swift build -c release")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: binary)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "COLUMNS", "LECTERN_LIBRARY"] { variables[name] = nil }
    variables.merge(environment) { $1 }
    process.environment = variables
    let inputPipe = Pipe()
    inputPipe.fileHandleForWriting.write(Data(input.utf8))
    try inputPipe.fileHandleForWriting.close()
    process.standardInput = inputPipe
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    return process
  }

  /// Runs `lectern` to its end.
  static func run(
    _ arguments: [String], in folder: String = root, environment: [String: String] = [:], input: String = ""
  ) async throws -> LecternResult {
    let (output, errors) = (Pipe(), Pipe())
    let process = try start(
      arguments, in: folder, environment: environment, input: input, output: output, errors: errors)
    async let errorData = Task.detached { errors.fileHandleForReading.readDataToEndOfFile() }.value
    let outputData = await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
    let errorText = String(decoding: await errorData, as: UTF8.self)
    process.waitUntilExit()
    return LecternResult(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self), errors: errorText)
  }
}

extension LecternProcess {
  /// Processes whose working folder is `folder`: lectern if it was started there, the step host and whatever descends
  /// from it.
  static func processes(in folder: String) -> [Int32] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    let resolved = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
    return all.compactMap { Int32($0) }.filter { pid in
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/cwd")) == resolved
    }
  }

  /// What they are called.
  static func commands(in folder: String) -> [String] {
    processes(in: folder).compactMap {
      (try? String(contentsOfFile: "/proc/\($0)/comm", encoding: .utf8))?.trimmingCharacters(in: .newlines)
    }
  }
}

/// A course in a folder of its own, with one lesson.
struct TemporaryCourse: ~Copyable {
  let root: String
  let lesson = "Lessons/01-first/01-try.md"

  init(_ markdown: String) throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: root + "/Lessons/01-first", withIntermediateDirectories: true)
    try write(markdown)
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  var path: String { "\(root)/\(lesson)" }

  func write(_ markdown: String) throws {
    try Data(markdown.utf8).write(to: URL(fileURLWithPath: path))
  }

  /// `lectern run` of the lesson, as JSON.
  func run(_ arguments: [String] = [], environment: [String: String] = [:]) async throws -> LecternResult {
    try await LecternProcess.run(
      ["run", lesson, "--format", "json"] + arguments, in: root, environment: environment)
  }
}

extension [RunEvent] {
  var failures: [(step: String, line: Int?, failure: FailureRecord)] {
    compactMap { event in
      guard case .record(let step, let record) = event, case .failure(let failure) = record.content else { return nil }
      return (step, record.line, failure)
    }
  }

  /// What was printed to standard output.
  var text: String {
    compactMap { event in
      guard case .record(_, let record) = event, case .text(let text) = record.content, text.stream == .stdout
      else { return nil }
      return text.text
    }.joined()
  }

  /// The status of each step, in the order of their ends.
  var statuses: [RunEvent.Status] {
    compactMap { if case .stepEnded(_, let end) = $0 { end.status } else { nil } }
  }

  func records(named name: String) -> [Record] {
    compactMap { if case .record(_, let record) = $0, record.name == name { record } else { nil } }
  }
}
