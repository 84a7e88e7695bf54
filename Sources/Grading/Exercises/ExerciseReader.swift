// From the folder of an exercise to its value: the task, and which of its files is the learner's.
import Foundation
import LessonDocuments

enum ExerciseReader {
  static let taskName = "Task.md"
  static let probesName = "Probes.swift"
  static let fixturesName = "Fixtures.swift"
  static let starterFolder = ".starter"

  /// - Parameters:
  ///   - path: below `Exercises`, such as `02-architecture/softmax`.
  ///   - root: the course's folder.
  static func read(
    _ path: String, course root: String
  ) throws(ExerciseError) -> (exercise: Exercise, warnings: [LessonWarning]) {
    let folder = "\(ExerciseCatalogue.exercisesFolder)/\(path)"
    let names = try names(in: "\(root)/\(folder)", called: folder)
    guard names.contains(taskName) else { throw .noTask(folder: folder) }
    let taskPath = "\(folder)/\(taskName)"
    let task = try TaskReader.read(
      file: "\(root)/\(taskPath)", named: taskPath, chapter: String(path.prefix { $0 != "/" }), course: root)
    let fileName = try fileName(among: names, in: folder, root: root)
    let exercise = Exercise(
      id: task.id, title: task.title ?? task.text.title, points: task.points, lesson: task.lesson, needs: task.needs,
      timeLimit: task.timeLimit, memoryLimit: task.memoryLimit, withhold: task.withhold, reads: task.reads,
      hints: task.hints, task: task.text, path: path, fileName: fileName, root: root)
    return (exercise, task.warnings)
  }

  /// The file that was given; where that is not written down, the only one beside the probes.
  private static func fileName(
    among names: [String], in folder: String, root: String
  ) throws(ExerciseError) -> String {
    if FileManager.default.fileExists(atPath: "\(root)/\(folder)/\(starterFolder)") {
      let given = try Self.names(in: "\(root)/\(folder)/\(starterFolder)", called: "\(folder)/\(starterFolder)")
        .filter(isSwift)
      if given.count == 1 { return given[0] }
    }
    let files = names.filter { isSwift($0) && $0 != probesName && $0 != fixturesName }
    guard let file = files.first else { throw .noStarter(folder: folder) }
    guard files.count == 1 else { throw .severalFiles(folder: folder, names: files) }
    return file
  }

  private static func isSwift(_ name: String) -> Bool { name.hasSuffix(".swift") && !name.hasPrefix(".") }

  private static func names(in folder: String, called path: String) throws(ExerciseError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
  }
}
