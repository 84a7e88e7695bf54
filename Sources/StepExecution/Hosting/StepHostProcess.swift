// The step host: the process that loads the library once and forks the states of a run.
import Foundation
import SystemTools

/// Ends, with everything that stands on it, when nobody holds it any more, and when lectern ends.
package final class StepHostProcess: Sendable {
  private let process: ChildProcess
  private let control: Descriptor

  let isBoxed: Bool

  var pid: pid_t { process.pid }

  private init(process: ChildProcess, control: Descriptor, isBoxed: Bool) {
    self.process = process
    self.control = control
    self.isBoxed = isBoxed
  }

  func end() { kill(process.pid, SIGKILL) }

  deinit {
    control.close()
    // What runs in a box is not asked to end.
    if isBoxed { end() }
    process.wait()
  }

  /// Starts a host and waits until it has loaded the library.
  ///
  /// - Parameters:
  ///   - workingFolder: where the steps' relative paths start.
  ///   - box: what the host is started in, with its environment; nil for the machine as it is.
  /// - Returns: the state before the first step.
  /// - Throws: `EnvironmentError` if it cannot start.
  package static func start(
    library: LibraryBuild, toolchain: Toolchain, workingFolder: String, box: BoxCommand? = nil
  ) throws -> LivingState {
    let sockets = try Descriptor.messageSockets()
    let null = try Descriptor.null()
    let complaints = try Descriptor.pipe()
    let settings = try box?.settings()
    let process = try ChildProcess(
      (box?.launcher ?? []) + [library.host, workingFolder, library.library],
      environment: box == nil ? environment(toolchain: toolchain) : [:],
      descriptors: [sockets.theirs.number, null.number, complaints.writing.number]
        + (settings.map { [$0.number] } ?? []))
    sockets.theirs.close()
    complaints.writing.close()
    settings?.close()
    let host = StepHostProcess(process: process, control: sockets.ours, isBoxed: box != nil)
    while true {
      switch HostMessage.read(from: sockets.ours) {
      case .message(.ready): return LivingState(control: sockets.ours, below: nil, host: host)
      case .message(.failed(let reason)): throw EnvironmentError(.hostFailed(reason))
      case .hangUp:
        let complaint = complaints.reading.text(upTo: 4096).split(separator: "\n").first.map(String.init)
        throw EnvironmentError(
          box == nil
            ? .hostFailed(complaint ?? "it ended before it was ready")
            : .noBox(reason: complaint ?? "the box ended before it was ready"))
      case .message, .nothing: continue
      }
    }
  }

  /// What a step finds in its environment: little, so that a lesson runs on every machine as on this one.
  private static func environment(toolchain: Toolchain) -> [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    return inherited.filter { ["PATH", "HOME", "LANG", "TZ", "TMPDIR"].contains($0.key) }
      .merging(ownEnvironment(toolchain: toolchain)) { $1 }
  }

  /// What every step finds, boxed or not.
  package static func ownEnvironment(toolchain: Toolchain) -> [String: String] {
    var environment: [String: String] = [:]
    environment["LD_LIBRARY_PATH"] = toolchain.runtimeFolder
    // Dictionaries and sets keep one order from run to run.
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    // Whatever ends a step, the host tells where; the runtime's own report would take a second.
    environment["SWIFT_BACKTRACE"] = "enable=no,warnings=suppressed"
    return environment
  }
}
