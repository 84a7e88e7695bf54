// `lectern run`: what a reader and a program see.
import Foundation
import StepRecords
import Testing

struct RunTests {
  @Test("values appear because a line made them, at their lines, in order with what was printed")
  func values() async throws {
    let course = try TemporaryCourse(
      """
      # Values

      ```swift id=first
      let a = Tensor([1, 2, 3])
      print("sum", a.sum().item())
      a * 2
      var total = 0
      for i in 0..<1000 { total += i }
      ```
      """)
    let events = try await course.run().events()
    let seen = events.compactMap { event -> String? in
      guard case .record("first", let record) = event else { return nil }
      return switch record.content {
      case .tensor(let tensor): "\(record.name) tensor \(tensor.values) line \(record.line ?? 0)"
      case .text(let text): "text \(text.text)"
      case .value(let value): "\(record.name) \(value.text) line \(record.line ?? 0)"
      case .series(let series): "\(record.name) series of \(series.count) line \(record.line ?? 0)"
      default: "other"
      }
    }
    #expect(
      seen == [
        "a tensor [1.0, 2.0, 3.0] line 4", "text sum 6.0\n", "a * 2 tensor [2.0, 4.0, 6.0] line 6", "total 0 line 7",
        "total series of 1000 line 8",
      ])
  }

  @Test("a new name made from the old one of that name is told how to say which; the module's name says it")
  func redeclarationFromItself() async throws {
    let course = try TemporaryCourse(
      "```swift\nlet x = 1\n```\n```swift expect-compile-error\nlet x = x + 1\n```\n```swift\nlet x = Step_1.x + 1\nprint(x)\n```"
    )
    let events = try await course.run().events()
    #expect(try #require(events.failures.first).failure.message.contains("Step_1.name"))
    #expect(events.text == "2\n")
  }

  @Test("the last line of a step is named as any other; names bound in one list are all shown")
  func lastLine() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      let x = 10, y = 2.5
      let (a, b) = (x + 1, y)
      ```

      ```swift
      a + 1
      ```
      """)
    let shown = try await course.run().events().compactMap { event -> String? in
      guard case .record(_, let record) = event, case .value(let value) = record.content else { return nil }
      return "\(record.name) \(value.text)"
    }
    #expect(shown == ["x 10", "y 2.5", "a 11", "b 2.5", "a + 1 12"])
  }

  @Test("each name that a tuple binds is shown, where it is bound")
  func tuples() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      func two() -> (Int, String) { (1, "x") }
      let (a, b) = two()
      var (c, (d, _)) =
        (a + 1, (3, 4))
      c += 1
      ```
      """)
    let events = try await course.run().events()
    #expect(events.records(named: "a").map(\.line) == [3])
    #expect(events.records(named: "b").map(\.line) == [3])
    #expect(events.records(named: "c").map(\.line) == [5, 6])
    #expect(events.records(named: "d").map(\.line) == [5])
  }

  @Test("progress and show inside a loop leave what the loop logs one series")
  func seriesAndProgress() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      var loss = 8.0
      for i in 1...40 {
        loss *= 0.9
        progress(i, of: 40, metrics: ["loss": loss])
        if i % 10 == 0 { show(i, "epoch") }
      }
      print("end")
      ```
      """)
    let records = try await course.run().events().records(named: "loss")
    let series = records.compactMap { if case .series(let series) = $0.content { series.count } else { nil } }
    #expect(series == [40])
  }

  @Test("what a step imports, the steps below it have too")
  func imports() async throws {
    let course = try TemporaryCourse(
      "```swift\nimport Foundation\n```\n```swift\nlet a = 1\n```\n```swift\nprint(pow(2.0, 3.0), Date.distantPast < Date())\n```"
    )
    let result = try await course.run()
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.events().text == "8.0 true\n")
  }

  @Test("a closure that must not escape does not cost a step its intermediates")
  func nonEscaping() async throws {
    let course = try TemporaryCourse(
      "```swift\nfunc twice(_ f: (Int) -> Int) -> Int { f(f(1)) }\nlet n = twice { $0 * 5 }\n```")
    #expect(try await course.run().events().records(named: "n").count == 1)
  }

  @Test("a later step may declare a name again, with another type, and the newest wins")
  func redeclaration() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      let q = 1
      func f() -> String { "old" }
      struct S { var a = 1 }
      ```
      ```swift
      let q = "two"
      func f() -> String { "new" }
      struct S { var b = 2 }
      ```
      ```swift
      print(q.count, f(), S().b)
      ```
      """)
    let result = try await course.run()
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.events().text == "3 new 2\n")
  }

  @Test("a value logged in a function of an earlier step carries that step's line")
  func foreignLines() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      func double(_ x: Int) -> Int {
        let y = x * 2
        return y
      }
      ```

      ```swift trace=all
      let z = double(4)
      ```
      """)
    let events = try await course.run().events()
    #expect(events.records(named: "y").map(\.line) == [3])
    #expect(events.records(named: "z").map(\.line) == [9])
  }

  @Test("with trace=off nothing is shown but what the step shows itself")
  func traceOff() async throws {
    let course = try TemporaryCourse("```swift trace=off\nlet a = 1\nshow(5, \"five\")\n```")
    let events = try await course.run().events()
    #expect(events.records(named: "a").isEmpty)
    #expect(events.records(named: "five").count == 1)
  }

  @Test("the second run takes every step from the cache, and --no-cache does not")
  func cache() async throws {
    let course = try TemporaryCourse("```swift\nlet a = 1 // \(UUID())\n```")
    let isCached = { (result: LecternResult) in
      try result.events().contains { if case .stepStarted(_, _, _, true) = $0 { true } else { false } }
    }
    #expect(try !isCached(await course.run()))
    #expect(try isCached(await course.run()))
    #expect(try !isCached(await course.run(["--no-cache"])))
  }

  @Test("prose above a step can change without compiling it again")
  func proseAndCache() async throws {
    let step = "```swift\nlet a = [1][1] // \(UUID())\n```"
    let course = try TemporaryCourse(step)
    #expect(try await course.run().events().failures.first?.line == 2)
    try course.write("One.\n\nTwo.\n\n" + step)
    let events = try await course.run().events()
    #expect(events.failures.first?.line == 6)
    #expect(events.contains { if case .stepStarted(_, _, _, let cached) = $0 { cached } else { false } })
  }

  @Test("printed text that differs from its expect block is a mismatch with a diff, and later steps still run")
  func mismatch() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      print("three")
      ```

      ```expect
      four
      ```

      ```swift
      print("after")
      ```
      """)
    let result = try await course.run()
    let events = try result.events()
    #expect(result.status == 1)
    #expect(events.statuses == [.failed, .ok])
    let failure = try #require(events.failures.first)
    #expect(failure.failure.reason == .mismatch)
    #expect(failure.line == 5)
    #expect(failure.failure.message.contains("- four") && failure.failure.message.contains("+ three"))
  }

  @Test("a result builder, which the instrumenting compiler cannot take, runs without intermediates")
  func resultBuilder() async throws {
    let course = try TemporaryCourse(
      """
      ```swift
      @resultBuilder struct Lines {
        static func buildBlock(_ parts: String...) -> String { parts.joined(separator: ",") }
      }
      @Lines func three() -> String {
        "a"
        "b"
        "c"
      }
      print(three())
      ```
      """)
    let result = try await course.run()
    #expect(result.status == 0, "\(result.output)")
    #expect(try result.events().text == "a,b,c\n")
  }

  @Test("the lesson's seed reaches its steps")
  func seed() async throws {
    let course = try TemporaryCourse("---\nseed: 42\n---\n```swift\nprint(lessonSeed)\n```")
    #expect(try await course.run().events().text == "42\n")
  }

  @Test("--step shows one step, and --until stops behind one")
  func stepAndUntil() async throws {
    let course = try TemporaryCourse(
      "```swift id=a\nlet a = 1\n```\n```swift id=b\nlet b = a + 1\n```\n```swift id=c\nlet c = b + 1\n```")
    let only = try await course.run(["--step", "b"]).events()
    #expect(only.records(named: "a").isEmpty)
    #expect(only.records(named: "b").count == 1)
    #expect(only.records(named: "c").isEmpty)
    let until = try await course.run(["--until", "b"]).events()
    #expect(until.records(named: "a").count == 1)
    #expect(until.records(named: "c").isEmpty)
  }

  @Test("text, Markdown and HTML hold the prose, the code and the output", arguments: ["text", "markdown", "html"])
  func formats(_ format: String) async throws {
    let course = try TemporaryCourse("# Title\n\nSome prose.\n\n```swift\nprint(\"out\" + \"put\")\n```")
    let result = try await LecternProcess.run(["run", course.lesson, "--format", format], in: course.root)
    #expect(result.status == 0)
    for part in ["Title", "Some prose.", "output"] { #expect(result.output.contains(part), "no \(part)") }
  }

  @Test("prose quotes values of steps")
  func proseNumbers() async throws {
    let course = try TemporaryCourse("```swift id=s\nlet x = 1.0 / 3\n```\n\nIt is {{s.x:%.2f}}.\n")
    let result = try await LecternProcess.run(["run", course.lesson], in: course.root)
    #expect(result.output.contains("It is 0.33."))
  }

  @Test("with --ascii no character is above 0x7e, and without a terminal there is no escape sequence")
  func ascii() async throws {
    let result = try await LecternProcess.run(["run", "1.1", "--ascii"])
    #expect(result.status == 0)
    #expect(result.output.unicodeScalars.allSatisfy { ($0.value >= 0x20 && $0.value <= 0x7e) || $0 == "\n" })
  }

  @Test("no line is wider than --width", arguments: [60, 80, 120])
  func width(_ width: Int) async throws {
    let result = try await LecternProcess.run(["run", "2.6", "--width", "\(width)", "--ascii"])
    #expect(result.status == 0)
    let widest = result.output.split(separator: "\n").map(\.count).max() ?? 0
    #expect(widest <= width)
  }
}
