// Where an award goes: a file that is not somebody else's, or standard output.
import Foundation
import Grading
import Learning
import LessonDocuments
import SystemTools

enum AwardWriting {
  /// Throws, before any work is done, if nothing can be written at `path` or something is there that is not an award.
  static func checkPlace(_ path: String) throws {
    guard path != "-" else { return }
    guard access(path, F_OK) == 0 else {
      let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
      guard access(folder, W_OK) == 0 else { throw cannotWrite(path, String(cString: strerror(errno))) }
      return
    }
    if let bytes = try? RegularFile(path).bytes,
      (try? AwardFile(bytes, path: path, lectern: LecternCommand.configuration.version)) != nil
    {
      return
    }
    throw UsageFailure("\(path.harmless) is there and is no award, so it is left alone. Name another file with --out")
  }

  static func write(_ text: String, to path: String) throws {
    guard path != "-" else { return StandardOutput.write(text) }
    do {
      try WholeFile.replace(path, with: Array(text.utf8))
    } catch {
      throw cannotWrite(path, error.reason)
    }
  }

  private static func cannotWrite(_ path: String, _ reason: String) -> UsageFailure {
    UsageFailure("\(path.harmless): cannot be written: \(reason). Name another file with --out")
  }
}
