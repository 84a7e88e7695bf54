// Where a presentation says what it shows, so that notes can follow: a folder that only this user can read.
import Foundation
import Hashing
import StepExecution

struct PresentationFolder {
  let path: String

  /// `lectern` in the session's runtime folder (XDG Base Directory Specification), else in the temporary folder.
  ///
  /// - Throws: `UsageFailure` if it cannot be made, or belongs to somebody else.
  init(environment: [String: String] = ProcessInfo.processInfo.environment) throws {
    if let runtime = environment["XDG_RUNTIME_DIR"], runtime.hasPrefix("/"), access(runtime, W_OK) == 0 {
      path = "\(runtime)/lectern"
    } else {
      path = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-\(getuid())").path
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw UsageFailure("cannot make the folder \(path): \(String(cString: strerror(errno)))")
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid(),
      status.st_mode & 0o077 == 0
    else { throw UsageFailure("the folder \(path) is not yours alone; remove it, or name another in XDG_RUNTIME_DIR") }
  }

  /// The state of the newest presentation of a lesson.
  func stateFile(of lesson: LessonSource) -> String { "\(path)/\(key(lesson)).json" }

  /// The pipe through which the notes' terminal presses keys.
  func remote(of lesson: LessonSource, pid: pid_t) -> String { "\(path)/\(key(lesson))-\(pid).keys" }

  private func key(_ lesson: LessonSource) -> String {
    String(SHA256.hexadecimal(of: Array(lesson.absolutePath.utf8)).prefix(32))
  }
}
