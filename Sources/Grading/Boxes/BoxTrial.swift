// Whether submissions can be boxed on this machine: for `lectern doctor`.
import StepExecution
import SystemTools

public enum BoxTrial {
  /// Makes a box and looks around in it.
  ///
  /// - Returns: what it is made with.
  /// - Throws: `EnvironmentError` that says why it cannot be made.
  public static func run(in environment: StepEnvironment) throws -> String {
    let program = try Box(
      toolchain: environment.toolchain, library: environment.library, moduleCache: environment.cache.moduleFolder
    ).trial()
    let group = BoxLimits(seconds: 1, memory: 1 << 30).makeControlGroup()
    return program + (group == nil ? "; no control groups, so limits are watched and not enforced by the kernel" : "")
  }
}
