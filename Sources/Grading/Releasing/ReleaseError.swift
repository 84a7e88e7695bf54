// Why there is no learners' copy, and the sentence for each reason.
import LessonDocuments

public enum ReleaseError: Error, Equatable, Sendable {
  case notEmpty(folder: String)
  /// `part` is the course's folder that it is in.
  case insideCourse(folder: String, part: String)
  case lacks(id: String, need: String)
  case noSolution(id: String, path: String)
  case noStarter(path: String, mark: String)
  case link(path: String)
  case includesSolution(path: String, line: Int, file: String)
  case unreadable(path: String, reason: String)
  case cannotWrite(path: String, reason: String)
  case leaks([Leak])
}

extension ReleaseError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notEmpty(let folder): "\(folder.harmless) is there and not empty; name a folder that is not there yet"
    case .insideCourse(let folder, let part):
      "\(folder.harmless) is in the course's own folder \(part), which would become a part of the next copy; name "
        + "another"
    case .lacks(let id, let need): "\(id) needs \(need.quoted), which is not in this copy. Add it to --exercises"
    case .noSolution(let id, let path):
      "\(id) has no solution to make its answers from: there is no \(path.harmless)"
    case .noStarter(let path, let mark):
      "\(path.harmless) is no starter: it does not hold \(mark). Put the starter back before you release"
    case .link(let path):
      "\(path.harmless) is a link, and the learners' copy holds files only. Put the file in its place"
    case .includesSolution(let path, let line, let file):
      "\(path.harmless):\(line): this includes \(file.harmless), which learners do not get"
    case .unreadable(let path, let reason): "\(path.harmless): cannot be read: \(reason)"
    case .cannotWrite(let path, let reason):
      "\(path.harmless): cannot be written: \(reason). Nothing is left of the copy; free some space or name another "
        + "folder"
    case .leaks(let leaks): Self.sentence(leaks)
    }
  }

  /// So many are listed.
  private static let mostLeaks = 20

  private static func sentence(_ leaks: [Leak]) -> String {
    let list = leaks.prefix(mostLeaks).map { leak in
      "\(leak.path.harmless):\(leak.line): this is line \(leak.sourceLine) of \(leak.source.harmless)\n"
    }
    let more = leaks.count > mostLeaks ? "and \(leaks.count - mostLeaks) more\n" : ""
    return "the copy would give away what learners must not have, and was not made:\n\(list.joined())\(more)"
      + "Take it out of the learners' files, or word it otherwise there"
  }
}
