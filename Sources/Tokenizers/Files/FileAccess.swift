// Reading and writing whole files: the only place of this module that touches the disk.

internal import Foundation

enum FileAccess {
  static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }
  static func isFile(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  static func read(_ path: String) throws -> [UInt8] {
    guard let kind = kind(of: path) else {
      throw TokenizerError.cannotRead(path: path, reason: String(cString: strerror(errno)))
    }
    guard kind == S_IFREG else { throw TokenizerError.cannotRead(path: path, reason: "it is not a file") }
    do {
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    } catch {
      throw TokenizerError.cannotRead(path: path, reason: reason(error))
    }
  }

  /// Writes `name` in a folder, which is made if need be. A file that was there stays whole until the new one is.
  static func write(_ bytes: [UInt8], to name: String, in folder: String) throws {
    let path = join(folder, name)
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw TokenizerError.cannotWrite(path: path, reason: reason(error))
    }
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  static func split(_ path: String) -> (folder: String, name: String) {
    let url = URL(fileURLWithPath: path)
    return (url.deletingLastPathComponent().path, url.lastPathComponent)
  }

  private static func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else { return error.localizedDescription }
    return String(cString: strerror(Int32(underlying.code)))
  }
}
