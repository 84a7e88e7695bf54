// A step's source in the reader's own editor, as a file of its own that is gone afterwards.
import Foundation
import LessonDocuments

enum SourceInEditor {
  enum Failure: Error, Equatable, CustomStringConvertible {
    case noEditor(String)
    case ended(String, status: Int32)
    case noFile(reason: String)

    var description: String {
      switch self {
      case .noEditor(let editor):
        "The editor \(editor.quoted) cannot be started. Name yours in the environment variable EDITOR, or edit here, "
          + "with e."
      case .ended(let editor, let status):
        "The editor \(editor.quoted) ended with status \(status); the step stays as it was."
      case .noFile(let reason): "No file can be made for the editor: \(reason). Edit here, with e."
      }
    }
  }

  /// - Returns: the text as it is when the editor ends.
  static func edit(_ text: String, named name: String) throws(Failure) -> String {
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }.first { !$0.isEmpty }
    let editor = named ?? "vi"
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lectern-\(UUID().uuidString)")
    let file = folder.appendingPathComponent(name)
    defer { try? FileManager.default.removeItem(at: folder) }
    do {
      try FileManager.default.createDirectory(
        at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
      try Data((text + "\n").utf8).write(to: file)
    } catch {
      throw .noFile(reason: (error as NSError).localizedDescription)
    }
    switch EditorProcess.run(editor, file: file.path, line: 1) {
    case 0: break
    // The shell's words for "no such command" and "not executable".
    case nil, 126, 127: throw .noEditor(editor)
    case let status?: throw .ended(editor, status: status)
    }
    guard let data = try? Data(contentsOf: file) else { throw .noFile(reason: "the editor removed it") }
    return String(decoding: data, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}
