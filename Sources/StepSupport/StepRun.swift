// The running step's log: turns what the compiler logs into records.
//
// A value at the top level of the step is sent at once. A value inside braces may come a million times: it is gathered
// at its site, and sent when the top level goes on, as a series or as its last value.
import Glibc
import StepRecords

final class StepRun {
  /// Set by the host around a step. A step's process logs from its main thread; other threads that a step may start
  /// are kept apart by `lock`.
  nonisolated(unsafe) static var current: StepRun?

  /// While the log is being changed: a step that is stopped there is asked again a moment later.
  static var isBusy: Bool {
    get { busy.pointee }
    set { busy.pointee = newValue }
  }

  /// Behind a pointer, as the lock is: a step may be stopped in the middle of setting it, and looking at a variable
  /// then would be a violation of exclusive access.
  nonisolated(unsafe) private static let busy = {
    let busy = UnsafeMutablePointer<Bool>.allocate(capacity: 1)
    busy.initialize(to: false)
    return busy
  }()

  let configuration: StepConfiguration
  private let writer: StepWriter
  private var sites: [SiteKey: LogSite] = [:]
  private var pending: [LogSite] = []
  private var series: [LogSite] = []
  private var latest: LogSite?
  private var latestKey: SiteKey?
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var isLogging = false

  init(configuration: StepConfiguration, writer: StepWriter) {
    self.configuration = configuration
    self.writer = writer
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, CInt(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(lock, &attributes)
  }

  deinit { lock.deallocate() }

  func log<Value>(_ value: Value, name: String, id: Int, step: Int, place: SitePlace) {
    guard configuration.trace != .off else { return }
    let wasBusy = begin()
    defer { end(wasBusy) }
    // A description that logs in its turn would never end.
    guard !isLogging else { return }
    let site = self.site(SiteKey(id: id, step: step), name: name, place: place, type: Value.self)
    guard !site.isMuted else { return }
    isLogging = true
    defer { isLogging = false }
    if site.isNested {
      if site.count == 0 { pending.append(site) }
      site.gather(value)
    } else {
      flush()
      let content = RecordMaking.record(of: value)
      writer.send(Record(line: site.line, name: site.name, content: content), step: step)
    }
  }

  /// Sends a record that the step asked for. `file` is the caller's `#fileID`: `Step_3/Step_3.swift` in step 3.
  func show(_ content: Record.Content, name: String, file: StaticString, line: Int) {
    let wasBusy = begin()
    defer { end(wasBusy) }
    let step = Self.step(of: file)
    // What a loop logs stays one series, whatever is shown between.
    let isProgress = if case .progress = content { true } else { false }
    if !isProgress, !isInBlock(line: line, step: step) { flush() }
    writer.send(Record(line: step == nil ? nil : line, name: name, content: content), step: step ?? 0)
  }

  /// Adds a number to the series of that name and line, which is sent when the top level of the step goes on.
  ///
  /// - Parameter isFirst: whether it begins another series; what came before is sent.
  func gather(_ number: Double, isFirst: Bool, name: String, file: StaticString, line: Int) {
    let wasBusy = begin()
    defer { end(wasBusy) }
    let step = Self.step(of: file)
    let found = series.firstIndex { $0.name == name && $0.step == step ?? 0 && $0.line == line }
    if let found, !isFirst {
      series[found].gather(number)
      return
    }
    if let found { send(series.remove(at: found)) }
    let site = LogSite(step: step ?? 0, name: name, line: line, isMuted: false, isNested: true)
    site.gather(number)
    series.append(site)
  }

  private func begin() -> Bool {
    pthread_mutex_lock(lock)
    defer { Self.isBusy = true }
    return Self.isBusy
  }

  private func end(_ wasBusy: Bool) {
    Self.isBusy = wasBusy
    pthread_mutex_unlock(lock)
  }

  /// The number of the step whose source a `#fileID` names; nil if it is not that of a step.
  private static func step(of file: StaticString) -> Int? {
    let module = file.description.prefix { $0 != "/" }
    return module.hasPrefix("Step_") ? Int(module.dropFirst("Step_".count)) : nil
  }

  /// Whether a line lies inside a brace block of the running step, below the line that opens it.
  private func isInBlock(line: Int, step: Int?) -> Bool {
    step == configuration.step
      && configuration.nested.contains { $0.start.line < line && line <= $0.end.line }
  }

  func send(_ answer: ProbeAnswer) { writer.send(answer) }

  func sendFailure(_ message: String) {
    flush()
    writer.send(Record(content: .failure(FailureRecord(reason: .thrown, message: message))), step: 0)
  }

  /// Sends what is held back; nothing when the step ended in the middle of a change of the log.
  func finish() {
    guard !Self.isBusy else { return }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    flush()
  }

  private func flush() {
    guard !pending.isEmpty || !series.isEmpty else { return }
    for site in series + pending { send(site) }
    (pending, series) = ([], [])
  }

  private func send(_ site: LogSite) {
    guard var record = site.takeRecord() else { return }
    if site.step == 0 { record.line = nil }
    writer.send(record, step: site.step)
  }

  private func site(_ key: SiteKey, name: String, place: SitePlace, type: Any.Type) -> LogSite {
    if key == latestKey, let latest { return latest }
    let found = sites[key] ?? makeSite(key, name: name, place: place, type: type)
    sites[key] = found
    latestKey = key
    latest = found
    return found
  }

  private func makeSite(_ key: SiteKey, name: String, place: SitePlace, type: Any.Type) -> LogSite {
    let start = Place(line: place.startLine, column: place.startColumn)
    // Code of another step that runs now is the body of a function.
    let isForeign = key.step != configuration.step
    let isInFunction = isForeign || configuration.muted.contains { $0.contains(start) }
    let isMuted =
      type == Void.self || type == Never.self || name.hasPrefix("__builtin_pg_")
      || (configuration.trace == .top && isInFunction)
    let excerpt = name.isEmpty && !isMuted && !isForeign
    return LogSite(
      step: key.step, name: excerpt ? SourceExcerpt.text(of: place, in: configuration.sourcePath) : name,
      line: place.startLine, isMuted: isMuted,
      isNested: isForeign || configuration.nested.contains { $0.contains(start) })
  }
}

/// A place that logs: the compiler's number for it, which is unique only in its step.
private struct SiteKey: Hashable {
  var id: Int
  var step: Int
}

/// Where a logged piece of source stands; lines and columns from 1, the end as the compiler gives it.
struct SitePlace {
  var startLine: Int
  var startColumn: Int
  var endLine: Int
  var endColumn: Int
}
