// Where an award goes: a file that is not somebody else's, or standard output.
import Foundation
import Grading
import Learning
import LessonDocuments

enum AwardWriting {
  /// Throws if something is at `path` that is not an award, before any work is done.
  static func refuseForeign(_ path: String) throws {
    guard path != "-", access(path, F_OK) == 0 else { return }
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
      throw UsageFailure("\(path.harmless): cannot be written: \(error.reason). Name another file with --out")
    }
  }
}
