// Bad lessons, bad arguments and a bad machine: a sentence with the place and the next step, and the right status.
import Foundation
import StepRecords
import Testing

struct BadInputTests {
  // MARK: Lessons

  @Test("a lesson that does not exist is named, with what is near")
  func unknownLesson() async throws {
    let result = try await LecternProcess.run(["run", "atention"])
    #expect(result.status == 2)
    #expect(result.errors.contains("atention") && result.errors.contains("attention"))
  }

  @Test("a missing file is status 2")
  func missingFile() async throws {
    let result = try await LecternProcess.run(["run", "Lessons/no-such-lesson.md"])
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no file Lessons/no-such-lesson.md"), "it says: \(result.errors)")
    let outside = try await LecternProcess.run(["run", "/nowhere.md"], in: "/")
    #expect(outside.status == 2)
    #expect(outside.errors.contains("there is no file /nowhere.md"), "it says: \(outside.errors)")
  }

  struct Unreadable: Sendable, CustomTestStringConvertible {
    var name: String
    var markdown: String
    var place: String
    var testDescription: String { name }
  }

  @Test(
    "what the format calls an error is status 2, with its place",
    arguments: [
      Unreadable(name: "front matter that is no YAML", markdown: "---\ntitle: [a\n---\n# A\n", place: "01-try.md:"),
      Unreadable(
        name: "one id twice", markdown: "```swift id=a\n1\n```\n\n```swift id=a\n2\n```\n", place: "01-try.md:5"),
      Unreadable(
        name: "an include outside the course", markdown: "```swift include=../../../../etc/passwd#x\n```\n",
        place: "01-try.md:1"),
      Unreadable(
        name: "an include that is not there", markdown: "\n```swift include=no.swift#x\n```\n", place: "01-try.md:2"),
    ])
  func unreadable(_ input: Unreadable) async throws {
    let course = try TemporaryCourse(input.markdown)
    let result = try await course.run()
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains(input.place), "it says: \(result.errors)")
  }

  @Test("a lesson that is not UTF-8 is status 2, with the place of the first bad byte")
  func notText() async throws {
    let course = try TemporaryCourse("x")
    try Data([0x23, 0x20, 0x41, 0x0A, 0x62, 0xFF]).write(to: URL(fileURLWithPath: course.path))
    let result = try await course.run()
    #expect(result.status == 2)
    #expect(result.errors.contains("01-try.md:2:2"), "it says: \(result.errors)")
  }

  @Test("an unknown attribute is a warning with the nearest known one, and the lesson runs")
  func unknownAttribute() async throws {
    let course = try TemporaryCourse("```swift tile=\"A\"\nprint(1)\n```\n")
    let result = try await course.run()
    #expect(result.status == 0)
    #expect(result.errors.contains("01-try.md:1:") && result.errors.contains("title"), "it says: \(result.errors)")
  }

  @Test("a step that the lesson does not have is status 2, with those it has")
  func unknownStep() async throws {
    let course = try TemporaryCourse("```swift id=here\n1\n```\n")
    let result = try await course.run(["--step", "there"])
    #expect(result.status == 2)
    #expect(result.errors.contains("there") && result.errors.contains("here"))
  }

  // MARK: Arguments

  @Test(
    "wrong usage is status 2",
    arguments: [
      ["run"], ["run", "1.1", "--timeout", "-3"], ["run", "1.1", "--width", "3"], ["run", "1.1", "--format", "pdf"],
      ["fly"], ["run", "1.1", "--trace", "some"], ["new", "lesson"], ["run", "1.1", "--step", "a", "--until", "b"],
    ])
  func wrongUsage(_ arguments: [String]) async throws {
    let result = try await LecternProcess.run(arguments)
    #expect(result.status == 2)
    #expect(!result.errors.isEmpty)
  }

  @Test(
    "an unknown command is named with the nearest one",
    arguments: [
      (["rnu", "1.1"], "lectern rnu", "lectern run"), (["modl", "info", "x"], "lectern modl", "lectern model"),
      (["model", "inf", "x"], "lectern model inf", "lectern model info"),
      (["bench", "trian"], "lectern bench trian", "lectern bench train"),
    ])
  func unknownCommand(_ arguments: [String], _ name: String, _ nearest: String) async throws {
    let result = try await LecternProcess.run(arguments)
    #expect(result.status == 2)
    #expect(result.errors.contains("\"\(name)\"") && result.errors.contains(nearest), "it says: \(result.errors)")
    #expect(!result.errors.contains("overview"))
  }

  @Test("help is status 0 and goes to standard output")
  func help() async throws {
    let result = try await LecternProcess.run(["run", "--help"])
    #expect(result.status == 0)
    #expect(result.output.contains("--until") && result.errors == "")
  }

  @Test("outside any course, the commands that need one say so")
  func noCourse() async throws {
    let result = try await LecternProcess.run(["list"], in: "/")
    #expect(result.status == 2)
    #expect(result.errors.contains("Lessons"))
  }

  // MARK: The machine

  @Test("without a Swift toolchain it is status 3, and says where to get one")
  func noToolchain() async throws {
    let course = try TemporaryCourse("```swift\n1\n```\n")
    let result = try await course.run(environment: ["PATH": "/usr/bin:/bin"])
    #expect(result.status == 3)
    #expect(result.errors.contains("swift.org/install"))
  }

  @Test("without a linker it is status 3, and names the package")
  func noLinker() async throws {
    let course = try TemporaryCourse("```swift\n1\n```\n")
    let tools = course.root + "/tools"
    try FileManager.default.createDirectory(atPath: tools, withIntermediateDirectories: true)
    for tool in ["swiftc", "swift-frontend"] {
      let path = "\(tools)/\(tool)"
      try Data("#!/bin/sh\nexit 1\n".utf8).write(to: URL(fileURLWithPath: path))
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    }
    let result = try await course.run(environment: ["PATH": tools + ":/bin"])
    #expect(result.status == 3)
    #expect(result.errors.contains("apt-get install lld"), "it says: \(result.errors)")
  }

  @Test("a cache that cannot be written is status 3, and says what to do")
  func unwritableCache() async throws {
    let course = try TemporaryCourse("```swift\n1\n```\n")
    let result = try await course.run(environment: ["LECTERN_CACHE": course.path + "/cache"])
    #expect(result.status == 3)
    #expect(result.errors.contains("LECTERN_CACHE"))
  }

  @Test("a full disk under the cache is status 3, and leaves no half entry behind")
  func fullDisk() async throws {
    let course = try TemporaryCourse("```swift\nlet a = 1 // \(UUID())\n```\n")
    let disk = course.root + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    // A disk of 32 kB, seen only by this run.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    process.arguments = [
      "--user", "--map-root-user", "--mount", "/bin/sh", "-c",
      """
      mount -t tmpfs -o size=32k tmpfs "$1" || exit 99
      cd "$2"; LECTERN_CACHE="$1" "$3" run "$4" --format json; status=$?
      ls "$1/steps"; exit $status
      """, "sh", disk, course.root, LecternProcess.binary, course.lesson,
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    let text = await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
    let complaint = String(
      decoding: await Task.detached { errors.fileHandleForReading.readDataToEndOfFile() }.value, as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus != 99 && !complaint.contains("unshare failed") else {
      // This machine does not let its users mount; the sentence is tested by `unwritableCache`.
      return
    }
    #expect(process.terminationStatus == 3, "it says: \(complaint)")
    #expect(complaint.contains("No space left on device") && complaint.contains("LECTERN_CACHE"))
    #expect(!String(decoding: text, as: UTF8.self).contains("making-"))
  }

  @Test("a library that is not built is status 3, and says how to build it")
  func noLibrary() async throws {
    let course = try TemporaryCourse("```swift\n1\n```\n")
    let result = try await course.run(environment: ["LECTERN_LIBRARY": course.root])
    #expect(result.status == 3)
    #expect(result.errors.contains("swift build -c release"))
  }
}
