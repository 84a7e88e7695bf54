// The course's terms and what they mean: `Lessons/glossary.md`, a heading of level 2 for each term, its definition below.
import Foundation

public struct Glossary: Equatable, Sendable {
  public struct Term: Equatable, Sendable {
    /// As the heading says it: `self-attention`.
    public var name: String
    /// Its first paragraph, as plain text.
    public var definition: String
    /// From 1.
    public var line: Int
  }

  /// In the order of the file.
  public var terms: [Term]

  static let fileName = "glossary.md"

  /// From the course's folder.
  public static let path = "\(Course.lessonsFolder)/\(fileName)"

  /// Without terms.
  public init() { terms = [] }

  /// The glossary of a course; without terms if there is no file.
  ///
  /// - Throws: `LessonError` if it cannot be read.
  public init(of course: Course) throws(LessonError) {
    let file = "\(course.root)/\(Self.path)"
    guard FileManager.default.fileExists(atPath: file) else {
      self.init()
      return
    }
    self.init(try LessonReader.read(file: file, named: Self.path, course: course.root).lesson.document)
  }

  init(_ document: MarkdownNode) {
    terms = []
    for node in document.children {
      switch node.kind {
      case .heading(level: 2):
        terms.append(Term(name: node.inlineText, definition: "", line: node.range?.start.line ?? 1))
      case .paragraph where terms.last?.definition == "": terms[terms.count - 1].definition = node.inlineText
      default: break
      }
    }
  }

  public func term(named name: String) -> Term? {
    terms.first { $0.name.lowercased() == name.lowercased() }
  }
}
