// What a step showed when it last came to a good end: kept beside its library in the cache, and found again by what the
// step and those above it say now.
import Foundation
import LessonDocuments
import StepRecords

public struct RememberedOutput: Codable, Equatable, Sendable {
  /// In the order they came.
  public var records: [Record]
  public var end: RunEvent.StepEnd
  public var date: Date

  /// Bytes; a step that shows more is not remembered.
  private static let mostBytes = 8 << 20

  public init(records: [Record], end: RunEvent.StepEnd, date: Date) {
    self.records = records
    self.end = end
    self.date = date
  }

  /// What `step` showed with this seed; nil if that is not known.
  static func read(_ step: CompiledStep, seed: UInt64) -> RememberedOutput? {
    guard let data = FileManager.default.contents(atPath: path(step, seed)) else { return nil }
    return try? RecordJSON.decode(RememberedOutput.self, from: Array(data))
  }

  /// Whether this would be too much to remember, as far as can be told without writing it down, which takes seconds for
  /// a step that shows that much.
  static func isTooMuch(_ records: [Record]) -> Bool {
    var weight = 0
    return records.contains { record in
      weight += Self.weight(of: record)
      return weight > mostBytes
    }
  }

  /// About how many bytes of JSON a record is, or less.
  private static func weight(of record: Record) -> Int {
    switch record.content {
    case .tensor(let tensor): 200 + 3 * tensor.values.count
    case .attention(let attention): 200 + 3 * attention.values.count
    case .text(let text): 50 + text.text.utf8.count
    case .picture(let picture):
      50 + picture.svg.utf8.count + (picture.chart?.series ?? []).reduce(0) { $0 + 6 * $1.x.count }
    case .value(let value): 50 + value.text.utf8.count
    case .series, .progress, .table, .distribution, .failure: 100
    }
  }

  /// Nothing depends on it: a full disk only makes the step run again.
  func write(for step: CompiledStep, seed: UInt64) {
    guard !Self.isTooMuch(records), let bytes = try? RecordJSON.line(self), bytes.count <= Self.mostBytes else {
      return
    }
    try? Data(bytes).write(to: URL(fileURLWithPath: Self.path(step, seed)), options: .atomic)
  }

  /// How much is logged is not part of what a library is found by.
  private static func path(_ step: CompiledStep, _ seed: UInt64) -> String {
    "\(step.folder)/output-\(step.trace.rawValue)-\(seed).json"
  }
}

extension LessonRunner {
  /// What each step showed when it last came to a good end on this machine, with this source and these steps above it.
  /// Nothing is compiled and nothing runs.
  ///
  /// - Returns: one for each step; nil for those that are not known, and for all below one that was never compiled.
  public func rememberedOutputs() -> [RememberedOutput?] {
    var outputs: [RememberedOutput?] = lesson.steps.map { _ in nil }
    var above: [CompiledStep] = []
    for (index, step) in lesson.steps.enumerated() where step.isRun && step.expectation != .compileError {
      guard let compiled = compiler.cached(step, trace: options.trace ?? step.trace, below: above) else { break }
      outputs[index] = RememberedOutput.read(compiled, seed: lesson.frontMatter.seed ?? 0)
      if step.expectation == .success { above.append(compiled) }
    }
    return outputs
  }
}
