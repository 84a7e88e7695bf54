// A small exercise, and what the judge says of hostile submissions to it: through the real binary, in a real box.
import Foundation
import StepRecords
import Testing

/// What came of one submission.
struct Attack {
  var status: Int32
  var errors: String
  /// nil if nothing that can be read was printed.
  var verdict: Verdict?
  /// Whether it had to be ended, long after any limit.
  var wasEnded: Bool
  /// What still ran in its box when the judge was done.
  var leftRunning: [String]

  struct Verdict: Decodable {
    var verdict: String
    var earned: Int
    var points: Int
    var isolation: String
    var message: String?
    var probes: [Probe]
  }

  struct Probe: Decodable {
    var status: String
    var message: String?
    var printed: String?
  }

  var statuses: [String] { verdict?.probes.map(\.status) ?? [] }
  /// What the first probe printed; shown because it failed.
  var printed: String { verdict?.probes.first?.printed ?? "" }
  /// All that is said to the learner.
  var said: String {
    ([verdict?.message] + (verdict?.probes ?? []).flatMap { [$0.message, $0.printed] }).compactMap { $0 }
      .joined(separator: "\n")
  }
}

/// A course with one exercise, `softmax`: three visible probes, the third with random input, and two hidden ones.
final class RedTeamCourse: Sendable {
  static let shared = Result { try RedTeamCourse() }

  let root: String
  /// What the judge keeps; shared by all submissions, as it is in a class.
  var cache: String { root + "/cache" }
  /// Written into the solution's folder and nowhere else.
  static let secret = "the-solution-is-secret-3f9a"

  private init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-red-team-\(UUID().uuidString)").path
    for (path, text) in Self.files {
      let file = URL(fileURLWithPath: "\(root)/\(path)")
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    atexit {
      if case .success(let course) = RedTeamCourse.shared { try? FileManager.default.removeItem(atPath: course.root) }
    }
  }

  private static let exercise = "01-first/softmax"
  private static let files = [
    "Lessons/01-first/01-try.md": "# Try\n",
    "BaseModel/config.json": "{}\n",
    "Benchmarks/facts.jsonl": "{}\n",
    "Exercises/\(exercise)/Task.md": """
    ---
    id: softmax
    title: Softmax
    chapter: 01-first
    points: 10
    timeLimit: 3
    memoryLimit: 512 MB
    reads: [BaseModel]
    ---

    # Softmax

    Write it.

    """,
    "Exercises/\(exercise)/Softmax.swift": """
    // TODO(softmax): write it
    func softmax(_ logits: [Float]) -> [Float] { [] }

    """,
    "Exercises/\(exercise)/Probes.swift": """
    let probes = Probes {
      Probe("three numbers", points: 2) { softmax([1, 2, 3]) }
      Probe("large numbers", points: 2) { softmax([1000, 1001]) }
      Probe("random numbers", points: 2) { random in softmax(random.normal(16)) }
    }

    """,
    "Solutions/\(exercise)/Softmax.swift": "// \(secret)\n" + honest,
    "Solutions/\(exercise)/HiddenProbes.swift": """
    let probes = Probes {
      Probe("hidden-name-7c21: equal numbers", points: 2) { softmax([5, 5, 5, 5]) }
      Probe("one far below", points: 2) { softmax([0, -60, 3]) }
    }

    """,
  ]

  // MARK: Sources

  static let right = """
    import Glibc

    func right(_ logits: [Float]) -> [Float] {
      let largest = logits.max() ?? 0
      let powers = logits.map { expf($0 - largest) }
      let sum = powers.reduce(0, +)
      return powers.map { $0 / sum }
    }

    """

  static let honest = right + "func softmax(_ logits: [Float]) -> [Float] { right(logits) }\n"

  /// A submission that runs `code` in the first probe, and in all of them answers right if the code lets it.
  static func source(inFirstProbe code: String, _ declarations: String = "") -> String {
    """
    \(right)
    \(declarations)
    func softmax(_ logits: [Float]) -> [Float] {
      if logits == [1, 2, 3] {
        \(code)
      }
      return right(logits)
    }

    """
  }

  // MARK: Judging

  /// Has a submission judged.
  ///
  /// - Parameter file: its path, if it is not an ordinary file with `source`.
  func attack(
    _ source: String, at file: String? = nil, environment: [String: String] = [:]
  ) async throws -> Attack {
    try await turnstile.pass { try await self.judge(source, at: file, environment: environment) }
  }

  private let turnstile = Turnstile(3)

  private func judge(_ source: String, at file: String?, environment: [String: String]) async throws -> Attack {
    let folder = "\(root)/submissions/\(UUID().uuidString)"
    let path = file ?? folder + "/Softmax.swift"
    if file == nil {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(source.utf8).write(to: URL(fileURLWithPath: path))
    }
    let (output, errors) = (Pipe(), Pipe())
    let process = try LecternProcess.start(
      ["check", "softmax", "--file", path, "--format", "json"], in: root,
      environment: ["LECTERN_CACHE": cache].merging(environment) { $1 }, output: output, errors: errors)
    let number = process.processIdentifier
    // Far beyond all limits together, for machines of any speed.
    let watchdog = Task {
      try await Task.sleep(for: .seconds(240))
      kill(number, SIGKILL)
      return true
    }
    async let errorData = Task.detached { errors.fileHandleForReading.readDataToEndOfFile() }.value
    let outputData = await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value
    let errorText = String(decoding: await errorData, as: UTF8.self)
    process.waitUntilExit()
    watchdog.cancel()
    return Attack(
      status: process.terminationStatus, errors: errorText,
      verdict: try? JSONDecoder().decode(Attack.Verdict.self, from: outputData),
      wasEnded: (try? await watchdog.value) ?? false, leftRunning: try await leftRunning(of: number))
  }

  /// Has a submission judged that does not come to an end, and kills the judge in the middle.
  ///
  /// - Returns: what still ran in its box a moment later.
  func leftRunningWhenKilled(_ source: String) async throws -> [String] {
    let path = "\(root)/killed-\(UUID().uuidString).swift"
    try Data(source.utf8).write(to: URL(fileURLWithPath: path))
    return try await turnstile.pass {
      let (output, errors) = (Pipe(), Pipe())
      let process = try LecternProcess.start(
        ["check", "softmax", "--file", path, "--format", "json"], in: self.root,
        environment: ["LECTERN_CACHE": self.cache], output: output, errors: errors)
      let number = process.processIdentifier
      let marker = "judging/\(number)-"
      while process.isRunning, Self.processes(with: marker).isEmpty { try await Task.sleep(for: .milliseconds(20)) }
      kill(number, SIGKILL)
      process.waitUntilExit()
      return try await self.leftRunning(of: number)
    }
  }

  /// The processes whose mounts or environment lead to the judge of that number. What the kernel is just taking away
  /// is given a moment.
  private func leftRunning(of judge: pid_t) async throws -> [String] {
    var found: [String] = []
    for _ in 0..<100 {
      found = Self.processes(with: "judging/\(judge)-")
      if found.isEmpty { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    return found
  }

  private static func processes(with marker: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.filter { Int($0) != nil }.compactMap { name in
      let isMarked = ["mountinfo", "cmdline", "environ"].contains { file in
        let text = FileManager.default.contents(atPath: "/proc/\(name)/\(file)") ?? Data()
        return text.range(of: Data(marker.utf8)) != nil
      }
      guard isMarked else { return nil }
      let command = FileManager.default.contents(atPath: "/proc/\(name)/comm") ?? Data()
      return "\(name) \(String(decoding: command, as: UTF8.self))"
    }
  }

  // MARK: Expectations

  /// What holds after every attack: it is the submission that failed, at once or at its limits, it left nothing, and the
  /// next one is judged as if it had never been.
  func expectNoHarm(_ attack: Attack, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    #expect(!attack.wasEnded, "the judge did not come to an end", sourceLocation: sourceLocation)
    #expect(attack.leftRunning == [], sourceLocation: sourceLocation)
    #expect(attack.status == 0 || attack.status == 1, "\(attack.errors)", sourceLocation: sourceLocation)
    let verdict = try #require(attack.verdict, "\(attack.errors)", sourceLocation: sourceLocation)
    #expect(verdict.verdict != "couldNotCheck", "\(verdict.message ?? "")", sourceLocation: sourceLocation)
    #expect(verdict.points == 10, sourceLocation: sourceLocation)
    #expect(verdict.isolation.hasPrefix("box"), sourceLocation: sourceLocation)
    #expect(!attack.said.contains(Self.secret), sourceLocation: sourceLocation)
    #expect(!attack.said.contains("hidden-name"), sourceLocation: sourceLocation)
    let next = try await self.attack(Self.honest)
    #expect(next.status == 0, "\(next.errors)", sourceLocation: sourceLocation)
    #expect(next.verdict?.earned == 10, sourceLocation: sourceLocation)
  }

  /// Has a submission judged that does something in its first probe, and expects that probe to fail and the others to
  /// pass.
  func expectOneFailure(
    _ code: String, _ declarations: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let attack = try await attack(Self.source(inFirstProbe: code, declarations))
    try await expectNoHarm(attack, sourceLocation: sourceLocation)
    #expect(attack.status == 1, sourceLocation: sourceLocation)
    #expect(
      attack.statuses == ["failed", "passed", "passed", "passed", "passed"],
      "\(attack.verdict?.message ?? "")\n\(attack.said)", sourceLocation: sourceLocation)
  }

  /// Has a submission judged that tries in its first probe what it must not get, and prints `got …` for what it got.
  func expectNothingGot(
    _ code: String, _ declarations: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let trying = """
      func got(_ name: String, _ isGot: Bool) { if isGot { print("got \\(name)") } }
      \(declarations)
      """
    let attack = try await attack(
      Self.source(inFirstProbe: "\(code)\nprint(\"tried all\"); return []", trying))
    try await expectNoHarm(attack, sourceLocation: sourceLocation)
    #expect(
      attack.printed.split(separator: "\n") == ["tried all"], "\(attack.said)", sourceLocation: sourceLocation)
    #expect(
      attack.statuses == ["failed", "passed", "passed", "passed", "passed"], "\(attack.said)",
      sourceLocation: sourceLocation)
  }
}
