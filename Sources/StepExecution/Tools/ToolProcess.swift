// Running a tool to its end: compiler, linker, symbolizer, and what fetches models.
import Foundation

package enum ToolProcess {
  package struct Result {
    /// The exit status, or 128 + the signal that ended it.
    package var status: Int32
    /// Standard output and standard error, as they came.
    package var output: String
    package var seconds: Double
  }

  /// Runs a tool and gathers what it says.
  ///
  /// - Parameters:
  ///   - supervisor: the step host, which ends the tool when lectern ends, even by SIGKILL; nil to do without.
  ///   - environment: more than, or instead of, our own variables.
  ///   - cancellation: ends the tool from another thread; its status is then 130.
  ///   - whileRunning: called about five times a second.
  package static func run(
    _ tool: String, _ arguments: [String], supervisor: String?, environment: [String: String] = [:],
    cancellation: Cancellation? = nil, whileRunning: (() -> Void)? = nil
  ) throws -> Result {
    let start = ContinuousClock.now
    let output = try Descriptor.pipe()
    let lifeline = try Descriptor.messageSockets()
    let child = try ChildProcess(
      (supervisor.map { [$0, "--tool"] } ?? []) + [tool] + arguments,
      environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
      descriptors: [lifeline.theirs.number, output.writing.number, output.writing.number])
    lifeline.theirs.close()
    output.writing.close()

    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    var isCancelled = false
    while true {
      var requests = [pollfd(fd: output.reading.number, events: Int16(POLLIN), revents: 0)]
      if let cancellation, !isCancelled {
        requests.append(pollfd(fd: cancellation.waitDescriptor, events: Int16(POLLIN), revents: 0))
      }
      let answers = poll(&requests, nfds_t(requests.count), whileRunning == nil ? -1 : 200)
      whileRunning?()
      guard answers > 0 else { continue }
      if requests.count > 1 && requests[1].revents != 0 {
        isCancelled = true
        lifeline.ours.close()
        if supervisor == nil { kill(child.pid, SIGKILL) }
      }
      guard requests[0].revents != 0 else { continue }
      let count = read(output.reading.number, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      if bytes.count < 1 << 20 { bytes += buffer[..<count] }
    }
    let status = child.wait()
    return Result(
      status: isCancelled ? 130 : status, output: String(decoding: bytes, as: UTF8.self),
      seconds: (ContinuousClock.now - start).seconds)
  }
}

extension Duration {
  /// As a number, for sums and for people.
  public var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}
