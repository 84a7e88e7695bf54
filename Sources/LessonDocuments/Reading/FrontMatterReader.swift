// The YAML block at the top of a lesson (LESSON_FORMAT rule 2): found in the file, composed by Yams, checked by us.

import Yams

struct FrontMatterReader {
  private(set) var frontMatter = FrontMatter()
  private(set) var warnings: [LessonWarning] = []
  /// The first line of the document below.
  let nextLine: Int

  private let lines: SourceLines
  private let path: String

  private enum Key: String, CaseIterable { case title, summary, minutes, objectives, needs, seed, timeout }

  /// - Throws: `LessonError.notYAML`; what is YAML and makes no sense is a warning.
  init(_ lines: SourceLines, path: String) throws(LessonError) {
    self.lines = lines
    self.path = path
    guard Self.isMark(lines, line: 1) else {
      nextLine = 1
      return
    }
    guard let end = (2..<max(2, lines.count + 1)).first(where: { Self.isMark(lines, line: $0) }) else {
      nextLine = 1
      warn(1, "front matter begins here, and no second line \"---\" ends it; it is read as text")
      return
    }
    nextLine = end + 1
    let yaml = YAMLText(lines, 2..<end)
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml.text)
    } catch {
      let (line, problem) = yaml.place(of: error)
      throw .notYAML(path: path, line: line, problem: problem)
    }
    read(root, yaml)
    warnings.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  /// `---` alone, but for blanks behind it.
  private static func isMark(_ lines: SourceLines, line: Int) -> Bool {
    let bytes = lines[line]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy(\.isBlank)
  }

  private mutating func warn(_ line: Int, _ message: String) {
    warnings.append(LessonWarning(path: path, line: line, message: message))
  }
}

/// Values
extension FrontMatterReader {
  private mutating func read(_ root: Node?, _ yaml: YAMLText) {
    guard let root, !root.isNothing else { return }
    guard case .mapping(let mapping) = root else {
      return warn(yaml.line(of: root), "the front matter is not \"key: value\" lines; it has no effect")
    }
    for (key, value) in mapping {
      let line = yaml.line(of: key)
      guard case .scalar(let scalar) = key else {
        warn(line, "a key of the front matter is a word; this one has no effect")
        continue
      }
      guard let known = Key(rawValue: scalar.string) else {
        let nearest = NearestName.of(scalar.string, among: Key.allCases.map(\.rawValue)) ?? ""
        warn(line, "unknown key \(scalar.string.quoted); the nearest known one is \(nearest.quoted)")
        continue
      }
      // `title:` and nothing: as if it were not there.
      if value.isNothing { continue }
      if !read(value, of: known, yaml) {
        warn(line, "\(known.rawValue) has no effect: it must be \(Self.form(of: known))")
      }
    }
  }

  /// False if the value makes no sense for its key.
  private mutating func read(_ value: Node, of key: Key, _ yaml: YAMLText) -> Bool {
    switch key {
    case .title: Self.set(&frontMatter.title, to: Self.text(value))
    case .summary: Self.set(&frontMatter.summary, to: Self.text(value))
    case .minutes:
      Self.set(&frontMatter.minutes, to: Self.number(value).flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil })
    case .objectives: readList(value, of: key, yaml) { $0.objectives = $1 }
    case .needs: readList(value, of: key, yaml) { $0.needs = $1 }
    case .seed: Self.set(&frontMatter.seed, to: Self.number(value).flatMap { UInt64($0) })
    case .timeout: Self.set(&frontMatter.timeout, to: Self.number(value).flatMap(Timeout.seconds))
    }
  }

  private static func set<Value>(_ place: inout Value?, to value: Value?) -> Bool {
    place = value
    return value != nil
  }

  private mutating func readList(
    _ value: Node, of key: Key, _ yaml: YAMLText, store: (inout FrontMatter, [String]) -> Void
  ) -> Bool {
    guard case .sequence(let items) = value else { return false }
    let texts = items.compactMap { item in
      let text = Self.text(item)
      if text == nil { warn(yaml.line(of: item), "this item of \(key.rawValue) is not text; it has no effect") }
      return text
    }
    store(&frontMatter, texts)
    return true
  }

  private static func form(of key: Key) -> String {
    switch key {
    case .title, .summary: "text"
    case .minutes: "a whole number above 0, such as 18"
    case .objectives, .needs: "a list, such as [\"one\", \"two\"]"
    case .seed: "a whole number from 0 on, such as 3"
    case .timeout: Timeout.form
    }
  }

  /// Any single value but nothing, on one line: `title: 2001` is a title.
  private static func text(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, !node.isNothing else { return nil }
    let text = scalar.string.split(whereSeparator: \.isNewline).joined(separator: " ").trimmingBlanks
    return text.isEmpty ? nil : String(text)
  }

  /// The characters of a value that is not in quotation marks.
  private static func number(_ node: Node) -> String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
    return scalar.string
  }
}

extension Node {
  /// An empty value, `~` or `null`.
  fileprivate var isNothing: Bool { tag == Tag(.null) }
}

/// The text that is given to Yams, and the way back from its lines to the file's.
private struct YAMLText {
  let text: String
  /// For each line as YAML counts them, the line of the file.
  private let fileLines: [Int]

  /// YAML ends lines at more characters than a Markdown file does.
  private static let moreLineEndings: Set<Unicode.Scalar> = ["\u{85}", "\u{2028}", "\u{2029}"]

  init(_ lines: SourceLines, _ range: Range<Int>) {
    var text = ""
    var fileLines: [Int] = []
    for line in range {
      let content = String(decoding: lines.normalised(line: line), as: UTF8.self)
      text += content + "\n"
      let count = 1 + content.unicodeScalars.count(where: Self.moreLineEndings.contains)
      fileLines += repeatElement(line, count: count)
    }
    self.text = text
    self.fileLines = fileLines
  }

  func line(of node: Node) -> Int { line(node.mark?.line ?? 1) }

  private func line(_ yamlLine: Int) -> Int {
    guard let last = fileLines.last else { return 1 }
    return yamlLine > fileLines.count ? last : fileLines[max(0, yamlLine - 1)]
  }

  /// What Yams complains about and where.
  func place(of error: any Error) -> (line: Int, problem: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _)?, .parser(let context, let problem, let mark, _)?,
      .composer(let context, let problem, let mark, _)?:
      // What is never closed is missed at the end of the text, and was opened where the context says.
      let isAtEnd = mark.line > fileLines.count
      let place = isAtEnd ? context?.mark.line ?? mark.line : mark.line
      return (line(place), [context?.text, problem].compactMap { $0 }.joined(separator: ": "))
    case .duplicatedKeysInMapping(let keys, let context)?:
      let name = keys.first ?? ""
      return (secondLine(ofKey: name) ?? line(context.mark.line), "the key \(name.quoted) is there twice")
    case .reader(let problem, let offset, _, _)?:
      let before = text.prefix(offset ?? 0).unicodeScalars
      return (line(1 + before.count { $0 == "\n" || Self.moreLineEndings.contains($0) }), problem)
    default: return (line(1), "\(error)".harmless)
    }
  }

  private func secondLine(ofKey key: String) -> Int? {
    let places = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { _, line in
      line.hasPrefix(key) && String(line.dropFirst(key.count)).trimmingBlanks.hasPrefix(":")
    }
    guard places.count > 1 else { return nil }
    let linesBefore = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(places[1].offset)
    return line(1 + linesBefore.reduce(0) { $0 + 1 + $1.unicodeScalars.count(where: Self.moreLineEndings.contains) })
  }
}
