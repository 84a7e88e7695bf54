// How long steps take on this machine; medians over repetitions.
import Foundation
import LessonDocuments
import StepExecution
import StepRecords
import SystemTools

struct StepBench {
  let environment: StepEnvironment
  let repetitions: Int

  struct Result: Encodable {
    var coldSeconds = 0.0
    var cachedSeconds = 0.0
    var tenStepLessonSeconds = 0.0
    var rerunOverheadSeconds = 0.0
    var millionValuesSeconds = 0.0
  }

  private static let smallStep = """
    let x = Tensor([1, 2, 3])
    let y = x * 2 + 1
    y.sum()
    """

  func measure() throws -> Result {
    var result = Result()
    result.coldSeconds = try median { try seconds(of: [Self.smallStep], usesCache: false)[0] }
    _ = try seconds(of: [Self.smallStep], usesCache: true)
    result.cachedSeconds = try median { try seconds(of: [Self.smallStep], usesCache: true)[0] }
    result.tenStepLessonSeconds = try tenStepLesson()
    result.rerunOverheadSeconds = try rerunOverhead()
    let loop = { (trace: String) in "var total = 0.0\nfor i in 0..<1_000_000 { total += Double(i) }\n// \(trace)" }
    let logged = try median { try seconds(of: [loop("logged")], usesCache: true, trace: .top)[0] }
    let plain = try median { try seconds(of: [loop("plain")], usesCache: true, trace: .off)[0] }
    result.millionValuesSeconds = logged - plain
    return result
  }

  private func median(_ measure: () throws -> Double) throws -> Double {
    let values = try (0..<repetitions).map { _ in try measure() }.sorted()
    return values[values.count / 2]
  }

  // MARK: Lessons

  private func lesson(_ sources: [String]) -> Lesson {
    let place = SourcePosition(line: 1, column: 1)
    let steps = sources.enumerated().map { index, text in
      Step(
        number: index + 1, source: SourceText(text: text, file: "bench.md", firstLine: 1, columnOffsets: []),
        range: SourceRange(start: place, end: place))
    }
    return Lesson(
      path: "bench.md", title: "bench", frontMatter: FrontMatter(), document: MarkdownNode(.document), steps: steps)
  }

  /// Wall time of each step, from asking for it to its end.
  private func seconds(of sources: [String], usesCache: Bool, trace: Step.Trace = .top) throws -> [Double] {
    var failure: String?
    let runner = LessonRunner(
      lesson(sources), root: "/", environment: environment, options: RunOptions(trace: trace, usesCache: usesCache)
    ) { event in
      if case .record(_, let record) = event, case .failure(let found) = record.content { failure = found.message }
    }
    // The step host starts once a lesson, not once a step.
    try runner.prepare()
    return try sources.indices.map { index in
      let start = ContinuousClock.now
      try runner.run(index)
      if let failure { throw UsageFailure("the measured step failed: \(failure)") }
      return (ContinuousClock.now - start).seconds
    }
  }

  private func rerunOverhead() throws -> Double {
    let big = "let state = [UInt8](repeating: 1, count: 500_000_000)\nstate.count"
    let small = "let nothing = 0\nnothing"
    return try rerunSeconds(above: big) - rerunSeconds(above: small)
  }

  private func rerunSeconds(above first: String) throws -> Double {
    let runner = LessonRunner(
      lesson([first, "let z = 1 + 1"]), root: "/", environment: environment, onEvent: { _ in })
    guard try runner.run() else { throw UsageFailure("the measured step failed") }
    return try median {
      let start = ContinuousClock.now
      try runner.run(1)
      return (ContinuousClock.now - start).seconds
    }
  }

  /// The whole process, as a reader starts it.
  private func tenStepLesson() throws -> Double {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-bench-\(getpid())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let steps = (1...10).map { "```swift\nlet v\($0) = Tensor([1, 2, 3]) * \($0)\n```\n" }
    let path = folder.appendingPathComponent("ten.md")
    try Data(("# Ten\n\n" + steps.joined(separator: "\n")).utf8).write(to: path)
    let executable = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let run = {
      let null = open("/dev/null", O_RDWR | O_CLOEXEC)
      defer { close(null) }
      let child = try ChildProcess(
        [executable, "run", path.path, "--format", "json"], environment: ProcessInfo.processInfo.environment,
        descriptors: [null, null, STDERR_FILENO])
      guard child.wait() == 0 else { throw UsageFailure("the measured lesson failed") }
    }
    try run()
    return try median {
      let start = ContinuousClock.now
      try run()
      return (ContinuousClock.now - start).seconds
    }
  }
}
