// Running a tool to its end: compiler, linker, symbolizer, and what fetches models.
import Foundation

package enum ToolProcess {
  package struct Result {
    /// The exit status, or 128 + the signal that ended it.
    package var status: Int32
    /// Standard output and standard error, as they came; standard error alone where `bytes` holds the other.
    package var output: String
    package var seconds: Double
    /// Standard output, if it was asked for by itself.
    package var bytes: [UInt8] = []
    /// Whether it was ended because its time was over, or because it said more than was asked for.
    package var wentOver = false
  }

  /// Runs a tool and gathers what it says.
  ///
  /// - Parameters:
  ///   - supervisor: the step host, which ends the tool when lectern ends, even by SIGKILL; nil to do without.
  ///   - environment: more than, or instead of, our own variables.
  ///   - box: what it is started in; its environment is then empty.
  ///   - seconds: when it is ended; nil for never.
  ///   - mostBytes: how much of standard output to keep by itself; more ends the tool. nil to mix it with standard error.
  ///   - cancellation: ends the tool from another thread; its status is then 130.
  ///   - whileRunning: called about five times a second.
  package static func run(
    _ tool: String, _ arguments: [String], supervisor: String?, environment: [String: String] = [:],
    box: BoxCommand? = nil, seconds: Double? = nil, mostBytes: Int? = nil, cancellation: Cancellation? = nil,
    whileRunning: (() -> Void)? = nil
  ) throws -> Result {
    let start = ContinuousClock.now
    let output = try Descriptor.pipe()
    let separate = try mostBytes.map { _ in try Descriptor.pipe() }
    let lifeline = try Descriptor.messageSockets()
    let settings = try box?.settings()
    let child = try ChildProcess(
      (supervisor.map { [$0, "--tool"] } ?? []) + (box?.launcher ?? []) + [tool] + arguments,
      environment: box == nil ? ProcessInfo.processInfo.environment.merging(environment) { $1 } : [:],
      descriptors: [
        lifeline.theirs.number, (separate ?? output).writing.number, output.writing.number,
      ] + (settings.map { [$0.number] } ?? []))
    for theirs in [lifeline.theirs, output.writing, separate?.writing, settings].compactMap({ $0 }) { theirs.close() }

    var text: [UInt8] = []
    var bytes: [UInt8] = []
    var isCancelled = false
    var wentOver = false
    var isOpen = [true, separate != nil]
    let end = {
      lifeline.ours.close()
      if supervisor == nil { kill(child.pid, SIGKILL) }
    }
    while isOpen.contains(true) {
      var requests = [
        pollfd(fd: isOpen[0] ? output.reading.number : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isOpen[1] ? separate?.reading.number ?? -1 : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isCancelled ? -1 : cancellation?.waitDescriptor ?? -1, events: Int16(POLLIN), revents: 0),
      ]
      _ = poll(&requests, nfds_t(requests.count), whileRunning == nil && seconds == nil ? -1 : 200)
      whileRunning?()
      if requests[2].revents != 0 {
        isCancelled = true
        end()
      }
      if let seconds, !wentOver, (ContinuousClock.now - start).seconds > seconds {
        wentOver = true
        end()
      }
      if requests[0].revents != 0 { isOpen[0] = read(from: output.reading, to: &text, most: 1 << 20) != nil }
      if requests[1].revents != 0, let separate {
        let isWhole = read(from: separate.reading, to: &bytes, most: mostBytes ?? 0)
        isOpen[1] = isWhole != nil
        if isWhole == false, !wentOver {
          wentOver = true
          end()
        }
      }
    }
    let status = child.wait()
    return Result(
      status: isCancelled ? 130 : status, output: String(decoding: text, as: UTF8.self),
      seconds: (ContinuousClock.now - start).seconds, bytes: bytes, wentOver: wentOver)
  }

  /// Reads once. nil at the end of the stream; false when there was more than may be kept.
  private static func read(from descriptor: Descriptor, to bytes: inout [UInt8], most: Int) -> Bool? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = Foundation.read(descriptor.number, &buffer, buffer.count)
    if count < 0 && errno == EINTR { return true }
    guard count > 0 else { return nil }
    let room = max(0, most - bytes.count)
    bytes += buffer[..<min(room, count)]
    return count <= room
  }
}

extension Duration {
  /// As a number, for sums and for people.
  public var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
