// The learner's state on disk: `progress.json` in the user's data folder, for all courses. It is replaced whole, under a
// lock, so that neither a crash nor another lectern loses a part of it.
import Foundation
import Grading
import LessonDocuments
import SystemTools

public struct ProgressFile: Sendable {
  private let folder: String

  /// - Parameter folder: the user's data folder; it is made when something is first written.
  public init(folder: String) { self.folder = folder }

  public var path: String { "\(folder)/progress.json" }

  /// Where its bytes are: somebody may keep them in a folder that is synchronised, and a link to them here.
  private var target: String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

  /// Of what is written now.
  static let newestVersion = 2

  /// What the file holds.
  private struct Contents: Codable {
    var version = ProgressFile.newestVersion
    /// By the courses' folders, absolute.
    var courses: [String: CourseProgress] = [:]

    init() {}

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      // Version 1 knew exercises only.
      if try container.decode(Int.self, forKey: .version) == 1 {
        let exercises = try container.decode([String: [String: ExerciseProgress]].self, forKey: .courses)
        courses = exercises.mapValues {
          var course = CourseProgress()
          course.exercises = $0
          return course
        }
      } else {
        // A key that is not known has no effect: whoever writes something that matters counts the version up.
        courses = try container.decode([String: CourseProgress].self, forKey: .courses)
      }
    }
  }

  /// What is known of one course; empty if nothing is.
  ///
  /// - Throws: `ProgressError`.
  public func progress(in course: String) throws(ProgressError) -> CourseProgress {
    try contents().courses[course] ?? CourseProgress()
  }

  /// Changes what is known of one course and writes it down before it returns.
  ///
  /// - Parameters:
  ///   - course: its folder, absolute.
  ///   - tell: is given a sentence if the file was broken and has been put aside.
  /// - Throws: `ProgressError`; the file is as it was then.
  @discardableResult
  public func update<Result>(
    _ course: String, tell: (String) -> Void, change: (inout CourseProgress) -> Result
  ) throws(ProgressError) -> Result {
    try holdingLock { () throws(ProgressError) in
      var contents: Contents
      do throws(ProgressError) {
        contents = try self.contents()
      } catch {
        guard case .broken = error else { throw error }
        tell(try putAside())
        contents = Contents()
      }
      let result = change(&contents.courses[course, default: CourseProgress()])
      try write(contents)
      return result
    }
  }

  /// The folders of all courses of which something is known, sorted.
  ///
  /// - Throws: `ProgressError`.
  public func courses() throws(ProgressError) -> [String] {
    try contents().courses.filter { $0.value != CourseProgress() }.keys.sorted()
  }

  /// Forgets a course. A copy of the whole file is kept beside it, whatever becomes of the rest.
  ///
  /// - Returns: where the copy is; nil if nothing was known.
  /// - Throws: `ProgressError`; the file is as it was then.
  public func forget(_ course: String) throws(ProgressError) -> String? {
    try holdingLock { () throws(ProgressError) -> String? in
      var contents = try self.contents()
      guard contents.courses.removeValue(forKey: course) ?? CourseProgress() != CourseProgress() else { return nil }
      let kept = try keepCopy()
      try write(contents)
      return kept
    }
  }

  private func holdingLock<Result>(_ body: () throws(ProgressError) -> Result) throws(ProgressError) -> Result {
    let failure = { (failure: FileFailure) in ProgressError.cannotWrite(path: path, reason: failure.reason) }
    do throws(FileFailure) { try WholeFile.makeFolder(folder) } catch { throw failure(error) }
    return try FileLock.holding("\(folder)/progress.lock", orElse: failure, body)
  }

  private func contents() throws(ProgressError) -> Contents {
    // Only where there is none nothing is known: one that may not be read is another matter.
    guard access(path, F_OK) == 0 || errno != ENOENT else { return Contents() }
    let bytes: [UInt8]
    do {
      bytes = try RegularFile(path).bytes
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    // A newer lectern may have written more than this one knows; nothing of it is overwritten.
    struct Version: Decodable { var version: Int }
    let data = Data(bytes)
    if let version = try? JSONDecoder().decode(Version.self, from: data).version, version > Self.newestVersion {
      throw .newer(path: path, version: version)
    }
    guard let contents = try? JSONDecoder().decode(Contents.self, from: data) else { throw .broken(path: path) }
    return contents
  }

  /// Under the first free name, so that nothing is lost that may be mended by hand.
  private func putAside() throws(ProgressError) -> String {
    do {
      let target = target
      let kept = try KeptFile.move(target, named: { $0 == 1 ? "\(target).broken" : "\(target).broken-\($0)" })
      return "\(path) is broken and was put aside as \(kept); your progress starts anew\n"
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }

  private func keepCopy() throws(ProgressError) -> String {
    let target = target
    do {
      return try KeptFile.link(target) { "\(target).old-\($0)" }
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }

  private func write(_ contents: Contents) throws(ProgressError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    guard let data = try? encoder.encode(contents) else { return }
    do {
      try WholeFile.replace(target, with: Array(data) + Array("\n".utf8))
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }
}
