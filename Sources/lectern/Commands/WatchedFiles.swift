// Files that are looked at until one changes: those of a lesson, or of an exercise.
import Foundation
import LessonDocuments

struct WatchedFiles {
  private let paths: [String]
  private var states: [String]

  /// - Parameter paths: absolute.
  init(_ paths: [String]) {
    self.paths = paths
    states = paths.map(Self.state)
  }

  /// The lesson's file and what it includes.
  init(of lesson: Lesson, source: LessonSource) {
    let included = lesson.steps.filter { $0.include != nil }.map(\.source.file)
    self.init([source.absolutePath] + Set(included).sorted().map { $0.hasPrefix("/") ? $0 : "\(source.root)/\($0)" })
  }

  /// Waits until a file changes and is quiet again. False when interrupted.
  ///
  /// Editors save in many ways (in place, by renaming, through links): looking at the files ten times a second sees
  /// them all.
  mutating func waitForChange(interrupt: Interrupt) -> Bool {
    while true {
      if interrupt.cancellation.isCancelled { return false }
      usleep(100_000)
      let now = paths.map(Self.state)
      // A file that is gone for a moment is being saved.
      guard now != states, !now.contains("") else { continue }
      states = now
      usleep(30_000)
      if paths.map(Self.state) == now { return true }
    }
  }

  private static func state(of path: String) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { return "" }
    return "\(status.st_ino) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
  }
}
