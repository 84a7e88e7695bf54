// Keys pressed in the notes' terminal, for the slides: a named pipe in the presentation's private folder.
import Foundation

enum RemoteKey: UInt8, Sendable {
  case next = 0x6e
  case back = 0x70
  case black = 0x62

  /// - Returns: false if nobody listens.
  func send(to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var byte = rawValue
    return write(descriptor, &byte, 1) == 1
  }
}

/// The end of the pipe at the slides.
final class RemoteControl {
  let path: String

  /// Listens until the process ends. nil if the pipe cannot be made: slides are shown all the same.
  init?(at path: String, inbox: PresentationInbox) {
    self.path = path
    unlink(path)
    guard mkfifo(path, 0o600) == 0 else { return nil }
    // Open for writing too, so that there is no end of the stream when the notes close theirs.
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else {
      unlink(path)
      return nil
    }
    let thread = Thread {
      var byte: UInt8 = 0
      while read(descriptor, &byte, 1) == 1 || errno == EINTR {
        if let key = RemoteKey(rawValue: byte) { inbox.add(.remote(key)) }
      }
    }
    thread.name = "remote"
    thread.stackSize = 1 << 20
    thread.start()
  }

  func end() { unlink(path) }
}
