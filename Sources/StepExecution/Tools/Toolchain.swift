// Where the Swift toolchain keeps what a step needs: compiler, linker, runtime, symbolizer.
import Foundation
import SystemTools

public struct Toolchain: Sendable {
  /// The compiler proper, without the driver in front of it.
  public let frontend: String
  public let linker: String
  public let autolinkExtractor: String
  /// Turns addresses into lines; nil if the toolchain has none (then a trap is reported by its step only).
  public let symbolizer: String?
  /// Holds all of it: `bin`, `lib`.
  public var folder: String {
    URL(fileURLWithPath: frontend).deletingLastPathComponent().deletingLastPathComponent().path
  }
  /// The folder with `libswiftCore.so`.
  public let runtimeFolder: String
  /// Registers a library's types with the Swift runtime; every Swift library links one.
  public let registrationObject: String
  /// Changes when the compiler does.
  public let identity: String

  /// Finds the toolchain of the `swiftc` on the PATH.
  public static func find(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> Toolchain {
    let path = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    guard let compiler = executable("swiftc", on: path) else { throw EnvironmentError(.noSwiftCompiler) }
    var binaries = URL(fileURLWithPath: compiler).resolvingSymlinksInPath().deletingLastPathComponent().path
    if !FileManager.default.isExecutableFile(atPath: binaries + "/swift-frontend") {
      // A launcher (such as swiftly's) stands in front of the toolchain: ask it.
      guard let resources = resourceFolder(askedOf: compiler) else { throw EnvironmentError(.noSwiftCompiler) }
      binaries = URL(fileURLWithPath: resources).appendingPathComponent("../../bin").standardizedFileURL.path
    }
    let frontend = binaries + "/swift-frontend"
    guard let identity = fileIdentity(frontend) else { throw EnvironmentError(.noSwiftCompiler) }
    let ownLinker = binaries + "/ld.lld"
    guard let linker = isExecutable(ownLinker) ? ownLinker : executable("ld.lld", on: path) else {
      throw EnvironmentError(.noLinker(searched: ownLinker))
    }
    let ownSymbolizer = binaries + "/llvm-symbolizer"
    let runtime = URL(fileURLWithPath: binaries + "/../lib/swift/linux").standardizedFileURL.path
    return Toolchain(
      frontend: frontend, linker: linker, autolinkExtractor: binaries + "/swift-autolink-extract",
      symbolizer: isExecutable(ownSymbolizer) ? ownSymbolizer : executable("llvm-symbolizer", on: path),
      runtimeFolder: runtime, registrationObject: "\(runtime)/\(architecture)/swiftrt.o", identity: identity)
  }

  private static var architecture: String {
    #if arch(arm64)
      "aarch64"
    #else
      "x86_64"
    #endif
  }

  private static func isExecutable(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The first executable file of that name in the folders of a PATH.
  public static func executable(_ name: String, on path: String) -> String? {
    ToolProcess.path(of: name, on: path)
  }

  private static func resourceFolder(askedOf compiler: String) -> String? {
    struct TargetInfo: Decodable {
      struct Paths: Decodable { var runtimeResourcePath: String }
      var paths: Paths
    }
    guard let result = try? ToolProcess.run(compiler, ["-print-target-info"], supervisor: nil), result.status == 0,
      let info = try? JSONDecoder().decode(TargetInfo.self, from: Data(result.output.utf8))
    else { return nil }
    return info.paths.runtimeResourcePath
  }
}

/// Path, size and time of a file: changes when the file does. nil if there is none.
package func fileIdentity(_ path: String) -> String? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return "\(path) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
}
