// Files that are looked at again and again until one changes: those of a lesson, or of an exercise.
import Foundation
import LessonDocuments
import SystemTools

/// Editors save in many ways (in place, by renaming, through links): looking at the files sees them all.
struct WatchedFiles {
  enum Change: Equatable {
    /// A file is another than before, and quiet again.
    case saved
    /// A file has been away for longer than a save takes. Told once.
    case gone(path: String)
  }

  /// What was last told of each path.
  private var told: [String: State]
  private var paths: [String]
  /// What was seen when it was last looked, if that was something new: another look has to find the same.
  private var seen: [State]?
  private var goneSince: ContinuousClock.Instant?
  private var isGoneTold = false
  private var lastLook = ContinuousClock.now

  /// How long between two looks, in milliseconds.
  static let interval = 50
  /// A file that is away for less than this is being saved.
  private static let saving = Duration.seconds(1)

  /// - Parameter paths: absolute.
  init(_ paths: [String]) {
    self.paths = paths
    told = Dictionary(paths.map { ($0, State($0)) }) { $1 }
  }

  /// The lesson's file and what it includes.
  init(of lesson: Lesson, source: LessonSource) { self.init(Self.paths(of: lesson, source)) }

  /// Looks at the files of a lesson as it is now. What was saved since it was read is not overlooked.
  mutating func follow(_ lesson: Lesson, source: LessonSource) {
    paths = Self.paths(of: lesson, source)
    for path in paths where told[path] == nil { told[path] = State(path) }
    seen = nil
  }

  /// What has happened since it was last asked; nil if nothing has, or if it was asked a moment ago.
  mutating func change() -> Change? {
    let now = ContinuousClock.now
    guard now - lastLook >= .milliseconds(Self.interval) else { return nil }
    lastLook = now
    let states = paths.map(State.init)
    if let missing = states.firstIndex(where: { !$0.isThere }) {
      seen = nil
      let since = goneSince ?? now
      goneSince = since
      guard !isGoneTold, now - since >= Self.saving else { return nil }
      isGoneTold = true
      return .gone(path: paths[missing])
    }
    let isBack = isGoneTold
    goneSince = nil
    guard isBack || states != paths.map({ told[$0] }) else {
      seen = nil
      return nil
    }
    guard states == seen else {
      seen = states
      return nil
    }
    for (path, state) in zip(paths, states) { told[path] = state }
    (seen, isGoneTold) = (nil, false)
    return .saved
  }

  private static func paths(of lesson: Lesson, _ source: LessonSource) -> [String] {
    let included = Set(lesson.steps.filter { $0.include != nil }.map(\.source.file)).subtracting([lesson.path])
    return [source.absolutePath] + included.sorted().map { $0.hasPrefix("/") ? $0 : "\(source.root)/\($0)" }
  }

  /// What the system says of a file. The mode is a part of it: who may read it again reads it again.
  private struct State: Equatable {
    var isThere: Bool
    var words = ""

    init(_ path: String) {
      var status = stat()
      isThere = stat(path, &status) == 0
      guard isThere else { return }
      words =
        "\(status.st_dev) \(status.st_ino) \(status.st_mode) \(status.st_size) \(status.st_mtim.tv_sec)."
        + "\(status.st_mtim.tv_nsec)"
    }
  }
}
