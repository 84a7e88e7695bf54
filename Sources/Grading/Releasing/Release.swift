// The learners' copy of a course: built from a list of what learners get, never from a list of what they do not, then
// searched for whatever of the solutions is in it all the same. It is there whole or not at all.
import Foundation
import LessonDocuments
import SystemTools

public struct Release {
  private let course: Course
  private let exercises: [Exercise]
  private let makeAnswers: (Exercise) throws -> Data

  /// What was written.
  public struct Summary: Equatable, Sendable {
    public var folder: String
    public var files: Int
    public var lessons: Int
    public var exercises: [String]
  }

  /// - Parameters:
  ///   - exercises: those that learners get.
  ///   - makeAnswers: what `check` compares with in a copy without solutions, as the bytes of `Answers.json`.
  public init(of course: Course, exercises: [Exercise], makeAnswers: @escaping (Exercise) throws -> Data) {
    (self.course, self.exercises, self.makeAnswers) = (course, exercises, makeAnswers)
  }

  /// Writes the copy into a folder that is not there yet, or is empty.
  ///
  /// - Throws: `ReleaseError`, `LessonError`, and what `makeAnswers` throws; nothing has been written then.
  public func write(to folder: String) throws -> Summary {
    let folder = URL(fileURLWithPath: folder).standardizedFileURL.path
    try check(folder)
    try checkNeeds()
    var list = ReleaseList(root: course.root)
    try list.addLessons(of: course)
    for exercise in exercises { try list.add(exercise, answers: makeAnswers(exercise)) }
    list.add("README.md", Array(LearnersReadme.text(exercises).utf8))

    let making = URL(fileURLWithPath: folder).deletingLastPathComponent()
      .appendingPathComponent(".\(URL(fileURLWithPath: folder).lastPathComponent)-\(getpid()).partial").path
    defer { try? FileManager.default.removeItem(atPath: making) }
    for file in list.files { try write(file, to: making) }
    try search(making)
    guard rename(making, folder) == 0 else {
      throw ReleaseError.cannotWrite(path: folder, reason: FileFailure.ofSystem.reason)
    }
    return Summary(
      folder: folder, files: list.files.count, lessons: course.lessons.count, exercises: exercises.map(\.id))
  }

  private func check(_ folder: String) throws(ReleaseError) {
    for inside in ["Lessons", "Exercises", "Solutions"] where (folder + "/").hasPrefix("\(course.root)/\(inside)/") {
      throw .insideCourse(folder: folder, part: inside)
    }
    var status = stat()
    guard lstat(folder, &status) == 0 else { return }
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
    guard status.st_mode & S_IFMT == S_IFDIR, names?.isEmpty == true else { throw .notEmpty(folder: folder) }
  }

  private func checkNeeds() throws(ReleaseError) {
    let ids = Set(exercises.map(\.id))
    for exercise in exercises {
      for need in exercise.needs where !ids.contains(need) { throw .lacks(id: exercise.id, need: need) }
    }
  }

  private func write(_ file: ReleaseList.File, to making: String) throws(ReleaseError) {
    let path = "\(making)/\(file.path)"
    do throws(FileFailure) {
      try WholeFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
      try WholeFile.create(path, file.bytes)
    } catch {
      throw .cannotWrite(path: file.path, reason: error.reason)
    }
  }

  /// Reads what was written, as a learner can.
  private func search(_ making: String) throws {
    let lessons = try lessonTexts(in: making).map(ExerciseSecrets.compared)
    let secrets = try exercises.map { try ExerciseSecrets(of: $0, publicText: lessons) }
    var leaks: [Leak] = []
    let names = FileManager.default.enumerator(atPath: making)?.compactMap { $0 as? String } ?? []
    for path in names.sorted() where Self.isSearched(path) {
      // The starter's second copy says nothing that the first does not.
      guard !path.contains("/\(ExerciseReader.starterFolder)/"), !WholeFile.isFolder("\(making)/\(path)") else {
        continue
      }
      let bytes = try read("\(making)/\(path)", called: path)
      leaks += secrets.flatMap { LeakSearch($0).leaks(in: bytes, at: path) }
    }
    if !leaks.isEmpty { throw ReleaseError.leaks(leaks) }
  }

  /// What lessons and the files that they include say is public: everything else is searched.
  private static func isSearched(_ path: String) -> Bool {
    !path.contains("/") || (["Exercises"] + ReleaseList.readByLessons).contains { path.hasPrefix("\($0)/") }
  }

  private func lessonTexts(in making: String) throws -> [String] {
    let names = FileManager.default.enumerator(atPath: making)?.compactMap { $0 as? String } ?? []
    return try names.filter {
      !Self.isSearched($0) && !WholeFile.isFolder("\(making)/\($0)")
    }
    .map { String(decoding: try read("\(making)/\($0)", called: $0), as: UTF8.self) }
  }

  private func read(_ file: String, called path: String) throws(ReleaseError) -> [UInt8] {
    do { return try RegularFile(file).bytes } catch { throw .unreadable(path: path, reason: error.reason) }
  }
}
