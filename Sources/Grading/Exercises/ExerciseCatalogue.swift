// The exercises of a course: every folder below `Exercises/<chapter>/`, and what is wrong with those that make none.
import Foundation
import LessonDocuments

public struct ExerciseCatalogue: Equatable, Sendable {
  /// In the order of chapters, then of lessons, then of names.
  public let exercises: [Exercise]
  /// Folders that make no exercise; the others are usable all the same.
  public let problems: [Problem]
  /// What is odd about tasks; what is odd does no harm.
  public let warnings: [LessonWarning]
  /// The course's folder, absolute.
  public let root: String

  public struct Problem: Equatable, Sendable {
    /// `02-architecture/softmax`: below `Exercises`.
    public var path: String
    public var error: ExerciseError
  }

  static let exercisesFolder = "Exercises"

  /// Reads all tasks of a course. A course without a folder `Exercises` has none.
  ///
  /// - Throws: `ExerciseError.unreadable` if the folder is there and cannot be read.
  public init(of course: Course) throws(ExerciseError) {
    var reading = CatalogueReading(root: course.root)
    try reading.addChapters()
    root = course.root
    exercises = reading.sortedExercises
    problems = reading.problems
    warnings = reading.warnings
  }
}

/// Looks into the folders of a course.
private struct CatalogueReading {
  let root: String
  private(set) var exercises: [Exercise] = []
  private(set) var problems: [ExerciseCatalogue.Problem] = []
  private(set) var warnings: [LessonWarning] = []

  init(root: String) { self.root = root }

  mutating func addChapters() throws(ExerciseError) {
    let base = ExerciseCatalogue.exercisesFolder
    guard FileManager.default.fileExists(atPath: "\(root)/\(base)") else { return }
    for chapter in try folders(in: base) {
      let names: [String]
      do { names = try folders(in: "\(base)/\(chapter)") } catch {
        problems.append(ExerciseCatalogue.Problem(path: chapter, error: error))
        continue
      }
      for name in names { add("\(chapter)/\(name)") }
    }
    refuseDuplicates()
  }

  /// By chapter, then by lesson.
  var sortedExercises: [Exercise] {
    exercises.map { (Self.key($0), $0) }.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  private static func key(_ exercise: Exercise) -> [SortKey] {
    let chapter = exercise.path.prefix { $0 != "/" }
    let lesson = exercise.lesson?.split(separator: ".").map { SortKey.number(Int($0) ?? .max) } ?? []
    return [.number(NumberedName(chapter).number ?? .max), .text(String(chapter))] + lesson + [.text(exercise.path)]
  }

  private mutating func add(_ path: String) {
    do {
      let (exercise, warnings) = try ExerciseReader.read(path, course: root)
      exercises.append(exercise)
      self.warnings += warnings
    } catch {
      problems.append(ExerciseCatalogue.Problem(path: path, error: error))
    }
  }

  private mutating func refuseDuplicates() {
    var first: [String: Exercise] = [:]
    exercises.removeAll { exercise in
      guard let other = first[exercise.id] else {
        first[exercise.id] = exercise
        return false
      }
      let error = ExerciseError.duplicateID(
        path: exercise.task.path, id: exercise.id, first: other.task.path)
      problems.append(ExerciseCatalogue.Problem(path: exercise.path, error: error))
      return true
    }
  }

  /// Visible names of folders, sorted.
  private func folders(in path: String) throws(ExerciseError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)").filter { name in
        var isFolder: ObjCBool = false
        return !name.hasPrefix(".")
          && FileManager.default.fileExists(atPath: "\(root)/\(path)/\(name)", isDirectory: &isFolder)
          && isFolder.boolValue
      }.sorted()
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }
}

private enum SortKey: Comparable {
  case number(Int)
  case text(String)
}
