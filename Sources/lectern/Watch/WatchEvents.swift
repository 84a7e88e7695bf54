// What can happen while something is watched: a key, a save, the work's word, the wish to stop.
import Foundation

enum WatchEvent: Equatable {
  case key(Key)
  case file(WatchedFiles.Change)
  /// The worker has given something out or has ended.
  case work
  case resized
  case interrupted
  /// The terminal is gone.
  case endOfInput
}

/// Waits for whichever comes first.
struct WatchEvents {
  let interrupt: Interrupt
  /// nil where nobody sits at a terminal.
  let keys: KeyReader?

  func next(_ files: inout WatchedFiles, or descriptor: CInt) -> WatchEvent {
    while true {
      // Asked first: much output must not keep a save from being seen.
      if let change = files.change() { return .file(change) }
      if let event = keys.map({ wait(for: $0, descriptor) }) ?? wait(descriptor) { return event }
    }
  }

  private func wait(for keys: KeyReader, _ descriptor: CInt) -> WatchEvent? {
    switch keys.next(timeout: WatchedFiles.interval, or: descriptor) {
    case nil: nil
    case .ready: .work
    case .resized: .resized
    case .interrupt: .interrupted
    case .endOfInput: .endOfInput
    case .some(let key): .key(key)
    }
  }

  private func wait(_ descriptor: CInt) -> WatchEvent? {
    var requests = [interrupt.descriptor, descriptor].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    guard poll(&requests, nfds_t(requests.count), CInt(WatchedFiles.interval)) > 0 else { return nil }
    return requests[0].revents != 0 ? .interrupted : .work
  }
}
