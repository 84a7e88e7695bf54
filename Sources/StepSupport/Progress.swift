// How far a long computation is, told to the reader a few times a second.
import Glibc
import StepRecords

/// Tells the reader how far a long computation is. Call it as often as you like: at most ten calls a second are sent,
/// and the last one (`done == total`) always.
///
/// - Parameters:
///   - done: units done, from 0
///   - total: units in all; 0 if unknown
///   - metrics: latest values, such as `["loss": 1.3]`
public func progress(
  _ done: Int, of total: Int, metrics: [String: Double] = [:], name: String = "", file: StaticString = #fileID,
  line: Int = #line
) {
  sendProgress(done, of: total, metrics: metrics, name: name, seconds: nil, file: file, line: line)
}

/// - Parameter seconds: how long the units done took; nil: since the first call.
func sendProgress(
  _ done: Int, of total: Int, metrics: [String: Double], name: String, seconds: Double?, file: StaticString, line: Int
) {
  guard let run = StepRun.current else { return }
  let now = ProgressClock.seconds()
  let clock = ProgressClock.clocks[name] ?? ProgressClock(started: now, lastSent: -.infinity)
  guard done == total || now - clock.lastSent >= 0.1 else { return }
  ProgressClock.clocks[name] =
    done == total ? nil : ProgressClock(started: clock.started, lastSent: now)
  let record = ProgressRecord(done: done, total: total, metrics: metrics, seconds: seconds ?? now - clock.started)
  run.show(.progress(record), name: name, file: file, line: line)
}

private struct ProgressClock {
  var started: Double
  var lastSent: Double

  /// By the computation's name; a step reports from its main thread.
  nonisolated(unsafe) static var clocks: [String: ProgressClock] = [:]

  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
