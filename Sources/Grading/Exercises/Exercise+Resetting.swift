// Putting the starter back. What the learner wrote is kept beside it, and is there under one name or the other at every
// moment.
import Foundation
import LessonDocuments
import SystemTools

/// What became of a learner's file.
public enum ExerciseReset: Equatable, Sendable {
  case alreadyAsGiven
  /// There was no file.
  case made
  /// `path` is where the old file is now, from the course's folder.
  case kept(path: String)
}

extension Exercise {
  /// - Throws: `ExerciseError`; the file is as it was then.
  public func reset() throws(ExerciseError) -> ExerciseReset {
    let starter = try starter()
    var status = stat()
    let isThere = lstat(file, &status) == 0
    if isThere, let present = try? RegularFile(file), present.bytes == starter { return .alreadyAsGiven }
    do {
      // Not `.swift`, so that it is not taken for the learner's file.
      let kept = isThere ? try KeptFile.link(file) { "\(file).old-\($0)" } : nil
      try WholeFile.replace(file, with: starter)
      return kept.map { .kept(path: pathInCourse($0)) } ?? .made
    } catch {
      throw .cannotWrite(path: pathInCourse(file), reason: error.reason)
    }
  }
}
