// A step in a lecture: what its live run shows, what it showed when it was rehearsed, and which of the two is seen.
import Foundation
import LessonDocuments
import Rendering
import StepExecution
import StepRecords
import SystemTools

struct PresentedStep {
  enum Phase {
    /// Nobody asked for it.
    case idle
    /// Asked for; another step has its turn.
    case queued
    /// Its turn; steps above it may have to run first.
    case preparing
    case running
    case ended(seconds: Double)
    case failed(String)
    /// It could not begin.
    case notRun(String)
  }

  /// Why the rehearsed output is seen and not the live one.
  enum StandIn { case failed, slow, chosen, nothingRuns }

  private(set) var phase = Phase.idle
  private(set) var live = Rendering.StepOutput()
  private(set) var standIn: StandIn?
  var rehearsed: RememberedOutput?
  /// When it was asked for.
  private var asked = ContinuousClock.now

  var isBusy: Bool {
    switch phase {
    case .queued, .preparing, .running: true
    case .idle, .ended, .failed, .notRun: false
    }
  }

  /// Whether it has to run before there is anything to see.
  var isNew: Bool { if case .idle = phase { standIn == nil } else { false } }

  var seconds: Double { (ContinuousClock.now - asked).seconds }

  // MARK: What happens

  mutating func ask() {
    self = PresentedStep(rehearsed: rehearsed)
    phase = .queued
  }

  mutating func begin() { if case .queued = phase { phase = .preparing } }

  /// A live run begins: also one that nobody asked for, because a step below needs it.
  mutating func start() {
    if !isBusy { asked = .now }
    (phase, live) = (.running, Rendering.StepOutput())
  }

  mutating func add(_ record: Record) { live.records.append(record) }

  mutating func end(_ end: RunEvent.StepEnd) {
    live.end = end
    switch end.status {
    case .ok: phase = .ended(seconds: seconds)
    case .skipped: phase = .ended(seconds: 0)
    case .failed: fail(.failed(live.failureSentence ?? "it failed"))
    }
  }

  /// It ends without having run, or has ended already.
  mutating func end(_ ending: LiveLesson.Ending) {
    guard isBusy else { return }
    switch ending {
    case .ok, .failed: break
    case .blocked(let name): fail(.notRun("step \(name), above, failed"))
    case .cancelled: fail(.notRun("it was interrupted before it began"))
    case .impossible(let reason): fail(.notRun(reason))
    }
  }

  private mutating func fail(_ failure: Phase) {
    phase = failure
    if standIn == nil, rehearsed != nil { standIn = .failed }
  }

  /// - Parameter patience: seconds.
  mutating func lookAtClock(patience: Double) {
    guard isBusy, standIn == nil, let rehearsed else { return }
    let end = rehearsed.end
    let before = end.compileSeconds + end.linkSeconds + end.runSeconds
    if seconds >= max(patience, 2 * before) { standIn = .slow }
  }

  mutating func showRehearsed(_ reason: StandIn) { standIn = reason }
  mutating func showLive() { standIn = nil }

  // MARK: What is seen

  var shown: Rendering.StepOutput {
    guard standIn != nil, let rehearsed else { return live }
    return Rendering.StepOutput(records: rehearsed.records, end: rehearsed.end)
  }

  /// - Parameter ahead: the step that has its turn.
  func slideOutput(ahead: String?) -> SlideOutput {
    if let standIn, let rehearsed {
      let date = "rehearsed \(DayTime.text(rehearsed.date))"
      return SlideOutput(.rehearsed, records: rehearsed.records, note: date + reason(standIn, ahead: ahead))
    }
    let waits = "waits for step \(ahead ?? "")"
    switch phase {
    case .idle:
      let isRunNever = standIn == .nothingRuns
      return SlideOutput(
        .waiting, note: isRunNever ? "this step has not been rehearsed, and nothing runs here" : "r runs it")
    case .queued: return SlideOutput(.running, note: waits)
    case .preparing: return SlideOutput(.running, note: ahead.map { "first runs step \($0), above" } ?? "compiling")
    case .running:
      return SlideOutput(.running, records: live.records, note: live.records.isEmpty ? "nothing shown yet" : nil)
    case .ended: return SlideOutput(.ended, records: live.records, note: live.end?.note)
    case .notRun(let sentence): return SlideOutput(.notRun, note: sentence)
    case .failed(let sentence):
      let isTold = live.records.contains { if case .failure = $0.content { true } else { false } }
      return SlideOutput(.failed, records: live.records, note: isTold ? nil : sentence)
    }
  }

  private func reason(_ standIn: StandIn, ahead: String?) -> String {
    switch (standIn, phase) {
    case (.nothingRuns, _): "; nothing runs here"
    case (_, .failed(let sentence)): "; the live run failed: \(sentence)"
    case (_, .notRun(let sentence)): "; not run now: \(sentence)"
    case (_, .queued): "; the live run waits for step \(ahead ?? "")"
    case (_, .preparing), (_, .running):
      "; the live run is still going after \(DayTime.whole(seconds: seconds))"
    case (.slow, .ended(let seconds)):
      "; the live run ended after \(DayTime.whole(seconds: seconds)), l shows it"
    case (_, .ended): "; l shows the live run"
    case (_, .idle): ""
    }
  }
}

extension PresentedStep {
  init(rehearsed: RememberedOutput?) { self.rehearsed = rehearsed }
}

extension Rendering.StepOutput {
  /// The first line of what went wrong.
  var failureSentence: String? {
    for record in records {
      guard case .failure(let failure) = record.content else { continue }
      return failure.message.split(separator: "\n").first.map(String.init) ?? "\(failure.reason)"
    }
    return nil
  }
}
