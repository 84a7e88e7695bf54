// Interrupts, kills, and two at once: nothing is left running, and nothing is lost.
import Foundation
import StepRecords
import Testing

struct LifetimeTests {
  /// Its time is long: while other tests keep all threads busy, this one may not look for a minute.
  static let endless = """
    ```swift timeout=6000
    import Foundation
    print("started")
    let p = Process()
    p.executableURL = URL(fileURLWithPath: "/bin/sleep")
    p.arguments = ["5000"]
    try p.run()
    p.waitUntilExit()
    ```
    """

  /// Waits for something that another process does, for at most ten seconds.
  static func eventually(_ condition: () -> Bool) async throws -> Bool {
    for _ in 0..<500 {
      if condition() { return true }
      try await Task.sleep(for: .milliseconds(20))
    }
    return condition()
  }

  @Test("whatever ends lectern ends everything it started", arguments: [SIGKILL, SIGINT, SIGTERM, SIGHUP])
  func nothingLeft(_ signal: Int32) async throws {
    let course = try TemporaryCourse(Self.endless)
    let (output, errors) = (Pipe(), Pipe())
    let process = try LecternProcess.start(
      ["run", course.lesson, "--format", "json"], in: course.root, output: output, errors: errors)
    let root = course.root
    // lectern, the watching host, the first state, the step, and its child.
    let areThere = try await Self.eventually { LecternProcess.processes(in: root).count >= 5 }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    let told = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    #expect(areThere, "\(told)")
    #expect(
      try await Self.eventually { LecternProcess.processes(in: root).isEmpty },
      "still there: \(LecternProcess.processes(in: root))")
    if signal == SIGKILL { #expect(process.terminationReason == .uncaughtSignal) }
    if signal != SIGKILL { #expect(process.terminationStatus == 130) }
  }

  @Test("an interrupt ends the running step, says so, and the lesson ends with status 130")
  func interrupt() async throws {
    let course = try TemporaryCourse(Self.endless)
    let (output, errors) = (Pipe(), Pipe())
    let process = try LecternProcess.start(
      ["run", course.lesson, "--format", "json"], in: course.root, output: output, errors: errors)
    let root = course.root
    #expect(try await Self.eventually { LecternProcess.processes(in: root).count >= 5 })
    kill(process.processIdentifier, SIGINT)
    let data = await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
    process.waitUntilExit()
    let result = LecternResult(
      status: process.terminationStatus, output: String(decoding: data, as: UTF8.self), errors: "")
    #expect(result.status == 130)
    #expect(try result.events().failures.map(\.failure.message) == ["interrupted"])
    #expect(try result.events().text == "started\n")
  }

  @Test("two at once on an empty cache both run, and share what they compiled")
  func twoAtOnce() async throws {
    let course = try TemporaryCourse((1...4).map { "```swift\nlet v\($0) = \($0)\n```\n" }.joined(separator: "\n"))
    let cache = course.root + "/cache"
    let (root, lesson) = (course.root, course.lesson)
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for _ in 0..<2 {
        group.addTask {
          try await LecternProcess.run(
            ["run", lesson, "--format", "json"], in: root, environment: ["LECTERN_CACHE": cache]
          ).status
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [0, 0])
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache + "/steps").count == 4)
  }

  @Test("an edit while it is watched runs again from the first changed step")
  func watch() async throws {
    let first = "```swift id=a\nlet a = 1\n```\n"
    let course = try TemporaryCourse(first + "```swift id=b\nlet b = a + 1\n```\n")
    let (output, errors) = (Pipe(), Pipe())
    let process = try LecternProcess.start(
      ["watch", course.lesson, "--format", "json"], in: course.root, output: output, errors: errors)
    let gathered = GatheredOutput(output)
    #expect(try await Self.eventually { gathered.text.contains("lessonEnded") })
    try course.write(first + "```swift id=b\nlet b = a + 41\n```\n")
    #expect(try await Self.eventually { gathered.text.components(separatedBy: "lessonEnded").count == 3 })
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    let result = LecternResult(status: 130, output: gathered.text, errors: "")
    let starts = try result.events().compactMap { event -> String? in
      if case .stepStarted(let step, _, _, _) = event { step } else { nil }
    }
    #expect(starts == ["a", "b", "b"])
    #expect(gathered.text.contains(#""text":"42""#))
  }
}

/// What a process has written so far.
final class GatheredOutput: @unchecked Sendable {
  private let lock = NSLock()
  private var data = Data()

  init(_ pipe: Pipe) {
    pipe.fileHandleForReading.readabilityHandler = { [weak self] handle in
      let more = handle.availableData
      self?.lock.withLock { self?.data.append(more) }
      if more.isEmpty { handle.readabilityHandler = nil }
    }
  }

  var text: String { lock.withLock { String(decoding: data, as: UTF8.self) } }
}
