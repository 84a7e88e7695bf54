// `lectern run` on a terminal: a reader at the keys. `script` of util-linux makes the terminal.
import Foundation
import Testing

struct InteractiveTests {
  /// A run on a terminal of 80 columns, typed at through a pipe.
  private final class Reader {
    private let process = Process()
    private let keys = Pipe()
    private let gathered: GatheredOutput

    init(_ course: borrowing TemporaryCourse, environment: [String: String] = [:]) throws {
      let output = Pipe()
      gathered = GatheredOutput(output)
      process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
      process.arguments = [
        "-qec", "stty cols 80; exec '\(LecternProcess.binary)' run \(course.lesson)", "/dev/null",
      ]
      process.currentDirectoryURL = URL(fileURLWithPath: course.root)
      var variables = ProcessInfo.processInfo.environment
      variables["NO_COLOR"] = "1"
      variables["TERM"] = "xterm"
      process.environment = variables.merging(environment) { $1 }
      process.standardInput = keys
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
    }

    func type(_ text: String) { keys.fileHandleForWriting.write(Data(text.utf8)) }

    /// Waits until the screen has shown a text so often, for at most 30 seconds.
    func sees(_ text: String, times: Int = 1) async throws -> Bool {
      for _ in 0..<1500 {
        if gathered.text.components(separatedBy: text).count > times { return true }
        try await Task.sleep(for: .milliseconds(20))
      }
      return false
    }

    var screen: String { gathered.text }

    func end() -> Int32 {
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test("Enter runs the next step, r the last one again, b goes back, q quits")
  func keys() async throws {
    let course = try TemporaryCourse(
      "# Keys\n\n```swift id=a\nvar n = 1\n```\n\nBetween.\n\n```swift id=b\nn += 1\nprint(\"n is\", n)\n```\n\nAfter.\n"
    )
    let reader = try Reader(course)
    #expect(try await reader.sees("Enter runs step a"), "\(reader.screen)")
    reader.type("\n")
    #expect(try await reader.sees("Enter runs step b"), "\(reader.screen)")
    reader.type("\n")
    #expect(try await reader.sees("After."), "\(reader.screen)")
    reader.type("r")
    #expect(try await reader.sees("n is 2", times: 2), "\(reader.screen)")
    reader.type("b")
    #expect(try await reader.sees("Enter runs step b", times: 2), "\(reader.screen)")
    reader.type("q")
    #expect(reader.end() == 0, "\(reader.screen)")
    #expect(!reader.screen.contains("n is 3"), "a step run again begins at the state before it")
  }

  @Test("Ctrl-C ends the running step; the state before it lives on, and E goes on from the edit")
  func interruptAndEdit() async throws {
    let course = try TemporaryCourse(
      "```swift id=a\nlet a = 41\n```\n\n```swift id=b timeout=900\nimport Glibc\nprint(\"begun\")\nwhile true { usleep(10_000) }\n```\n"
    )
    let editor = course.root + "/editor"
    try Data("#!/bin/sh\nsed -i 's/^while.*/print(\"answer\", a + 1)/' \"$1\"\n".utf8)
      .write(to: URL(fileURLWithPath: editor))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: editor)
    let reader = try Reader(course, environment: ["VISUAL": editor])
    #expect(try await reader.sees("Enter runs step a"), "\(reader.screen)")
    reader.type("\n")
    #expect(try await reader.sees("Enter runs step b"), "\(reader.screen)")
    reader.type("\n")
    #expect(try await reader.sees("  begun"), "\(reader.screen)")
    reader.type("\u{03}")
    #expect(try await reader.sees("interrupted"), "\(reader.screen)")
    #expect(try await reader.sees("Enter runs step b", times: 2), "\(reader.screen)")
    reader.type("E")
    #expect(try await reader.sees("answer 42"), "\(reader.screen)")
    #expect(try await reader.sees("Enter ends"), "\(reader.screen)")
    reader.type("q")
    #expect(try await reader.sees("not written"), "\(reader.screen)")
    reader.type("q")
    #expect(reader.end() == 0, "\(reader.screen)")
  }
}
