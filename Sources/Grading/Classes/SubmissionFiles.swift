// What was found in a submission: the files whose names are those of exercises, and nothing else of it.

/// A file of a submission, in memory.
struct SubmittedFile: Equatable {
  /// From the submission's folder: `work/Softmax.swift`
  var path: String
  var bytes: [UInt8]
  var modified: Moment

  var name: Substring { path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...] }

  /// The folders above it, outermost first.
  var folders: [Substring] { path.split(separator: "/").dropLast() }
}

/// Gathers the files of a submission while it is walked or unpacked, within limits.
struct SubmissionFiles {
  private(set) var files: [SubmittedFile] = []
  private var entries = 0
  private let wanted: Set<String>
  let limits: SubmissionLimits

  /// - Parameter names: of the exercises' files; upper and lower case are the same here.
  init(names: some Sequence<String>, limits: SubmissionLimits = .standard) {
    wanted = Set(names.map { $0.lowercased() })
    self.limits = limits
  }

  func isWanted(_ name: some StringProtocol) -> Bool { wanted.contains(name.lowercased()) }

  /// Counts an entry, and sees that its path is in order.
  mutating func enter(_ path: String) throws(SubmissionRefusal) {
    entries += 1
    guard entries <= limits.entries else { throw .tooManyEntries(limit: limits.entries) }
    guard path.utf8.count <= limits.pathBytes else { throw .longPath(entry: path, limit: limits.pathBytes) }
    guard path.utf8.count(where: { $0 == UInt8(ascii: "/") }) <= limits.depth else {
      throw .tooDeep(entry: path, limit: limits.depth)
    }
  }

  mutating func add(_ file: SubmittedFile) throws(SubmissionRefusal) {
    guard !files.contains(where: { $0.path == file.path }) else { throw .twice(entry: file.path) }
    files.append(file)
  }

  /// What the system or an archiver left there, not the student: `.build`, `.git`, `__MACOSX`. It is passed over.
  static func isPassedOver(_ name: some StringProtocol) -> Bool { name.hasPrefix(".") || name == "__MACOSX" }
}
