// The YAML block at the top of a file: found, composed by Yams, and cut into keys and values with their lines. What a
// key means is for those to say who know the file: FrontMatterReader for lessons, TaskReader for exercises.

import Yams

package struct FrontMatterBlock {
  package struct Entry {
    package let key: String
    package let line: Int
    package let value: FrontMatterValue
  }

  /// Something that is no key with a value, and where it stands.
  package struct Fault {
    package let line: Int
    package let message: String
  }

  /// In the order of the file.
  package private(set) var entries: [Entry] = []
  package private(set) var faults: [Fault] = []
  /// Whether the file begins with one, closed or not.
  package let isThere: Bool
  /// The first line of the document below.
  let nextLine: Int

  /// - Throws: `LessonError.notYAML`.
  init(_ lines: SourceLines, path: String) throws(LessonError) {
    isThere = Self.isMark(lines, line: 1)
    guard isThere else {
      nextLine = 1
      return
    }
    guard let end = (2..<max(2, lines.count + 1)).first(where: { Self.isMark(lines, line: $0) }) else {
      nextLine = 1
      add(1, "front matter begins here, and no second line \"---\" ends it; it is read as text")
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
    if let root { read(root, yaml) }
  }

  /// `---` alone, but for blanks behind it.
  private static func isMark(_ lines: SourceLines, line: Int) -> Bool {
    let bytes = lines[line]
    return bytes.starts(with: "---".utf8) && bytes.dropFirst(3).allSatisfy(\.isBlank)
  }

  private mutating func add(_ line: Int, _ message: String) { faults.append(Fault(line: line, message: message)) }

  private mutating func read(_ root: Node, _ yaml: YAMLText) {
    if FrontMatterValue(node: root, yaml: yaml).isNothing { return }
    guard case .mapping(let mapping) = root else {
      return add(yaml.line(of: root), "the front matter is not \"key: value\" lines; it has no effect")
    }
    for (key, value) in mapping {
      let line = yaml.line(of: key)
      guard case .scalar(let scalar) = key else {
        add(line, "a key of the front matter is a word; this one has no effect")
        continue
      }
      entries.append(Entry(key: scalar.string, line: line, value: FrontMatterValue(node: value, yaml: yaml)))
    }
  }
}

/// A value of the front matter, asked for as whatever its key wants.
package struct FrontMatterValue {
  fileprivate let node: Node
  fileprivate let yaml: YAMLText

  package var line: Int { yaml.line(of: node) }

  /// An empty value, `~` or `null`.
  package var isNothing: Bool { node.tag == Tag(.null) }

  /// Any single value but nothing, on one line: `title: 2001` is a title. nil if it is a list, or empty.
  package var text: String? {
    guard let paragraphs else { return nil }
    return paragraphs.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// As `text`, with its lines.
  package var paragraphs: String? {
    guard case .scalar(let scalar) = node, !isNothing else { return nil }
    let lines = scalar.string.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let isEmpty = { (line: Substring) in String(line).trimmingBlanks.isEmpty }
    let kept = lines.drop(while: isEmpty).reversed().drop(while: isEmpty).reversed()
    let text = String(kept.joined(separator: "\n").trimmingBlanks)
    return text.isEmpty ? nil : text
  }

  /// The characters of a value that is not in quotation marks.
  package var number: String? {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
    return scalar.string
  }

  /// nil if it is no list.
  package var items: [FrontMatterValue]? {
    guard case .sequence(let items) = node else { return nil }
    return items.map { FrontMatterValue(node: $0, yaml: yaml) }
  }
}
