// Numbers of runs as text: values with their intervals, times, names.
import Evaluation
import Experiments
import Foundation
import Rendering

struct RunNumbers {
  private let text: NumberText
  private let options: TextOptions

  init(_ options: TextOptions) { (self.options, text) = (options, NumberText(options)) }

  func number(_ value: Double) -> String { text.short(value, digits: 3) }

  /// `0.62 (0.48 to 0.74)`; the value alone where nothing is known of its interval.
  func estimate(_ estimate: Estimate) -> String {
    guard estimate.low < estimate.high else { return number(estimate.value) }
    guard estimate.low.isFinite, estimate.high.isFinite else { return "\(number(estimate.value)) (any)" }
    return "\(number(estimate.value)) (\(end(estimate.low)) to \(end(estimate.high)))"
  }

  /// An interval is not known to more digits.
  private func end(_ value: Double) -> String { text.short(value, digits: 2) }

  /// With a sign: a difference.
  func difference(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }

  func count(_ count: Int) -> String { text.count(count) }

  func counted(_ count: Int, _ noun: String) -> String { text.counted(count, noun) }

  func seconds(_ seconds: Double) -> String { text.duration(seconds) }

  /// What tables call a run: its folder as seen from the listed one.
  static func name(_ run: RecordedRun, in folder: String) -> String {
    let prefix = RunFolder(folder).path + "/"
    return run.folder.path.hasPrefix(prefix) ? String(run.folder.path.dropFirst(prefix.count)) : run.name
  }

  /// When the run's folder was written last.
  static func when(_ run: RecordedRun) -> Date? {
    [run.folder.state, run.folder.log].compactMap {
      (try? FileManager.default.attributesOfItem(atPath: $0))?[.modificationDate] as? Date
    }.max()
  }

  /// `2026-11-28 17:03`, here.
  static func minute(_ date: Date) -> String {
    var (time, parts) = (time_t(date.timeIntervalSince1970), tm())
    localtime_r(&time, &parts)
    var bytes = [CChar](repeating: 0, count: 32)
    strftime(&bytes, bytes.count, "%Y-%m-%d %H:%M", &parts)
    return String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
