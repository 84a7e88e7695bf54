// Reads an archive that somebody handed in, as a stream through libarchive. Nothing is written to disk: an entry is
// skipped, or kept in memory, or the reason to refuse the submission.
import CArchive
import Foundation

final class SubmittedArchive {
  private let archive: OpaquePointer
  private let descriptor: Int32
  private let size: Int
  /// Of the archive: the times in it are what the student's machine said.
  private let modified: Moment
  private var files: SubmissionFiles
  private var unpacked = 0

  /// The names that an archive may end in.
  static let endings = [".zip", ".tar", ".tar.gz", ".tgz"]

  /// The files of exercises in the archive.
  static func files(of path: String, into files: SubmissionFiles) throws(SubmissionRefusal) -> [SubmittedFile] {
    let archive = try SubmittedArchive(path, files)
    try archive.readEntries()
    return archive.files.files.sorted { $0.path < $1.path }
  }

  private init(_ path: String, _ files: SubmissionFiles) throws(SubmissionRefusal) {
    let name = URL(fileURLWithPath: path).lastPathComponent
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ELOOP
        ? .notAFile(entry: name, .symbolicLink) : .unreadable(entry: name, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile(entry: name, SubmittedFolder.kind(status.st_mode))
    }
    guard let archive = archive_read_new() else {
      close(descriptor)
      throw .damaged(reason: "out of memory")
    }
    archive_read_support_filter_gzip(archive)
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    self.archive = archive
    self.descriptor = descriptor
    self.files = files
    size = Int(status.st_size)
    modified = Moment(status.st_mtim)
    guard archive_read_open_fd(archive, descriptor, 1 << 16) == ARCHIVE_OK else { throw .damaged(reason: problem) }
  }

  deinit {
    archive_read_free(archive)
    close(descriptor)
  }

  private var problem: String { archive_error_string(archive).map { String(cString: $0) } ?? "it is damaged" }

  private func readEntries() throws(SubmissionRefusal) {
    var number = 0
    while true {
      var entry: OpaquePointer?
      let result = archive_read_next_header(archive, &entry)
      if result == ARCHIVE_EOF { break }
      // A warning is about names in other alphabets or times; the entry is there.
      guard result == ARCHIVE_OK || result == ARCHIVE_WARN, let entry else { throw .damaged(reason: problem) }
      number += 1
      guard let path = Self.text(archive_entry_pathname_utf8(entry)) ?? Self.text(archive_entry_pathname(entry)),
        !path.isEmpty
      else { throw .namelessEntry(number: number) }
      try read(entry, path: path)
    }
    // An empty file is read as an archive without entries.
    if number == 0 { throw .damaged(reason: "there is nothing in it") }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }

  private func read(_ entry: OpaquePointer, path: String) throws(SubmissionRefusal) {
    let parts = path.split(omittingEmptySubsequences: true) { $0 == "/" || $0 == "\\" }
    let isAbsolute = path.hasPrefix("/") || path.hasPrefix("\\") || path.prefixMatch(of: /[A-Za-z]:/) != nil
    guard !isAbsolute, !parts.contains("..") else { throw .outside(entry: path) }
    let clean = parts.filter { $0 != "." }.joined(separator: "/")
    try files.enter(clean)
    guard archive_entry_is_encrypted(entry) == 0 else { throw .encrypted(entry: path) }
    if archive_entry_hardlink(entry) != nil || archive_entry_hardlink_utf8(entry) != nil {
      throw .notAFile(entry: path, .hardLink)
    }
    let isPassedOver = parts.contains { SubmissionFiles.isPassedOver($0) && $0 != "." }
    switch archive_entry_filetype(entry) {
    case S_IFDIR: return
    case S_IFREG: break
    // Links of `.build` and the like are never followed, as nothing there is.
    case S_IFLNK where isPassedOver: return
    case let mode: throw .notAFile(entry: path, SubmittedFolder.kind(mode))
    }
    let isWanted = !isPassedOver && parts.last.map { files.isWanted($0) } == true
    let bytes = try contents(path: path, isKept: isWanted)
    if isWanted { try files.add(SubmittedFile(path: clean, bytes: bytes, modified: modified)) }
  }

  /// Unpacks an entry, whether or not it is kept: only so is it known how large the next ones may be.
  private func contents(path: String, isKept: Bool) throws(SubmissionRefusal) -> [UInt8] {
    let limits = files.limits
    var bytes: [UInt8] = []
    var count = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let added = archive_read_data(archive, &buffer, buffer.count)
      if added == 0 { return bytes }
      guard added > 0 else { throw .damaged(reason: problem) }
      count += added
      unpacked += added
      guard !isKept || count <= limits.fileBytes else { throw .largeFile(entry: path, limit: limits.fileBytes) }
      guard count <= limits.entryBytes else { throw .largeEntry(entry: path, limit: limits.entryBytes) }
      guard unpacked <= limits.totalBytes else { throw .largeArchive(entry: path, limit: limits.totalBytes) }
      guard unpacked <= limits.ratioFloor || unpacked / limits.ratio <= size else {
        throw .bomb(entry: path, ratio: limits.ratio)
      }
      if isKept { bytes += buffer[..<added] }
    }
  }
}
