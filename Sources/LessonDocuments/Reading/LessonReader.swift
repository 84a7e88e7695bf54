// From a file to a lesson and its warnings. Only LessonError stops it: everything else that is odd is a warning.
import Foundation

public enum LessonReader {
  /// Reads a lesson of a course.
  ///
  /// - Parameters:
  ///   - file: where it is on disk.
  ///   - path: what the lesson, its steps and all messages call it.
  ///   - root: the course's folder, outside of which no include leads.
  public static func read(file: String, named path: String, course root: String) throws(LessonError) -> LessonReading {
    let bytes: [UInt8]
    do {
      bytes = try RegularFile(file).bytes
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().path
    return try read(bytes, named: path, files: CourseFiles(root: root, folder: folder))
  }

  /// Reads a lesson that is in memory; it has no course, so every include is an error.
  public static func read(_ bytes: [UInt8], named path: String) throws(LessonError) -> LessonReading {
    try read(bytes, named: path, files: nil)
  }

  /// Reads a lesson that is in memory; it has no course, so every include is an error.
  public static func read(_ text: String, named path: String) throws(LessonError) -> LessonReading {
    try read(Array(text.utf8), named: path)
  }

  private static func read(
    _ bytes: [UInt8], named path: String, files: CourseFiles?
  ) throws(LessonError) -> LessonReading {
    let text = try LessonText(bytes, path: path)
    let blocks = try BlockReader(text.document, lines: text.lines, path: path, files: files)
    let lesson = Lesson(
      path: path, title: text.title, frontMatter: text.frontMatter, document: text.document, steps: blocks.steps,
      expectations: blocks.expectations, quizzes: blocks.quizzes, notes: blocks.notes)
    let warnings = text.warnings + blocks.warnings + lesson.proseNumberWarnings
    return LessonReading(lesson: lesson, warnings: warnings.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
  }
}

/// The first half of reading: front matter and document, before any block has a meaning.
struct LessonText {
  let lines: SourceLines
  let frontMatter: FrontMatter
  let document: MarkdownNode
  let title: String
  private(set) var warnings: [LessonWarning]

  init(_ bytes: [UInt8], path: String) throws(LessonError) {
    if let invalid = firstInvalidUTF8(in: bytes) {
      let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      throw .notUTF8(path: path, position: invalid.position, isUTF16: isUTF16)
    }
    lines = SourceLines(bytes)
    let reader = try FrontMatterReader(lines, path: path)
    frontMatter = reader.frontMatter
    warnings = reader.warnings
    let parsed = MarkdownNode.parse(lines, from: reader.nextLine)
    document = parsed.document
    title = Lesson.title(frontMatter, document, path: path)
    if let line = parsed.flattenedLine {
      let message =
        "what is nested deeper than \(CommonMark.deepestNesting) lists, quotes or marks is read as less deep"
      warnings.append(LessonWarning(path: path, line: line, message: message))
    }
    if let line = (1..<lines.count + 1).first(where: { lines[$0].contains(0) }) {
      warnings.append(LessonWarning(path: path, line: line, message: "there is a NUL character; it is read as U+FFFD"))
    }
  }
}

extension Lesson {
  /// The front matter's title, else the first heading's text, else the file's name.
  static func title(_ frontMatter: FrontMatter, _ document: MarkdownNode, path: String) -> String {
    if let title = frontMatter.title ?? document.firstHeading { return title }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.hasSuffix(".md") && name.count > 3 ? String(name.dropLast(3)) : name
  }
}

extension MarkdownNode {
  /// The text of the first heading that has any.
  fileprivate var firstHeading: String? {
    if case .heading = kind {
      let text = inlineText.trimmingBlanks
      return text.isEmpty ? nil : String(text)
    }
    return children.lazy.compactMap(\.firstHeading).first
  }

  /// What inline nodes say without their marks.
  private var inlineText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.inlineText).joined()
    }
  }
}
