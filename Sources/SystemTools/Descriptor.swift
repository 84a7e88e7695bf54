// File descriptors that close themselves.
import Foundation
internal import StepWire
import Synchronization

/// A descriptor of ours: closed when asked, or when nobody holds it any more.
package final class Descriptor: Sendable {
  package let number: CInt
  private let isOpen = Mutex(true)

  package init(_ number: CInt) { self.number = number }
  deinit { close() }

  package func close() {
    isOpen.withLock { isOpen in
      if isOpen { _ = Foundation.close(number) }
      isOpen = false
    }
  }

  /// What can be read up to the end of the stream, as text.
  package func text(upTo limit: Int) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while bytes.count < limit {
      let count = read(number, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reading and writing end of a new pipe.
  package static func pipe() throws -> (reading: Descriptor, writing: Descriptor) {
    var ends: [CInt] = [0, 0]
    guard make_output_pipe(&ends) == 0 else { throw unavailable("a pipe") }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  /// Two connected sockets that keep message boundaries.
  package static func messageSockets() throws -> (ours: Descriptor, theirs: Descriptor) {
    var ends: [CInt] = [0, 0]
    let type = CInt(SOCK_SEQPACKET.rawValue) | CInt(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw unavailable("a socket") }
    return (Descriptor(ends[0]), Descriptor(ends[1]))
  }

  package static func null() throws -> Descriptor {
    let number = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard number >= 0 else { throw unavailable("/dev/null") }
    return Descriptor(number)
  }

  private static func unavailable(_ what: String) -> EnvironmentError {
    EnvironmentError(.cannotStart(program: what, reason: String(cString: strerror(errno))))
  }
}

/// Asks whoever waits to stop: a flag that `poll` can see. Cancelling is safe in a signal handler.
public final class Cancellation: Sendable {
  private let ends: (reading: Descriptor, writing: Descriptor)

  public init() throws { ends = try Descriptor.pipe() }

  /// Readable while it is cancelled; for `poll`.
  public var waitDescriptor: CInt { ends.reading.number }

  public func cancel() {
    var byte: UInt8 = 1
    _ = write(ends.writing.number, &byte, 1)
  }

  public var isCancelled: Bool {
    var request = pollfd(fd: waitDescriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }

  /// Makes it usable again.
  public func reset() {
    var byte: UInt8 = 0
    while isCancelled { _ = read(waitDescriptor, &byte, 1) }
  }
}
