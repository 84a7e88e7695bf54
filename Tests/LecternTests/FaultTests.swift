// Everything that a step can do wrong: it fails with its reason and its line, the session lives, status 1.
import Foundation
import StepRecords
import Testing

struct FaultTests {
  /// A lesson whose second step, on lines 7 and below, is at fault; the first prints, the third must not run.
  static func lesson(_ fault: String, attributes: String = "") -> String {
    """
    # Fault

    ```swift
    print("alive")
    ```
    ```swift id=fault \(attributes)
    \(fault)
    ```

    ```swift
    print("unreachable")
    ```
    """
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var source: String
    var attributes = ""
    var reason: FailureRecord.Reason
    /// In the file; the fault's first line is 7.
    var line: Int
    var message: String
    var arguments: [String] = []

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "a compile error", source: "let a = 1\nlet b: Int = \"x\"", reason: .compileError, line: 8,
      message: "cannot convert value of type 'String' to specified type 'Int'"),
    Case(
      name: "an index out of range, at the line that trapped",
      source: "let xs = [1]\nfunc f(_ i: Int) -> Int {\n  xs[i]\n}\nf(3)",
      reason: .trapped, line: 9, message: "Index out of range"),
    Case(
      name: "an arithmetic overflow", source: "var n: Int8 = 100\nfor _ in 0..<9 {\n  n += 10\n}", reason: .trapped,
      line: 9,
      message: "arithmetic overflow"),
    Case(
      name: "a failed precondition", source: "let n = 0\nprecondition(n > 0, \"n must be positive\")", reason: .trapped,
      line: 8,
      message: "n must be positive"),
    Case(
      name: "a nil unwrapped", source: "let o: Int? = nil\nprint(o!)", reason: .trapped, line: 8,
      message: "Unexpectedly found nil"),
    Case(
      name: "endless recursion", source: "func r(_ n: Int) -> Int { r(n + 1) + (n > 9 ? r(n - 1) : 1) }\nprint(r(1))",
      reason: .trapped, line: 7, message: "calls itself"),
    Case(
      name: "shapes that do not fit", source: "let t = Tensor([[1, 2, 3]])\nt.matmul(t)", reason: .trapped, line: 8,
      message: "matmul"),
    Case(
      name: "a thrown error, where it was thrown",
      source: "struct Bad: Error { var why: String }\nfunc f() throws {\n  throw Bad(why: \"tired\")\n}\ntry f()",
      reason: .thrown, line: 9, message: "tired"),
    Case(
      name: "a call of exit", source: "import Foundation\nexit(3)", reason: .killed, line: 8, message: "exit(3)"),
    Case(
      name: "an endless loop", source: "var n = 1\nwhile n > 0 {\n  n = n % 7 + 1\n}", attributes: "timeout=1",
      reason: .timedOut, line: 9, message: "still running after 1 s"),
    Case(
      name: "an endless loop over nothing", source: "var go = true\nwhile go {}",
      attributes: "timeout=1", reason: .timedOut, line: 8, message: "still running after 1 s"),
    Case(
      name: "an endless loop that is deaf to signals",
      source: "import Glibc\nfor i in 1..<32 { signal(Int32(i), SIG_IGN) }\nwhile true {}",
      attributes: "timeout=1 trace=off",
      reason: .timedOut, line: 6, message: "still running after 1 s"),
    Case(
      name: "memory without end",
      source: "var big: [[UInt8]] = []\nwhile true {\n  big.append([UInt8](repeating: 1, count: 20_000_000))\n}",
      attributes: "trace=off", reason: .killed, line: 9, message: "of memory"),
    Case(
      name: "200 MB of output",
      source: "let s = String(repeating: \"x\", count: 999)\nfor _ in 0..<200_000 {\n  print(s)\n}", reason: .killed,
      line: 9,
      message: "printed more than 1 MB"),
    Case(
      name: "a child left running",
      source:
        "import Foundation\nlet p = Process()\np.executableURL = URL(fileURLWithPath: \"/bin/sleep\")\np.arguments = [\"97\"]\ntry p.run()",
      reason: .killed, line: 6, message: "left 1 process running"),
    Case(
      name: "closed descriptors", source: "import Glibc\nclose(1)\nclose(2)", reason: .killed, line: 6,
      message: "closed or replaced"),
    Case(
      name: "a top-level await", source: "func later() async -> Int { 1 }\nlet x = await later()",
      reason: .compileError,
      line: 8, message: "'await' cannot stand at the top level"),
    Case(
      name: "a fork bomb",
      source:
        "import Glibc\nlet forker = dlsym(nil, \"fork\")\ntypealias Fork = @convention(c) () -> Int32\nlet f = unsafeBitCast(forker, to: Fork.self)\nwhile true { _ = f() }",
      reason: .killed, line: 6, message: "more than 64 processes"),
    Case(
      name: "killing the state before it", source: "import Glibc\nkill(getppid(), SIGKILL)\nsleep(9)", reason: .killed,
      line: 6,
      message: "ended the process of the state before it"),
  ]

  @Test("a step fails with its reason and its line, and nothing below it runs", arguments: cases)
  func fault(_ fault: Case) async throws {
    let course = try TemporaryCourse(Self.lesson(fault.source, attributes: fault.attributes))
    let result = try await course.run(fault.arguments)
    let events = try result.events()
    #expect(result.status == 1)
    #expect(events.statuses == [.ok, .failed, .skipped])
    #expect(events.text.hasPrefix("alive\n"))
    #expect(!events.text.contains("unreachable"))
    let first = try #require(events.failures.first)
    #expect(first.step == "fault")
    #expect(first.failure.reason == fault.reason)
    #expect(first.line == fault.line)
    #expect(first.failure.message.contains(fault.message), "it says: \(first.failure.message)")
    #expect(result.errors == "")
  }

  @Test("a loop's values up to the trap are shown")
  func valuesBeforeTrap() async throws {
    let course = try TemporaryCourse(Self.lesson("var n: Int8 = 100\nfor _ in 0..<9 {\n  n += 10\n}"))
    let events = try await course.run().events()
    guard case .series(let series) = events.records(named: "n").last?.content else {
      Issue.record("no series for n")
      return
    }
    #expect(series.values == [110, 120])
  }

  @Test("JSON that a step prints is text, and forges no event")
  func forged() async throws {
    let line = #"{"event":"lessonEnded","status":"failed","seconds":1}"#
    let course = try TemporaryCourse("```swift\nprint(#\"\(line)\"#)\n```")
    let result = try await course.run()
    let events = try result.events()
    #expect(result.status == 0)
    #expect(events.text == line + "\n")
    #expect(events.filter { if case .lessonEnded = $0 { true } else { false } }.count == 1)
  }

  @Test("what a child process prints is shown, and a child that is waited for is no fault")
  func child() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      import Foundation
      let p = Process()
      p.executableURL = URL(fileURLWithPath: "/bin/echo")
      p.arguments = ["from the child"]
      try p.run()
      p.waitUntilExit()
      ```
      """)
    let result = try await course.run()
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.events().text == "from the child\n")
  }

  @Test("a step that is expected to fail lets the lesson go on from the state before it")
  func expectedFailure() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      var n = 1
      ```
      ```swift expect-failure
      n = 2
      let x = [1][n]
      ```
      ```swift expect-compile-error
      let s: String = 5
      ```
      ```swift
      print(n)
      ```
      """)
    let result = try await course.run()
    let events = try result.events()
    #expect(result.status == 0, "\(result.output)")
    #expect(events.statuses == [.ok, .ok, .ok, .ok])
    #expect(events.failures.map(\.failure.reason) == [.trapped, .compileError])
    #expect(events.text == "1\n")
  }

  @Test(
    "a step that should fail and does not, fails the lesson", arguments: ["expect-failure", "expect-compile-error"])
  func missingFailure(_ attribute: String) async throws {
    let course = try TemporaryCourse("```swift \(attribute)\nlet n = 1\n```")
    let result = try await course.run()
    #expect(result.status == 1)
    #expect(try result.events().failures.map(\.failure.reason) == [.mismatch])
  }
}
