// Paths that configurations have, which begin at the folder of their file.
internal import Foundation

enum FilePaths {
  /// A path as seen from here.
  static func path(_ path: String, from folder: String) -> String {
    path.hasPrefix("/") || folder == "." || folder.isEmpty ? path : "\(folder)/\(path)"
  }

  /// The same file as seen from another folder: `../BaseModel`.
  static func path(_ path: String, seenFrom folder: String) -> String {
    let there = absolute(path).split(separator: "/")
    let here = absolute(folder).split(separator: "/")
    let common = zip(there, here).prefix { $0 == $1 }.count
    let steps = repeatElement("..", count: here.count - common) + there.dropFirst(common).map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  static func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
