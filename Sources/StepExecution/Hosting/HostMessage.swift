// What the step host's processes say; see StepWire.h for the words.
import Foundation
import StepWire
import SystemTools

package enum HostMessage: Equatable, Sendable {
  case ready
  case failed(String)
  case born(pid_t)
  case unborn(String)
  case ended(pid_t, status: Int32)
  case done(leftOver: Int, isIntact: Bool)
  case threw([Frame])
  case exited(status: Int32, [Frame])
  case signal(Int32, [Frame])
  /// It forks more often than this.
  case forked(Int32)

  /// A place in a library: `address` counts from where the library is loaded.
  package struct Frame: Equatable, Sendable {
    package var address: UInt64
    package var library: String
  }

  /// nil for anything that is not a message of the host's.
  init?(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let number = lines.count > 1 ? Int32(lines[1]) : nil
    let frames = lines.dropFirst(2).compactMap { line -> Frame? in
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let address = UInt64(parts[0], radix: 16) else { return nil }
      return Frame(address: address, library: String(parts[1]))
    }
    switch (lines[0], number) {
    case ("ready", _): self = .ready
    case ("failed", _): self = .failed(lines.dropFirst().joined(separator: "\n"))
    case ("unborn", _): self = .unborn(lines.dropFirst().joined(separator: "\n"))
    case ("born", let pid?): self = .born(pid)
    case ("ended", let pid?): self = .ended(pid, status: lines.count > 2 ? Int32(lines[2]) ?? 0 : 0)
    case ("done", let leftOver?): self = .done(leftOver: Int(leftOver), isIntact: lines.count > 2 && lines[2] == "1")
    case ("threw", _): self = .threw(frames)
    case ("exited", let status?): self = .exited(status: status, frames)
    case ("signal", let signal?): self = .signal(signal, frames)
    case ("forked", let limit?): self = .forked(limit)
    default: return nil
    }
  }

  enum Reading: Equatable {
    case message(HostMessage)
    /// Nothing now, or nothing that can be understood.
    case nothing
    case hangUp
  }

  /// Waits for the next message on a control socket.
  ///
  /// - Parameter milliseconds: how long at most; nil for as long as it takes. Whoever runs a step may be kept from
  ///   answering by it.
  static func read(from socket: Descriptor, waitingAtMost milliseconds: Int32? = nil) -> Reading {
    if let milliseconds {
      var request = pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, milliseconds) > 0 else { return .nothing }
    }
    var text = [CChar](repeating: 0, count: Int(message_limit))
    let length = receive_message(socket.number, &text, text.count, nil)
    if length == 0 { return .hangUp }
    guard length > 0 else { return .nothing }
    return HostMessage(String(decoding: text[..<length].map { UInt8(bitPattern: $0) }, as: UTF8.self))
      .map(Reading.message) ?? .nothing
  }
}
