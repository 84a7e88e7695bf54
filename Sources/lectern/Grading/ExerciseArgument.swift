// The exercise that a command was given: found in the course, what is odd about the others not told.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments

struct ExerciseArgument: ParsableArguments {
  @Argument(help: "Its id (softmax), the path of its folder or of a file in it, or the number of its lesson.")
  var exercise: String

  /// - Throws: `CourseError`, `ExerciseError` with the nearest names.
  func find() throws -> Exercise { try Self.find(exercise) }

  static func find(_ name: String) throws -> Exercise {
    let here = FileManager.default.currentDirectoryPath
    let catalogue = try ExerciseCatalogue(of: try Course.containing(here))
    return try catalogue.exercise(named: name, from: here)
  }
}
