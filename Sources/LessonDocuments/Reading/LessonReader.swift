// From a file to a lesson and its warnings. Only LessonError stops it: everything else that is odd is a warning.
import Foundation
import SystemTools

public enum LessonReader {
  /// Reads a lesson of a course.
  ///
  /// - Parameters:
  ///   - file: where it is on disk.
  ///   - path: what the lesson, its steps and all messages call it.
  ///   - root: the course's folder, outside of which no include leads.
  public static func read(file: String, named path: String, course root: String) throws(LessonError) -> LessonReading {
    let text = try LessonText(bytes(of: file, named: path), path: path)
    return try read(text, named: path, files: files(of: file, course: root))
  }

  /// Reads a file whose front matter has other keys than a lesson's: the task of an exercise.
  ///
  /// - Returns: what was read, without front matter and called by its first heading; and the front matter's entries.
  package static func readLeavingFrontMatter(
    file: String, named path: String, course root: String
  ) throws(LessonError) -> (reading: LessonReading, frontMatter: FrontMatterBlock) {
    let text = try LessonText(bytes(of: file, named: path), path: path, readsFrontMatter: false)
    return (try read(text, named: path, files: files(of: file, course: root)), text.block)
  }

  private static func bytes(of file: String, named path: String) throws(LessonError) -> [UInt8] {
    do {
      return try RegularFile(file).bytes
    } catch {
      throw .unreadable(path: path, reason: error.reason)
    }
  }

  private static func files(of file: String, course root: String) -> CourseFiles {
    CourseFiles(root: root, folder: URL(fileURLWithPath: file).deletingLastPathComponent().path)
  }

  /// Reads a lesson that is in memory; it has no course, so every include is an error.
  public static func read(_ bytes: [UInt8], named path: String) throws(LessonError) -> LessonReading {
    try read(LessonText(bytes, path: path), named: path, files: nil)
  }

  /// Reads a lesson that is in memory; it has no course, so every include is an error.
  public static func read(_ text: String, named path: String) throws(LessonError) -> LessonReading {
    try read(Array(text.utf8), named: path)
  }

  private static func read(
    _ text: LessonText, named path: String, files: CourseFiles?
  ) throws(LessonError) -> LessonReading {
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
  let block: FrontMatterBlock
  /// Empty if it was not to be read.
  let frontMatter: FrontMatter
  let document: MarkdownNode
  let title: String
  private(set) var warnings: [LessonWarning]

  init(_ bytes: [UInt8], path: String, readsFrontMatter: Bool = true) throws(LessonError) {
    if let invalid = firstInvalidUTF8(in: bytes) {
      let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      throw .notUTF8(path: path, position: invalid.position, isUTF16: isUTF16)
    }
    lines = SourceLines(bytes)
    block = try FrontMatterBlock(lines, path: path)
    let reader = readsFrontMatter ? FrontMatterReader(block, path: path) : nil
    frontMatter = reader?.frontMatter ?? FrontMatter()
    warnings = reader?.warnings ?? []
    let parsed = MarkdownNode.parse(lines, from: block.nextLine)
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
  var inlineText: String {
    switch kind {
    case .text(let text), .code(let text): text
    case .softBreak, .lineBreak: " "
    default: children.map(\.inlineText).joined()
    }
  }
}
