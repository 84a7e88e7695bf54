// What a presentation shows at this moment, as its notes read it.
import Foundation
import Grading
import Rendering
import StepExecution

struct PresenterState: Codable, Equatable {
  var presenter: ProcessIdentity
  /// Seconds since 1970.
  var started: Double
  var place: SlidePlace
  var isBlack: Bool
  /// What runs, what failed.
  var status: String
  /// A pipe for the keys of the notes' terminal; nil if there is none.
  var remote: String?

  /// nil if no presentation has said anything, or none that is still there.
  static func read(_ path: String) -> PresenterState? {
    latest(path).flatMap { $0.presenter.isAlive ? $0 : nil }
  }

  /// Removes what a presentation left behind that was killed.
  static func sweep(_ path: String) {
    guard let state = latest(path), !state.presenter.isAlive else { return }
    if let remote = state.remote { unlink(remote) }
    unlink(path)
  }

  private static func latest(_ path: String) -> PresenterState? {
    FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode(PresenterState.self, from: $0) }
  }

  /// Takes the place of what an older presentation says; what a newer one says stays.
  func write(_ path: String) {
    if let other = Self.read(path), other.presenter != presenter, other.started > started { return }
    // Notes that cannot follow must not stop a lecture.
    guard let data = try? JSONEncoder().encode(self) else { return }
    try? WholeFile.replace(path, with: Array(data), mode: 0o600)
  }

  func remove(_ path: String) {
    if Self.read(path)?.presenter == presenter { unlink(path) }
  }
}

/// A process, also when its number has been given to another since.
struct ProcessIdentity: Codable, Equatable {
  var pid: pid_t
  /// Ticks since the machine started, as the kernel counts them.
  var start: String

  static var own: ProcessIdentity { ProcessIdentity(pid: getpid(), start: start(of: getpid()) ?? "") }

  var isAlive: Bool { Self.start(of: pid) == start }

  /// Field 22 of proc_pid_stat(5); nil if there is no such process.
  private static func start(of pid: pid_t) -> String? {
    guard let text = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8),
      let name = text.lastIndex(of: ")")
    else { return nil }
    let fields = text[name...].split(separator: " ")
    // The first of these is the third.
    return fields.count > 20 && fields[1] != "Z" ? String(fields[20]) : nil
  }
}
