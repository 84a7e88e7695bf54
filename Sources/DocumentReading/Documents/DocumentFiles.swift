// From files and folders, as they are named on a command line, to the documents in them.
internal import Foundation

/// The files that are there to be read, and those that are not.
public struct DocumentFiles: Equatable, Sendable {
  /// A file or folder that gives nothing, and why.
  public struct Failure: Equatable, Sendable {
    public var file: String
    public var error: DocumentError

    public init(file: String, error: DocumentError) {
      self.file = file
      self.error = error
    }
  }

  /// Each once, in the order of the paths; those of a folder in the order of their names' characters.
  public fileprivate(set) var files: [String] = []
  /// What was named and cannot be read, and what stands in a folder and cannot be opened.
  public fileprivate(set) var failures: [Failure] = []
  /// What stands in a folder and is of no kind that can be read; nobody asked for it by name.
  public fileprivate(set) var passedOver: [String] = []

  /// Looks through folders and all folders in them. Names that begin with a dot are left out there; links are followed,
  /// each folder and file once, so that a circle ends.
  public static func find(_ paths: [String]) -> DocumentFiles {
    var search = DocumentSearch()
    for path in paths { search.add(path, isNamed: true) }
    return search.found
  }
}

/// Goes through folders and remembers where it has been.
private struct DocumentSearch {
  private(set) var found = DocumentFiles()
  private var seen: Set<FileIdentity> = []

  mutating func add(_ path: String, isNamed: Bool) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      return fail(path, .unreadable(reason: path.isEmpty ? "its name is empty" : "the path holds a NUL character"))
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return fail(path, .unreadable(reason: Self.systemReason)) }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    guard isFolder || DocumentFormat(file: path) != nil else {
      if isNamed { fail(path, .unknownFormat) } else { found.passedOver.append(path) }
      return
    }
    guard isFolder || status.st_mode & S_IFMT == S_IFREG else {
      return fail(path, .unreadable(reason: "it is not a file"))
    }
    guard seen.insert(FileIdentity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))).inserted else {
      return
    }
    if isFolder { addFolder(path) } else { found.files.append(path) }
  }

  private mutating func addFolder(_ path: String) {
    guard let names = Self.names(in: path) else { return fail(path, .unreadable(reason: Self.systemReason)) }
    let prefix = path == "." ? "" : path.hasSuffix("/") ? path : path + "/"
    for name in names {
      // A name that is not UTF-8 was repaired when it was read, and would not be found.
      if let name {
        add(prefix + name, isNamed: false)
      } else {
        fail(path, .unreadable(reason: "a file's name in it is not UTF-8; rename that file"))
      }
    }
  }

  private mutating func fail(_ path: String, _ kind: DocumentError.Kind) {
    found.failures.append(DocumentFiles.Failure(file: path, error: DocumentError(kind)))
  }

  private static var systemReason: String { String(cString: strerror(errno)) }

  /// Sorted; nil stands for a name that is not UTF-8. nil if the folder cannot be opened.
  private static func names(in folder: String) -> [String?]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name.first != UInt8(ascii: ".") { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { String(validating: $0, as: UTF8.self) }
  }
}

private struct FileIdentity: Hashable {
  var device: UInt64
  var number: UInt64
}
