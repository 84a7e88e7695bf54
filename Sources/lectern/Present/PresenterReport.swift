// Tells the notes what is on the slides, for as long as they are shown.
import Foundation
import Rendering

final class PresenterReport {
  /// Why notes cannot follow, or follow somebody else no more; empty if all is well.
  let warning: String
  private let path: String?
  private let remote: RemoteControl?
  private var state: PresenterState

  init(_ source: LessonSource, started: Date, inbox: PresentationInbox) {
    state = PresenterState(
      presenter: .own, started: started.timeIntervalSince1970, place: SlidePlace(), isBlack: false, status: "")
    do {
      let folder = try PresentationFolder()
      let path = folder.stateFile(of: source)
      self.path = path
      remote = RemoteControl(at: folder.remote(of: source, pid: getpid()), inbox: inbox)
      state.remote = remote?.path
      PresenterState.sweep(path)
      let other = PresenterState.read(path)?.presenter.pid
      warning = other.map { "also presented by process \($0); notes follow here" } ?? ""
      state.write(path)
    } catch {
      (path, remote) = (nil, nil)
      warning = "notes cannot follow: \(ExitStatus.message(for: error))"
    }
  }

  /// Before anything is written to a terminal that may be gone, which ends the process.
  func end() {
    if let path { state.remove(path) }
    remote?.end()
  }

  func tell(_ place: SlidePlace, isBlack: Bool, status: String) {
    guard let path else { return }
    var now = state
    (now.place, now.isBlack, now.status) = (place, isBlack, status)
    guard now != state else { return }
    state = now
    state.write(path)
  }
}
