// Well-known wrong answers of an exercise, and what a learner is told who gives one.
import Foundation
import LessonDocuments
import SystemTools

struct Mistake: Equatable, Sendable {
  /// The file's name without `.swift`, as in `ProbeVerdict.mistake`.
  var name: String
  /// Absolute.
  var file: String
  /// The text of the file's first doc comment, on one line; nil if it has none.
  var sentence: String?
  var source: [UInt8]
}

extension Exercise {
  /// The files of `Mistakes`, by name; none if there is no such folder.
  func mistakes() throws(ExerciseError) -> [Mistake] {
    guard FileManager.default.fileExists(atPath: mistakesFolder) else { return [] }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: mistakesFolder)
    } catch {
      throw .unreadable(path: "Solutions/\(path)/Mistakes", reason: (error as NSError).localizedDescription)
    }
    var mistakes: [Mistake] = []
    for name in names.sorted() where name.hasSuffix(".swift") && !name.hasPrefix(".") {
      let file = "\(mistakesFolder)/\(name)"
      let source = try bytes(of: file)
      mistakes.append(
        Mistake(
          name: String(name.dropLast(6)), file: file,
          sentence: DocComment.first(in: String(decoding: source, as: UTF8.self))?.text, source: source))
    }
    return mistakes
  }

  /// A file of this exercise.
  func bytes(of file: String) throws(ExerciseError) -> [UInt8] {
    do {
      return try RegularFile(file).bytes
    } catch {
      throw .unreadable(path: pathInCourse(file), reason: error.reason)
    }
  }

  /// A file's path from the course's folder.
  func pathInCourse(_ file: String) -> String {
    file.hasPrefix(root + "/") ? String(file.dropFirst(root.count + 1)) : file
  }
}
