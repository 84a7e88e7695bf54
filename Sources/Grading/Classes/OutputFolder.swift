// Where `lectern grade` writes: a file is there whole or not at all, whatever ends the process in between.
import Foundation
import StepRecords

public struct OutputFolder: Sendable {
  public let path: String

  public var gradebookFile: String { "\(path)/gradebook.sqlite" }
  public var exportsFolder: String { "\(path)/exports" }
  private var resultsFolder: String { "\(path)/results" }

  /// Makes the folder if it is not there.
  public init(_ path: String) throws(ClassError) {
    self.path = path
    try Self.makeFolder(path)
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(ClassError) {
    var status = stat()
    if mkdir(path, 0o777) == 0 || (errno == EEXIST && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR) {
      return
    }
    let reason = errno
    let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard reason == ENOENT, above.utf8.count < URL(fileURLWithPath: path).path.utf8.count else {
      throw .cannotWrite(file: path, reason: String(cString: strerror(reason)))
    }
    try makeFolder(above)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else {
      throw .cannotWrite(file: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Puts a file in place of what was there.
  static func write(_ bytes: [UInt8], to path: String) throws(ClassError) {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw .cannotWrite(file: path, reason: Self.reason(error))
    }
  }

  private static func reason(_ error: any Error) -> String {
    if let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError,
      underlying.domain == NSPOSIXErrorDomain
    {
      return String(cString: strerror(Int32(underlying.code)))
    }
    return (error as NSError).localizedDescription
  }
}

/// Results
extension OutputFolder {
  private func folder(of student: String) -> String { "\(resultsFolder)/\(SafeName.of(student))" }

  private func file(of student: String, _ exercise: String) -> String {
    "\(folder(of: student))/\(SafeName.of(exercise)).json"
  }

  /// The last result; nil if there is none, or what is there is no result of that student.
  func result(of student: String, _ exercise: String) -> GradedFile? {
    guard let data = FileManager.default.contents(atPath: file(of: student, exercise)),
      let result = try? RecordJSON.decode(GradedFile.self, from: data),
      result.student == student, result.exercise == exercise
    else { return nil }
    return result
  }

  func write(_ result: GradedFile) throws(ClassError) {
    try Self.makeFolder(folder(of: result.student))
    let path = file(of: result.student, result.exercise)
    let bytes: [UInt8]
    do { bytes = try RecordJSON.line(result) } catch { throw .cannotWrite(file: path, reason: "\(error)") }
    try Self.write(bytes, to: path)
  }
}

/// Keeps others from working in the folder until it goes away, by whatever way the process ends.
public final class OutputLock: Sendable {
  private let descriptor: Int32

  public init(_ folder: OutputFolder) throws(ClassError) {
    let path = "\(folder.path)/.lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw .cannotWrite(file: path, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw .busy(folder: folder.path)
    }
  }

  deinit { close(descriptor) }
}
