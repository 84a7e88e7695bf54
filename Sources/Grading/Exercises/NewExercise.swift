// A new exercise: where it goes, what it is called, and its files, which prove themselves as they stand.
import Foundation
import LessonDocuments
import SwiftTokens

public struct NewExercise: Equatable, Sendable {
  public let id: String
  public let title: String
  /// `02-architecture/softmax`: below `Exercises` and `Solutions` alike.
  public let path: String
  /// By their paths from the course's folder.
  public let files: [File]
  private let root: String

  public struct File: Equatable, Sendable {
    public var path: String
    public var text: String
  }

  /// - Parameter name: a title, which goes to the last chapter; or a chapter's folder and a name, such as
  ///   `02-architecture/layer-norm`.
  /// - Throws: `ExerciseError.badName`, or `.duplicateID`.
  public init(named name: String, in course: Course, beside catalogue: ExerciseCatalogue) throws(ExerciseError) {
    guard name.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw .badName(name: name, reason: "it holds a control character")
    }
    var parts = name.split(separator: "/", omittingEmptySubsequences: false).map { String(String($0).trimmingBlanks) }
    if parts.count > 2, parts[0] == ExerciseCatalogue.exercisesFolder { parts.removeFirst() }
    if parts.count == 1 { parts.insert(course.lastChapter, at: 0) }
    guard parts.count == 2, let last = parts.last, parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") }) else {
      throw .badName(
        name: name, reason: "an exercise is a title, or <chapter>/<exercise> in the folder Exercises, without dots")
    }
    let id = NumberedName(number: 0, title: last).slug
    guard ExerciseName.isID(id) else {
      throw .badName(name: name, reason: "its id would be \(id.quoted), and an id is \(ExerciseName.form)")
    }
    guard !["probes", "hidden-probes"].contains(id) else {
      throw .badName(name: name, reason: "its file would take the place of \(ExerciseScaffold.fileName(for: id))")
    }
    if let other = catalogue.exercises.first(where: { $0.id == id }) {
      throw .duplicateID(path: name, id: id, first: other.task.path)
    }
    self.id = id
    title = last == id ? NumberedName(id).title : last
    path = "\(parts[0])/\(id)"
    root = course.root
    files = ExerciseScaffold(id: id, title: title, chapter: parts[0]).files.map { file in
      let folder = file.isForLearners ? ExerciseCatalogue.exercisesFolder : "Solutions"
      return File(path: "\(folder)/\(parts[0])/\(id)/\(file.name)", text: file.text)
    }
  }

  /// Writes all files, or none: never over one that is there.
  ///
  /// - Throws: `ExerciseError.cannotWrite`.
  public func write() throws(ExerciseError) {
    var written: [String] = []
    for file in files {
      let path = "\(root)/\(file.path)"
      do throws(FileFailure) {
        try WholeFile.makeFolder(URL(fileURLWithPath: path).deletingLastPathComponent().path)
        try WholeFile.create(path, Array(file.text.utf8))
      } catch {
        for path in written { unlink(path) }
        throw .cannotWrite(path: file.path, reason: error.reason)
      }
      written.append(path)
    }
  }
}
