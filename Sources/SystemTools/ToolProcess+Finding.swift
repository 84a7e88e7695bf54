// Where a tool is.
import Foundation

extension ToolProcess {
  /// The first executable file of that name in the folders of a PATH, our own if none is given.
  package static func path(of name: String, on path: String? = nil) -> String? {
    let path = path ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
