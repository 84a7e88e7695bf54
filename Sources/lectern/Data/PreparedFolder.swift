// The folder that `lectern data prepare` writes: there whole, or not at all.
import DataPreparation
import Foundation
import Hashing
import LessonDocuments

/// Writes files to a folder beside the wanted one, and puts it in its place when all are on the disk. What stands in the
/// wanted folder and is not ours, such as the log of a review, stays.
struct PreparedFolder {
  static let names = [
    "rows.jsonl", "rows.csv", "train.jsonl", "validation.jsonl", "test.jsonl", "recipe.yaml", "card.json", "card.md",
  ]
  /// Files of other commands that belong beside ours.
  private static let kept = ["review.jsonl"]

  let path: String
  private let parent: String
  private let name: String

  /// - Parameter replacing: whether a folder with other content may be written to.
  init(_ path: String, replacing: Bool) throws {
    let url = URL(fileURLWithPath: path).standardizedFileURL
    self.path = url.path
    parent = url.deletingLastPathComponent().path
    name = url.lastPathComponent
    mendLeftovers()
    var status = stat()
    guard stat(self.path, &status) == 0 else {
      guard errno == ENOENT else { throw Self.cannotWrite(path) }
      return
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw UsageFailure("--out \(path.harmless) is a file; name a folder")
    }
    let others = try Self.entries(in: self.path).filter { !(Self.names + Self.kept).contains($0) }.sorted()
    if let other = others.first, !replacing {
      throw UsageFailure(
        "--out \(path.harmless) holds other things, such as \(other.quoted). Name a new folder, or say --replace to write "
          + "into this one; what is not ours stays there")
    }
    for other in others where stat("\(self.path)/\(other)", &status) == 0 && status.st_mode & S_IFMT != S_IFREG {
      throw UsageFailure("--out \(path.harmless) holds \(other.quoted), which is no plain file; name another folder")
    }
  }

  /// Writes all files and puts them in place. Throws ``FolderFailure``, and then leaves what was there.
  func write(_ files: [(name: String, bytes: [UInt8])]) throws {
    do { try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true) } catch {
      throw Self.cannotWrite(parent)
    }
    let unfinished = "\(parent)/.\(name).unfinished-\(getpid())"
    guard mkdir(unfinished, 0o777) == 0 else { throw Self.cannotWrite(path) }
    do {
      for (name, bytes) in files { try Self.write(bytes, to: "\(unfinished)/\(name)") }
      for other in (try? Self.entries(in: path)) ?? [] where !Self.names.contains(other) {
        guard link("\(path)/\(other)", "\(unfinished)/\(other)") == 0 else {
          throw Self.cannotWrite("\(path)/\(other)")
        }
      }
      try putInPlace(unfinished)
    } catch {
      try? FileManager.default.removeItem(atPath: unfinished)
      throw error
    }
  }

  /// The old folder steps aside for the new one, and goes when that is there. A run that is killed in between leaves both;
  /// the next one finds them.
  private func putInPlace(_ unfinished: String) throws {
    let aside = "\(parent)/.\(name).replaced-\(getpid())"
    let isReplacing = rename(path, aside) == 0
    guard isReplacing || errno == ENOENT else { throw Self.cannotWrite(path) }
    guard rename(unfinished, path) == 0 else {
      let failure = Self.cannotWrite(path)
      if isReplacing { _ = rename(aside, path) }
      throw failure
    }
    if isReplacing { try? FileManager.default.removeItem(atPath: aside) }
  }

  /// Puts right what runs that were killed have left: a folder that stepped aside comes back, unfinished ones go.
  private func mendLeftovers() {
    for entry in ((try? Self.entries(in: parent)) ?? []).sorted() where entry.hasPrefix(".\(name).") {
      let parts = entry.dropFirst(name.count + 2).split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, let process = pid_t(parts[1]), kill(process, 0) != 0, errno == ESRCH else { continue }
      let leftover = "\(parent)/\(entry)"
      if parts[0] == "replaced", access(path, F_OK) != 0 {
        _ = rename(leftover, path)
      } else if parts[0] == "replaced" || parts[0] == "unfinished" {
        try? FileManager.default.removeItem(atPath: leftover)
      }
    }
  }

  private static func entries(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw cannotWrite(path) }
    defer { close(descriptor) }
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw cannotWrite(path) }
      sent += count
    }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw cannotWrite(path) }
  }

  private static func cannotWrite(_ path: String) -> FolderFailure {
    FolderFailure(message: "cannot write \(path.harmless): \(String(cString: strerror(errno)))")
  }
}

/// The disk is full, or a folder cannot be written.
struct FolderFailure: LecternFailure {
  let status = ExitStatus.environment
  let message: String
}
