// One place of a step that logs, and what it has logged since it was last sent.
import Glibc
import StepRecords

final class LogSite {
  let step: Int
  let name: String
  let line: Int
  let isMuted: Bool
  let isNested: Bool
  private(set) var count = 0
  private var series = SeriesGathering()
  private var isSeries = true
  private var content: Record.Content?
  private var contentOccurrence = 0
  private var nanosecondsSpent = 0

  init(step: Int, name: String, line: Int, isMuted: Bool, isNested: Bool) {
    self.step = step
    self.name = name
    self.line = line
    self.isMuted = isMuted
    self.isNested = isNested
  }

  /// Adds one value. Numbers are counted in a few nanoseconds. Of other values the latest is kept as a record, made
  /// anew each time until that has cost 50 ms, then at every doubling; the value itself is never kept, since holding
  /// on to it would make the step's next change to it a copy.
  func gather<Value>(_ value: Value) {
    count += 1
    if isSeries, let number = NumberReading.number(value) {
      series.add(number)
      if count == 1 { content = RecordMaking.record(of: value) }
      return
    }
    isSeries = false
    guard nanosecondsSpent < 50_000_000 || count & (count - 1) == 0 else { return }
    let start = Self.nanoseconds()
    content = RecordMaking.record(of: value)
    contentOccurrence = count
    nanosecondsSpent += Self.nanoseconds() - start
  }

  /// What was gathered, as one record; the site starts anew.
  func takeRecord() -> Record? {
    guard count > 0, let content else { return nil }
    defer {
      count = 0
      series = SeriesGathering()
      isSeries = true
      self.content = nil
      nanosecondsSpent = 0
    }
    if count == 1 { return Record(line: line, name: name, content: content) }
    if isSeries { return Record(line: line, name: name, content: .series(series.record)) }
    return Record(line: line, name: name, times: count, occurrence: contentOccurrence, content: content)
  }

  private static func nanoseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

/// A series in bounded memory: when it is full, every other value goes and the stride doubles.
struct SeriesGathering {
  static let capacity = 512
  private var values: [Double] = []
  private var count = 0
  private var stride = 1
  private var last = 0.0
  private var minimum = Double.infinity
  private var maximum = -Double.infinity

  mutating func add(_ value: Double) {
    if count % stride == 0 {
      if values.count == Self.capacity {
        values = Swift.stride(from: 0, to: values.count, by: 2).map { values[$0] }
        stride *= 2
      }
      if count % stride == 0 { values.append(value) }
    }
    count += 1
    last = value
    if value < minimum { minimum = value }
    if value > maximum { maximum = value }
  }

  var record: SeriesRecord {
    SeriesRecord(
      count: count, last: last, minimum: count > 0 && minimum > maximum ? .nan : minimum,
      maximum: count > 0 && minimum > maximum ? .nan : maximum, values: values, stride: stride)
  }
}
