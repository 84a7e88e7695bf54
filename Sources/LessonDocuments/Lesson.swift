// A lesson as a value: the document as it was parsed, and in it the blocks that Lectern gives a meaning.

@_exported import MarkdownTrees
@_exported import Messages

/// One lesson file, read.
public struct Lesson: Equatable, Sendable {
  /// As it was named by the reader of the file.
  public var path: String
  public var frontMatter: FrontMatter
  /// The whole document below the front matter.
  public var document: MarkdownNode
  /// In document order.
  public var steps: [Step]
  public var expectations: [Expectation]
  public var quizzes: [Quiz]
  public var notes: [SpeakerNotes]

  /// The front matter's title, else the first heading's text, else the file's name.
  public var title: String

  public init(
    path: String, title: String, frontMatter: FrontMatter, document: MarkdownNode, steps: [Step] = [],
    expectations: [Expectation] = [], quizzes: [Quiz] = [], notes: [SpeakerNotes] = []
  ) {
    self.path = path
    self.title = title
    self.frontMatter = frontMatter
    self.document = document
    self.steps = steps
    self.expectations = expectations
    self.quizzes = quizzes
    self.notes = notes
  }
}

/// The YAML block at the top of a lesson.
public struct FrontMatter: Equatable, Sendable {
  public var title: String?
  public var summary: String?
  public var minutes: Int?
  public var objectives: [String] = []
  /// Lessons that should come before, as they are named on the command line.
  public var needs: [String] = []
  public var seed: UInt64?
  /// Seconds; the default for every step of the lesson.
  public var timeout: Double?

  public init() {}
}

/// What an `expect` block says about the step before it.
public struct Expectation: Equatable, Sendable {
  /// The step's number, from 1.
  public var step: Int
  /// Its lines, without line endings.
  public var lines: [String]
  /// The whole fence, from the first to the last character.
  public var range: SourceRange
  /// The lines between the fences, as line numbers of the file; empty if there are none.
  public var contentLines: Range<Int>
  /// What stands before each content line in the file (the indentation or quote marks of its containers).
  public var linePrefix: String

  public init(step: Int, lines: [String], range: SourceRange, contentLines: Range<Int>, linePrefix: String) {
    self.step = step
    self.lines = lines
    self.range = range
    self.contentLines = contentLines
    self.linePrefix = linePrefix
  }
}

public struct Quiz: Equatable, Sendable {
  /// The question, as Markdown text.
  public var question: String
  public var choices: [Choice]
  public var range: SourceRange

  public struct Choice: Equatable, Sendable {
    public var text: String
    public var isRight: Bool
    /// Why it is right or wrong; empty if the author gave no reason.
    public var reason: String

    public init(text: String, isRight: Bool, reason: String) {
      self.text = text
      self.isRight = isRight
      self.reason = reason
    }
  }

  public init(question: String, choices: [Choice], range: SourceRange) {
    self.question = question
    self.choices = choices
    self.range = range
  }
}

/// An HTML comment that starts with `notes:`.
public struct SpeakerNotes: Equatable, Sendable {
  public var text: String
  public var range: SourceRange

  public init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}
