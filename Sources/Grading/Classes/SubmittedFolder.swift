// Reads a folder that somebody handed in: no link is followed, and nothing but regular files is opened.
import Foundation

struct SubmittedFolder {
  private var files: SubmissionFiles

  /// The files of exercises in the folder.
  static func files(of path: String, into files: SubmissionFiles) throws(SubmissionRefusal) -> [SubmittedFile] {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    let name = URL(fileURLWithPath: path).lastPathComponent
    guard descriptor >= 0 else { throw refusal(ofOpening: name) }
    var folder = SubmittedFolder(files: files)
    try folder.walk(descriptor, path: "")
    return folder.files.files.sorted { $0.path < $1.path }
  }

  /// - Parameter descriptor: of the folder; closed here.
  private mutating func walk(_ descriptor: Int32, path: String) throws(SubmissionRefusal) {
    guard let stream = fdopendir(descriptor) else {
      close(descriptor)
      throw .unreadable(entry: path, reason: Self.reason)
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name.bytes == [0x2e] || name.bytes == [0x2e, 0x2e] || SubmissionFiles.isPassedOver(name.text) { continue }
      try visit(name, in: descriptor, path: path.isEmpty ? name.text : "\(path)/\(name.text)")
    }
  }

  private mutating func visit(_ name: EntryName, in folder: Int32, path: String) throws(SubmissionRefusal) {
    try files.enter(path)
    var status = stat()
    guard name.withPath({ fstatat(folder, $0, &status, AT_SYMLINK_NOFOLLOW) }) == 0 else {
      throw .unreadable(entry: path, reason: Self.reason)
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR:
      let inner = name.withPath { openat(folder, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
      guard inner >= 0 else { throw Self.refusal(ofOpening: path) }
      try walk(inner, path: path)
    case S_IFREG:
      if files.isWanted(name.text) { try readFile(name, in: folder, path: path) }
    default: throw .notAFile(entry: path, Self.kind(status.st_mode))
    }
  }

  private mutating func readFile(_ name: EntryName, in folder: Int32, path: String) throws(SubmissionRefusal) {
    // Not to wait for a pipe, should the file have become one since.
    let descriptor = name.withPath { openat(folder, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else { throw Self.refusal(ofOpening: path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(entry: path, reason: Self.reason) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(entry: path, Self.kind(status.st_mode)) }
    let limit = files.limits.fileBytes
    guard status.st_size <= limit else { throw .largeFile(entry: path, limit: limit) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var count = 0
    while count < bytes.count {
      let added = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + count }, $0.count - count) }
      if added < 0, errno == EINTR { continue }
      guard added >= 0 else { throw .unreadable(entry: path, reason: Self.reason) }
      if added == 0 { break }
      count += added
    }
    bytes.removeLast(bytes.count - count)
    try files.add(SubmittedFile(path: path, bytes: bytes, modified: Moment(status.st_mtim)))
  }
}

extension SubmittedFolder {
  /// A name in a folder: its bytes, whatever they are, and the same as text.
  private struct EntryName {
    var bytes: [UInt8]
    var text: String { String(decoding: bytes, as: UTF8.self) }

    func withPath<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
      (bytes + [0]).withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { text in
          // There is a zero at least.
          body(text.baseAddress.unsafelyUnwrapped)
        }
      }
    }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> EntryName {
    EntryName(bytes: DirectoryName.bytes(of: entry))
  }

  private static var reason: String { String(cString: strerror(errno)) }

  /// Right after `open` failed.
  private static func refusal(ofOpening path: String) -> SubmissionRefusal {
    let number = errno
    // With O_NOFOLLOW a link is ELOOP, and with O_DIRECTORY besides ENOTDIR.
    return number == ELOOP || number == ENOTDIR
      ? .notAFile(entry: path, .symbolicLink)
      : .unreadable(entry: path, reason: String(cString: strerror(number)))
  }

  static func kind(_ mode: mode_t) -> SubmissionRefusal.Kind {
    switch mode & S_IFMT {
    case S_IFLNK: .symbolicLink
    case S_IFIFO: .pipe
    case S_IFSOCK: .socket
    case S_IFBLK, S_IFCHR: .device
    default: .other
    }
  }
}

enum DirectoryName {
  /// The name of an entry as `readdir` gave it.
  static func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }
}

extension Moment {
  init(_ time: timespec) { self.init(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000) }
}
