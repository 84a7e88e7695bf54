// `lectern export`, with the readers that every machine that runs steps has: a compiler, a file system.
// Jupyter, Chromium and cmark read the exports in Scripts/check-exports.
import Foundation
import StepRecords
import Testing

@Suite("Exporting a lesson")
struct ExportTests {
  /// Compiles a program and runs it, with the commands that its head says, word for word.
  ///
  /// - Parameter folder: where it stands; gets the build and the course's lessons, as the course's folder has them.
  private func runProgram(_ name: String, in folder: String) async throws -> LecternResult {
    for part in [".build", "Lessons"] where !FileManager.default.fileExists(atPath: "\(folder)/\(part)") {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/\(part)", withDestinationPath: "\(LecternProcess.root)/\(part)")
    }
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let head = text.split(separator: "\n").prefix { $0.hasPrefix("//") }.map { $0.dropFirst(2) }
    let commands = head.filter { $0.hasPrefix("     ") }.joined(separator: "\n")
    return try await ToolRun.run("/bin/sh", ["-ec", "export SWIFT_DETERMINISTIC_HASHING=1\n" + commands], in: folder)
  }

  @Test("the program of a lesson prints what the lesson's steps print", arguments: ["1.1", "2.6"])
  func program(lesson: String) async throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/my lesson.swift"
    let export = try await LecternProcess.run(["export", lesson, "--to", "swift", "--out", file])
    #expect(export.status == 0, "\(export.errors)")
    // The order of dictionaries, and so the last digit of a sum, is otherwise another in each process.
    let printed = try await LecternProcess.run(
      ["run", lesson, "--format", "json"], environment: ["SWIFT_DETERMINISTIC_HASHING": "1"]
    ).events().text
    let result = try await runProgram("my lesson.swift", in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == printed)
    #expect(!printed.isEmpty)
    #expect(!result.errors.contains("error:"))
  }

  @Test("names that are declared again, and what Swift takes at file level only, make one program")
  func oneProgram() async throws {
    let course = try TemporaryCourse(
      """
      ---
      seed: 9
      ---
      ```swift
      let q = 1
      func f() -> String { "old" }
      struct S { var a = 1 }
      print(q, f(), S(), lessonSeed)
      ```
      ```swift
      public let q = "two"
      func f() -> String { "new" }
      struct S { var b = 2 }
      print(q, f(), S())
      ```
      ```swift
      import Foundation
      struct Point { var x = 3.0 }
      infix operator <+>
      func <+> (a: Point, b: Point) -> Point { Point(x: a.x + b.x) }
      extension Point: CustomStringConvertible { var description: String { "at \\(sqrt(x))" } }
      print(Point() <+> Point(x: 1), "a  \\(q)")
      let text = \"\"\"
          as it is
        \"\"\"
      print(text)
      ```
      ```swift expect-failure
      print([1][q.count])
      ```
      ```swift no-run
      never()
      ```
      """)
    let export = try await LecternProcess.run(["export", course.lesson, "--to", "swift"], in: course.root)
    #expect(export.status == 0, "\(export.errors)")
    let result = try await runProgram("try.swift", in: course.root)
    #expect(result.output == "1 old S(a: 1) 9\ntwo new S(b: 2)\nat 2.0 a  two\n  as it is\n")
    #expect(!result.errors.contains("warning:"), "\(result.errors)")
  }

  @Test("a lesson that cannot be one program is said to be so, with the compiler's place in the file")
  func notOneProgram() async throws {
    let course = try TemporaryCourse(
      "```swift\nlet a = 1\n```\n```swift\nlet a = 2\nstruct S { var b = a }\nprint(S().b)\n```")
    let result = try await LecternProcess.run(["export", course.lesson, "--to", "swift"], in: course.root)
    #expect(result.status == 1)
    #expect(result.errors.contains("try.swift:") && result.errors.contains("does not compile"))
  }

  @Test("a page of a lesson fetches nothing and runs nothing", arguments: ["1.1", "2.6"])
  func page(lesson: String) async throws {
    let page = try await LecternProcess.run(["export", lesson, "--to", "html", "--out", "-"])
    #expect(page.status == 0)
    let text = page.output
    #expect(text.contains("<svg ") && text.contains("default-src &#39;none&#39;"))
    for word in ["<script", "<link", "<iframe", "@import", "url(", "src=\"http"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test("what is to be guessed is folded, in each format that folds")
  func guesses() async throws {
    let course = try TemporaryCourse("```swift predict=\"1|2\"\nprint(1 + 1)\n```")
    let text = { (format: String) in
      try await LecternProcess.run(["export", course.lesson, "--to", format, "--out", "-"], in: course.root).output
    }
    #expect(try await text("html").contains("<summary>Guess first: 1 or 2? Then open.</summary>"))
    #expect(try await text("markdown").contains("<summary>Guess first, then open</summary>"))
    #expect(try await text("ipynb").contains("\"outputs_hidden\" : true"))
  }

  @Test(
    "a step that fails is shown in the file, and the status is 1", arguments: ["html", "ipynb", "markdown", "swift"])
  func failure(format: String) async throws {
    let course = try TemporaryCourse("```swift id=good\nprint(1)\n```\n```swift id=bad\nprint([1][5])\n```")
    let result = try await LecternProcess.run(["export", course.lesson, "--to", format], in: course.root)
    #expect(result.status == 1)
    #expect(result.errors.contains("step \"bad\" failed"))
    let ending = format == "markdown" ? "md" : format
    let text = try String(contentsOfFile: "\(course.root)/try.\(ending)", encoding: .utf8)
    #expect(text.contains(format == "swift" ? "It failed when" : "Index out of range"))
  }

  @Test("--no-run takes what was shown before, and says what is missing")
  func remembered() async throws {
    let course = try TemporaryCourse("```swift\nprint(\"\(UUID())\")\n```")
    let export = ["export", course.lesson, "--to", "markdown", "--no-run", "--out", "-"]
    let before = try await LecternProcess.run(export, in: course.root)
    #expect(before.status == 0 && before.output.contains("(not run)"))
    #expect(before.errors.contains("1 of 1 steps have not run here"))
    _ = try await course.run()
    let after = try await LecternProcess.run(export, in: course.root)
    #expect(!after.output.contains("(not run)") && after.errors.isEmpty)
  }

  @Test("speaker notes are there only when asked for", arguments: ["html", "ipynb", "markdown", "swift"])
  func notes(format: String) async throws {
    let course = try TemporaryCourse("# A\n\n<!-- notes: ask the room -->\n\n```swift\nlet a = 1\n```")
    let export = ["export", course.lesson, "--to", format, "--out", "-"]
    #expect(try await !LecternProcess.run(export, in: course.root).output.contains("ask the room"))
    #expect(try await LecternProcess.run(export + ["--notes"], in: course.root).output.contains("ask the room"))
  }
}

@Suite("The file of an export")
struct ExportFileTests {
  private static let lesson = "# A\n\n```swift\nprint(1)\n```"

  private func export(_ course: borrowing TemporaryCourse, _ arguments: [String] = []) async throws -> LecternResult {
    try await LecternProcess.run(
      ["export", course.lesson, "--to", "markdown", "--no-run"] + arguments, in: course.root)
  }

  @Test("is the slug's in this folder, and takes the place of an unchanged export")
  func replaces() async throws {
    let course = try TemporaryCourse(Self.lesson)
    #expect(try await export(course).errors.contains("wrote try.md"))
    #expect(try await export(course).status == 0)
  }

  @Test("another file, or an export that somebody changed, stays unless --force is said")
  func keeps() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let file = course.root + "/try.md"
    _ = try await export(course)
    let changed = try String(contentsOfFile: file, encoding: .utf8) + "mine\n"
    try changed.write(toFile: file, atomically: true, encoding: .utf8)
    let refused = try await export(course)
    #expect(refused.status == 2 && refused.errors.contains("--force"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == changed)
    #expect(try await export(course, ["--force"]).status == 0)
    #expect(try String(contentsOfFile: file, encoding: .utf8) != changed)
  }

  @Test("a folder takes the file; one that is not there, or no file, is a sentence")
  func places() async throws {
    let course = try TemporaryCourse(Self.lesson)
    #expect(try await export(course, ["--out", "Lessons"]).status == 0)
    #expect(FileManager.default.fileExists(atPath: course.root + "/Lessons/try.md"))
    let missing = try await export(course, ["--out", "nowhere/try.md"])
    #expect(missing.status == 2 && missing.errors.contains("there is no folder"))
    let device = try await export(course, ["--out", "/dev/null"])
    #expect(device.status == 2 && device.errors.contains("is no file"))
  }

  @Test("a full disk is a sentence, and leaves nothing behind")
  func fullDisk() async throws {
    let course = try TemporaryCourse(Self.lesson)
    // A limit on the size of files is met like the end of a disk.
    let result = try await ToolRun.run(
      "/bin/sh",
      [
        "-c", "trap '' XFSZ; ulimit -f 0; exec \"$0\" \"$@\"", LecternProcess.binary, "export", course.lesson,
        "--to", "html", "--no-run",
      ], in: course.root)
    #expect(result.status != 0 && result.errors.contains("cannot write"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: course.root) == ["Lessons"])
  }
}

/// Any tool, run to its end.
enum ToolRun {
  static func run(_ tool: String, _ arguments: [String], in folder: String) async throws -> LecternResult {
    let (output, errors) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = URL(fileURLWithPath: tool)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    async let errorData = Task.detached { errors.fileHandleForReading.readDataToEndOfFile() }.value
    let outputData = await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
    let errorText = String(decoding: await errorData, as: UTF8.self)
    process.waitUntilExit()
    return LecternResult(
      status: process.terminationStatus, output: String(decoding: outputData, as: UTF8.self), errors: errorText)
  }
}

/// A folder that goes when it is not needed any more.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
