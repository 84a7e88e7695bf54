// Why a submission is not judged, and the sentence for each reason. The others are judged all the same.
import LessonDocuments

enum SubmissionRefusal: Error, Equatable {
  /// What an entry is that it may not be.
  enum Kind: String {
    case symbolicLink = "a symbolic link"
    case hardLink = "a hard link"
    case pipe = "a pipe"
    case device = "a device"
    case socket = "a socket"
    case other = "not a file"
  }

  case severalOfOneName([String])
  case nameNotUTF8
  case unreadable(entry: String, reason: String)
  case notAFile(entry: String, Kind)
  /// `../x`, `/etc/x`
  case outside(entry: String)
  case encrypted(entry: String)
  case twice(entry: String)
  case tooDeep(entry: String, limit: Int)
  case longPath(entry: String, limit: Int)
  case tooManyEntries(limit: Int)
  case largeFile(entry: String, limit: Int)
  case largeEntry(entry: String, limit: Int)
  case largeArchive(entry: String, limit: Int)
  case bomb(entry: String, ratio: Int)
  case damaged(reason: String)
  case namelessEntry(number: Int)
}

extension SubmissionRefusal: CustomStringConvertible {
  var description: String {
    switch self {
    case .severalOfOneName(let names):
      "there are \(names.map(\.quoted).joined(separator: " and ")) for one student. Keep the one that is meant"
    case .nameNotUTF8: "the name of the folder or archive is not UTF-8. Rename it"
    case .unreadable(let entry, let reason): "\(entry.quoted) cannot be read: \(reason)"
    case .notAFile(let entry, let kind): "\(entry.quoted) is \(kind.rawValue); only files and folders are taken"
    case .outside(let entry): "\(entry.quoted) would be outside of the submission's folder"
    case .encrypted(let entry): "\(entry.quoted) is encrypted. Hand it in without a password"
    case .twice(let entry): "\(entry.quoted) is in the archive twice"
    case .tooDeep(let entry, let limit): "\(entry.quoted) is more than \(limit) folders deep"
    case .longPath(let entry, let limit): "the path \(entry.quoted) is longer than \(limit) bytes"
    case .tooManyEntries(let limit): "it holds more than \(limit) files and folders"
    case .largeFile(let entry, let limit): "\(entry.quoted) is larger than \(limit >> 20) MB"
    case .largeEntry(let entry, let limit): "\(entry.quoted) is larger than \(limit >> 20) MB when unpacked"
    case .largeArchive(let entry, let limit):
      "the archive is larger than \(limit >> 20) MB when unpacked (reading stopped at \(entry.quoted))"
    case .bomb(let entry, let ratio):
      "the archive unpacks to more than \(ratio) times its size (reading stopped at \(entry.quoted))"
    case .damaged(let reason): "the archive cannot be read: \(reason.harmless)"
    case .namelessEntry(let number): "entry \(number) of the archive has a name that cannot be read"
    }
  }
}
