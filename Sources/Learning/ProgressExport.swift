// What is known of a learner in one course as a file of its own, to be taken to another machine: no path of this machine
// is in it.
import Foundation
import Grading
import LessonDocuments
import StepRecords
import SystemTools

public struct ProgressExport: Codable, Equatable, Sendable {
  /// Tells the file from others.
  private var kind = ProgressExport.kind
  private var version = ProgressFile.newestVersion
  public var writtenOn: Moment
  public var course: CourseOutline
  public var progress: CourseProgress

  private static let kind = "lectern progress"

  public init(_ progress: CourseProgress, of course: CourseOutline, on moment: Moment = .now) {
    self.progress = progress
    self.course = course
    writtenOn = moment
  }

  /// JSON.
  public var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return ((try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "") + "\n"
  }

  /// Writes the file, whole, in the place of one that may be there.
  ///
  /// - Throws: `ProgressExportError.cannotWrite`.
  public func write(to path: String) throws(ProgressExportError) {
    do {
      try WholeFile.replace(path, with: Array(text.utf8))
    } catch {
      throw .cannotWrite(path: path, reason: error.reason)
    }
  }

  /// Reads a file that `write` has written, for a course.
  ///
  /// - Throws: `ProgressExportError`, also if the file is of another course.
  public init(reading path: String, for course: CourseOutline) throws(ProgressExportError) {
    let bytes: [UInt8]
    do {
      bytes = try RegularFile(path).bytes
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    let data = Data(bytes)
    guard let mark = try? JSONDecoder().decode(Mark.self, from: data) else { throw .notExport(path: path) }
    guard mark.kind == Self.kind else {
      if mark.kind == nil, mark.courses != nil { throw .wholeFile(path: path) }
      throw .notExport(path: path)
    }
    if let version = mark.version, version > ProgressFile.newestVersion { throw .newer(path: path, version: version) }
    guard let export = try? JSONDecoder().decode(ProgressExport.self, from: data) else { throw .broken(path: path) }
    guard export.course.isSameCourse(as: course) else {
      throw .otherCourse(path: path, theirs: export.course.chapters, ours: course.chapters)
    }
    self = export
  }

  /// As much as tells what a file is.
  private struct Mark: Decodable {
    var kind: String?
    var version: Int?
    var courses: [String: Anything]?
  }

  private struct Anything: Decodable { init(from decoder: any Decoder) {} }
}

/// Why progress cannot be taken to another machine, and the sentence for each reason.
public enum ProgressExportError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case notExport(path: String)
  /// The file that lectern itself keeps, for all courses of a machine.
  case wholeFile(path: String)
  case broken(path: String)
  case newer(path: String, version: Int)
  case otherCourse(path: String, theirs: [String], ours: [String])
  case cannotWrite(path: String, reason: String)

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path.harmless): cannot be read: \(reason)"
    case .notExport(let path):
      "\(path.harmless): this is no progress of lectern; nothing was changed. On the other machine, in the course's "
        + "folder, write it with: lectern progress export FILE"
    case .wholeFile(let path):
      "\(path.harmless): this is the file of all courses that lectern keeps on a machine; nothing was changed. On that "
        + "machine, in the course's folder, write a file to take along with: lectern progress export FILE"
    case .broken(let path):
      "\(path.harmless): this progress was cut short or changed, and cannot be read; nothing was changed here. Write it "
        + "anew on the other machine: lectern progress export FILE"
    case .newer(let path, let version):
      "\(path.harmless): a newer lectern wrote this (version \(version)); nothing was changed. Update lectern here"
    case .otherCourse(let path, let theirs, let ours):
      "\(path.harmless): this is progress in another course (\(Self.list(theirs))); nothing was changed. Here it is "
        + "\(Self.list(ours))"
    case .cannotWrite(let path, let reason): "\(path.harmless): cannot be written: \(reason)"
    }
  }

  private static func list(_ chapters: [String]) -> String {
    let shown = chapters.prefix(3).map(\.quoted).joined(separator: ", ")
    return chapters.isEmpty ? "without chapters" : shown + (chapters.count > 3 ? " and more" : "")
  }
}
