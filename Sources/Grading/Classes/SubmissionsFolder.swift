// The folder of a class: one folder or archive for each student.
import Foundation
import LessonDocuments

public struct SubmissionsFolder: Sendable {
  public let path: String
  /// By name.
  let submissions: [Submission]
  /// What is neither a folder nor an archive, and is left alone.
  public let ignored: [String]

  public var students: [String] { submissions.map(\.student) }

  /// Looks at the names in the folder; what is in them is read later.
  ///
  /// - Parameter output: a folder that is no submission, should it stand among them.
  /// - Throws: `ClassError`
  public init(_ path: String, besides output: String) throws(ClassError) {
    guard let stream = opendir(path) else {
      throw .noSubmissions(folder: path, reason: String(cString: strerror(errno)))
    }
    defer { closedir(stream) }
    let outputIdentity = FileIdentity(output)
    guard outputIdentity == nil || FileIdentity(path) != outputIdentity else {
      throw .outputAmongSubmissions(folder: path)
    }
    var found: [String: [(name: String, form: Submission.Form)]] = [:]
    var ignored: [String] = []
    while let entry = readdir(stream) {
      let bytes = DirectoryName.bytes(of: entry)
      let name = String(decoding: bytes, as: UTF8.self)
      if [".", "..", ".git", "__MACOSX"].contains(name) { continue }
      guard Array(name.utf8) == bytes else {
        found[name, default: []].append((name, .misnamed))
        continue
      }
      var status = stat()
      guard lstat("\(path)/\(name)", &status) == 0 else { continue }
      if let outputIdentity, FileIdentity(status) == outputIdentity { continue }
      let ending = SubmittedArchive.endings.first { name.lowercased().hasSuffix($0) && name.utf8.count > $0.utf8.count }
      switch (status.st_mode & S_IFMT, ending) {
      case (S_IFDIR, _), (S_IFLNK, nil): found[name, default: []].append((name, .folder))
      case (_, let ending?): found[String(name.dropLast(ending.count)), default: []].append((name, .archive))
      default: ignored.append(name)
      }
    }
    self.path = path
    self.ignored = ignored.sorted()
    submissions = found.map { student, entries in
      let names = entries.map(\.name).sorted()
      return Submission(
        student: student, path: "\(path)/\(names[0])", form: entries.count == 1 ? entries[0].form : .several(names))
    }.sorted { $0.student < $1.student }
    guard !submissions.isEmpty else { throw .noStudents(folder: path) }
  }
}

/// Which file it is, whatever it is called.
private struct FileIdentity: Equatable {
  var device: dev_t
  var number: ino_t

  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    device = status.st_dev
    number = status.st_ino
  }
}
