// The file that an export becomes: found before the lesson runs, so that nobody waits for a run whose result has no place.
import Foundation
import Grading
import LessonDocuments
import Rendering

struct ExportFile {
  /// nil for standard output.
  let path: String?
  /// Without its folder.
  let name: String

  /// - Parameters:
  ///   - out: as it was asked for: a file, a folder, `-`, or nothing.
  ///   - name: the file's name if none was asked for.
  ///   - replacesAnything: whether also a file goes that is not an unchanged export.
  /// - Throws: `ExportFailure` if the file cannot be there.
  init(named out: String?, default name: String, replacesAnything: Bool) throws {
    guard out != "-" else {
      (path, self.name) = (nil, name)
      return
    }
    let out = out ?? ""
    var path = out.isEmpty ? name : WholeFile.isFolder(out) ? URL(fileURLWithPath: out).path + "/" + name : out
    // A link stays, and what it leads to is replaced.
    if let target = realpath(path, nil) {
      path = String(cString: target)
      free(target)
    }
    self.path = path
    self.name = URL(fileURLWithPath: path).lastPathComponent
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard WholeFile.isFolder(folder) else {
      throw ExportFailure(path: path, code: ENOENT, "there is no folder \(folder.harmless)")
    }
    guard access(folder, W_OK) == 0 else { throw ExportFailure(path: path, code: errno) }
    try Self.checkMayReplace(path, replacesAnything)
  }

  /// Nothing stands there, or an export that nobody has changed.
  private static func checkMayReplace(_ path: String, _ replacesAnything: Bool) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw UsageFailure("\(path.harmless) is no file that could be replaced; use - for standard output")
    }
    if replacesAnything { return }
    let text = FileManager.default.contents(atPath: path).flatMap { String(data: $0, encoding: .utf8) }
    guard let text, ExportMark.isUnchanged(text) else {
      throw UsageFailure(
        "\(path.harmless) is there already, and is not an export as lectern wrote it; give another name with --out, "
          + "or replace it with --force")
    }
  }

  /// - Throws: `ExportFailure`; then what stood there before still does.
  func write(_ text: String) throws {
    guard let path else { return StandardOutput.write(text) }
    do throws(FileFailure) {
      try WholeFile.replace(path, with: Array(text.utf8))
    } catch {
      throw ExportFailure(path: path, code: error.code)
    }
    let here = FileManager.default.currentDirectoryPath + "/"
    StandardError.write("wrote \((path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path).harmless)\n")
  }
}

/// The file cannot be written: status 3 if the machine lacks something, else 2.
struct ExportFailure: LecternFailure {
  let status: ExitStatus
  let message: String

  /// - Parameter code: an `errno`.
  init(path: String, code: Int32, _ reason: String? = nil) {
    status = [ENOSPC, EDQUOT, EIO, EROFS].contains(code) ? .environment : .wrongUsage
    message = "cannot write \(path.harmless): \(reason ?? String(cString: strerror(code)))"
  }
}

enum LessonFile {
  /// `attention` for `Lessons/02-architecture/06-attention.md`.
  static func slug(of path: String) -> String {
    NumberedName(URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent).slug
  }
}
