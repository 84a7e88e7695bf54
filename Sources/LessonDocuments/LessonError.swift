// Why a lesson cannot be read (LESSON_FORMAT rule 13), and the sentence for each reason.

public enum LessonError: Error, Equatable, Sendable {
  case unreadable(path: String, reason: String)
  case notUTF8(path: String, position: SourcePosition, isUTF16: Bool)
  /// Front matter that is no YAML.
  case notYAML(path: String, line: Int, problem: String)
  case duplicateID(path: String, id: String, line: Int, firstLine: Int)
  /// `include` is what the attribute says.
  case badInclude(path: String, line: Int, include: String, fault: IncludeFault)

  public enum IncludeFault: Error, Equatable, Sendable {
    /// There is no `#region` in the attribute.
    case namesNoRegion
    case notFound
    case outsideCourse
    case unreadable(reason: String)
    case notUTF8(SourcePosition)
    case noSuchRegion(known: [String])
    /// `// region:` without `// end:`.
    case openRegion(line: Int)
  }
}

extension LessonError: CustomStringConvertible {
  /// `path:line: what is wrong. What to do`
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .notUTF8(let path, let position, let isUTF16):
      "\(path):\(position.line):\(position.column): this byte is not UTF-8"
        + (isUTF16 ? "; the file looks like UTF-16. Save it as UTF-8" : ". Save the file as UTF-8")
    case .notYAML(let path, let line, let problem): "\(path):\(line): the front matter is not YAML: \(problem)"
    case .duplicateID(let path, let id, let line, let firstLine):
      "\(path):\(line): the step on line \(firstLine) has the id \(id.quoted) already. Give this one another"
    case .badInclude(let path, let line, let include, let fault):
      "\(path):\(line): include=\(include.harmless): \(Self.sentence(for: fault, include: include))"
    }
  }

  private static func sentence(for fault: IncludeFault, include: String) -> String {
    let region = include.split(separator: "#", maxSplits: 1).dropFirst().first.map(String.init) ?? ""
    return switch fault {
    case .namesNoRegion: "no region is named. Write include=path#region"
    case .notFound: "there is no such file, from the lesson's folder or from the course's"
    case .outsideCourse: "the file is outside the course's folder. Copy it into the course"
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    case .notUTF8(let position): "the file's byte at \(position.line):\(position.column) is not UTF-8"
    case .noSuchRegion(let known):
      if let nearest = NearestName.of(region, among: known) {
        "the file has no region \(region.quoted); the nearest it has is \(nearest.quoted)"
      } else {
        "the file has no region. Put \"// region: \(region.harmless)\" before the lines to quote and "
          + "\"// end: \(region.harmless)\" behind them"
      }
    case .openRegion(let line):
      "the region begins on line \(line) of the file, and no \"// end: \(region.harmless)\" follows"
    }
  }
}
