// One student's folder or archive.

struct Submission: Equatable, Sendable {
  enum Form: Equatable, Sendable {
    case folder, archive
    /// Several entries for one student; none is taken.
    case several([String])
    /// Its name is not UTF-8.
    case misnamed
  }

  /// As it is called in the gradebook: the name of the folder or of the archive.
  var student: String
  var path: String
  var form: Form

  /// The files with the names of exercises.
  func files(named names: [String], limits: SubmissionLimits = .standard) throws(SubmissionRefusal) -> [SubmittedFile] {
    let files = SubmissionFiles(names: names, limits: limits)
    return switch form {
    case .folder: try SubmittedFolder.files(of: path, into: files)
    case .archive: try SubmittedArchive.files(of: path, into: files)
    case .several(let names): throw .severalOfOneName(names)
    case .misnamed: throw .nameNotUTF8
    }
  }
}
