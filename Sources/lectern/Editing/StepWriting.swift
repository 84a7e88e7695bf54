// An edited step, written into the file of its lesson: whole or not at all.
import Foundation
import Grading
import LessonDocuments
import SystemTools

enum StepWriting {
  enum Failure: Error, CustomStringConvertible {
    case unreadable(path: String, reason: String)
    case refused(StepRewritingError)
    case unwritable(path: String, reason: String)

    /// Where, what, and what to do.
    var description: String {
      switch self {
      case .unreadable(let path, let reason):
        "\(path): cannot be read: \(reason). The step is not written"
      case .refused(let error): "\(error)"
      case .unwritable(let path, let reason):
        "\(path): cannot be written: \(reason). The file is as it was; mend that, and write again"
      }
    }
  }

  /// Puts source between the fences of a step; nothing else in the file changes, a link stays a link, and the file
  /// keeps its mode.
  ///
  /// - Parameters:
  ///   - step: of the lesson, as it was read or edited in memory.
  ///   - file: that the lesson was read from.
  static func write(_ text: String, step: Step, of lesson: Lesson, to file: String) throws(Failure) {
    let bytes: [UInt8]
    do throws(RegularFile.Failure) {
      bytes = try RegularFile(file).bytes
    } catch {
      throw .unreadable(path: lesson.path, reason: error.reason)
    }
    let rewritten: Data
    do throws(StepRewritingError) {
      rewritten = try StepRewriting.rewrite(Data(bytes), step: step, of: lesson, with: text)
    } catch {
      throw .refused(error)
    }
    do throws(FileFailure) {
      if !rewritten.elementsEqual(bytes) { try WholeFile.rewrite(file, with: Array(rewritten)) }
    } catch {
      throw .unwritable(path: lesson.path, reason: error.reason)
    }
  }
}
