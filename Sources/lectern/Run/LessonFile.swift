// A lesson's file, replaced whole.
import Foundation
import Grading

enum LessonFile {
  /// Keeps the file's mode; a link stays a link, and what it points to is replaced.
  static func replace(_ path: String, with data: Data) throws {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    let mode = stat(target, &status) == 0 ? status.st_mode & 0o7777 : 0o644
    try WholeFile.replace(target, with: Array(data), mode: mode)
  }

  static func reason(_ error: any Error) -> String {
    switch error {
    case let failure as FileFailure: failure.reason
    case let error as any CustomStringConvertible & Sendable where !(error is NSError): "\(error)"
    default: (error as NSError).localizedDescription
    }
  }
}
