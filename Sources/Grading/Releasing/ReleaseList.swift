// The files that learners get, and no others: all of Lessons, what lessons include, the model that they start from, and
// of each exercise the task, the starter, the visible probes and the answers to them.
import Foundation
import LessonDocuments
import SystemTools

struct ReleaseList {
  struct File: Equatable {
    /// From the course's folder.
    var path: String
    var bytes: [UInt8]
  }

  private(set) var files: [File] = []
  private let root: String

  init(root: String) { self.root = root }

  mutating func add(_ path: String, _ bytes: [UInt8]) {
    if !files.contains(where: { $0.path == path }) { files.append(File(path: path, bytes: bytes)) }
  }

  private mutating func copy(_ path: String) throws(ReleaseError) {
    let file = "\(root)/\(path)"
    var status = stat()
    // What a link leads to may be anything.
    if lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { throw .link(path: path) }
    do { add(path, try RegularFile(file).bytes) } catch { throw .unreadable(path: path, reason: error.reason) }
  }

  // MARK: Lessons

  /// Folders beside Lessons that lessons read from: models and documents.
  static let readByLessons = [
    "BaseModel", "Benchmarks", "EmbeddingModel", "HarbourLines", "ReadingModel", "SpokenCommands", "TranslationModel",
  ]

  mutating func addLessons(of course: Course) throws {
    try addFolder("Lessons")
    // Lessons read it at run time.
    for folder in Self.readByLessons where FileManager.default.fileExists(atPath: "\(root)/\(folder)") {
      try addFolder(folder)
    }
    for lesson in course.lessons {
      let reading = try LessonReader.read(file: lesson.absolutePath, named: lesson.path, course: root)
      try addIncludes(of: reading.lesson)
    }
  }

  /// Visible files and folders.
  private mutating func addFolder(_ path: String) throws(ReleaseError) {
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)").filter { !$0.hasPrefix(".") }
        .sorted()
    } catch {
      throw .unreadable(path: path, reason: (error as NSError).localizedDescription)
    }
    for name in names {
      var status = stat()
      let isFolder = lstat("\(root)/\(path)/\(name)", &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      if isFolder { try addFolder("\(path)/\(name)") } else { try copy("\(path)/\(name)") }
    }
  }

  private mutating func addIncludes(of lesson: Lesson) throws(ReleaseError) {
    for step in lesson.steps where step.include != nil {
      let file = step.source.file
      let path = file.hasPrefix(root + "/") ? String(file.dropFirst(root.count + 1)) : file
      if path.hasPrefix("Solutions/") {
        throw .includesSolution(path: lesson.path, line: step.range.start.line, file: path)
      }
      try copy(path)
    }
  }

  // MARK: Exercises

  mutating func add(_ exercise: Exercise, answers: @autoclosure () throws -> Data) throws {
    guard FileManager.default.fileExists(atPath: exercise.solutionFile) else {
      throw ReleaseError.noSolution(id: exercise.id, path: exercise.pathInCourse(exercise.solutionFile))
    }
    let starter = try exercise.givenFile()
    let file = exercise.pathInCourse(exercise.file)
    guard String(decoding: starter, as: UTF8.self).contains(exercise.mark) else {
      throw ReleaseError.noStarter(path: file, mark: exercise.mark)
    }
    try copy(exercise.pathInCourse(exercise.taskFile))
    try addIncludes(of: exercise.task)
    try copy(exercise.pathInCourse(exercise.probesFile))
    if FileManager.default.fileExists(atPath: exercise.fixturesFile) {
      try copy(exercise.pathInCourse(exercise.fixturesFile))
    }
    add(file, starter)
    add(exercise.pathInCourse(exercise.starterFile), starter)
    add(exercise.pathInCourse(exercise.answersFile), Array(try answers()))
  }
}
