// The build that steps link: the transformer library, its modules and the step host, all beside the executable.
import Foundation
import SystemTools

public struct LibraryBuild: Sendable {
  /// Holds `libTransformers.so` and `StepHost`.
  public let folder: String
  public var library: String { folder + "/libTransformers.so" }
  public var modules: String { folder + "/Modules" }
  public var host: String { folder + "/StepHost" }
  /// Changes when the library does.
  public let identity: String

  /// The build in a folder such as `.build/release`.
  public init(folder: String) throws {
    self.folder = folder
    var identities: [String] = []
    for file in [
      "libTransformers.so", "StepHost", "Modules/Transformers.swiftmodule", "Modules/StepSupport.swiftmodule",
    ] {
      guard let identity = fileIdentity("\(folder)/\(file)") else {
        throw EnvironmentError(.noLibrary(searched: "\(folder)/\(file)"))
      }
      identities.append(identity)
    }
    identity = identities.joined(separator: "\n")
  }

  /// The build that the running executable belongs to; `LECTERN_LIBRARY` names another one.
  public static func beside(
    executable: String = "/proc/self/exe", environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> LibraryBuild {
    if let folder = environment["LECTERN_LIBRARY"], !folder.isEmpty { return try LibraryBuild(folder: folder) }
    let resolved = (try? FileManager.default.destinationOfSymbolicLink(atPath: executable)) ?? executable
    return try LibraryBuild(folder: URL(fileURLWithPath: resolved).deletingLastPathComponent().path)
  }
}
