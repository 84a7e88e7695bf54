// The step host: the process that loads the library once and forks the states of a run.
import Foundation

/// Ends, with everything that stands on it, when nobody holds it any more, and when lectern ends.
final class StepHostProcess: Sendable {
  private let process: ChildProcess
  private let control: Descriptor

  private init(process: ChildProcess, control: Descriptor) {
    self.process = process
    self.control = control
  }

  deinit {
    control.close()
    process.wait()
  }

  /// Starts a host and waits until it has loaded the library.
  ///
  /// - Parameter workingFolder: where the steps' relative paths start.
  /// - Returns: the state before the first step.
  /// - Throws: `EnvironmentError` if it cannot start.
  static func start(library: LibraryBuild, toolchain: Toolchain, workingFolder: String) throws -> LivingState {
    let sockets = try Descriptor.messageSockets()
    let null = try Descriptor.null()
    let complaints = try Descriptor.pipe()
    let process = try ChildProcess(
      [library.host, workingFolder, library.library],
      environment: environment(toolchain: toolchain, library: library),
      descriptors: [sockets.theirs.number, null.number, complaints.writing.number])
    sockets.theirs.close()
    complaints.writing.close()
    let host = StepHostProcess(process: process, control: sockets.ours)
    while true {
      switch HostMessage.read(from: sockets.ours) {
      case .message(.ready): return LivingState(control: sockets.ours, below: nil, host: host)
      case .message(.failed(let reason)): throw EnvironmentError(.hostFailed(reason))
      case .hangUp: throw EnvironmentError(.hostFailed("it ended before it was ready"))
      case .message, .nothing: continue
      }
    }
  }

  /// What a step finds in its environment: little, so that a lesson runs on every machine as on this one.
  private static func environment(toolchain: Toolchain, library: LibraryBuild) -> [String: String] {
    let inherited = ProcessInfo.processInfo.environment
    var environment = inherited.filter { ["PATH", "HOME", "LANG", "TZ", "TMPDIR"].contains($0.key) }
    environment["LD_LIBRARY_PATH"] = toolchain.runtimeFolder
    // Dictionaries and sets keep one order from run to run.
    environment["SWIFT_DETERMINISTIC_HASHING"] = "1"
    // Whatever ends a step, the host tells where; the runtime's own report would take a second.
    environment["SWIFT_BACKTRACE"] = "enable=no,warnings=suppressed"
    return environment
  }
}
