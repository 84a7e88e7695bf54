// A step: one Swift fence of a lesson, with everything its info string says.

public struct Step: Equatable, Sendable {
  /// Its place among the lesson's steps, from 1.
  public var number: Int
  /// The author's `id`, if any.
  public var id: String?
  /// What people, JSON and messages call it: the id, else the number.
  public var name: String { id ?? String(number) }
  public var title: String?
  /// Seconds; nil: the lesson's, else the runner's default.
  public var timeout: Double?
  public var trace: Trace = .top
  /// `no-run`: shown, never run.
  public var isRun = true
  /// `hidden`: runs, source folded away.
  public var isHidden = false
  public var expectation: Outcome = .success
  /// `exercise=id`
  public var exercise: String?
  public var predicts = false
  /// `predict="a|b|c"`: what the reader may choose from; empty asks for words or a number.
  public var predictionChoices: [String] = []
  /// `reveal`: a lecture shows the source line by line.
  public var isRevealed = false
  public var startsSlide = false
  /// `shows="node, layer"`: terms of the glossary that this step lets the reader see.
  public var concepts: [String] = []
  /// `include=path#region` as written; the source below is already the quoted text.
  public var include: String?
  public var source: SourceText
  /// Where the whole fence stands in the lesson.
  public var range: SourceRange

  /// How much of a step's values is logged.
  public enum Trace: String, Equatable, Sendable, CaseIterable { case off, top, all }

  /// What the author says will happen.
  public enum Outcome: Equatable, Sendable {
    case success
    /// `expect-compile-error`
    case compileError
    /// `expect-failure`
    case failure
  }

  public init(number: Int, id: String? = nil, source: SourceText, range: SourceRange) {
    self.number = number
    self.id = id
    self.source = source
    self.range = range
  }
}

/// Swift source with the place each of its characters has in a file.
public struct SourceText: Equatable, Sendable {
  /// With `\n` line endings.
  public var text: String
  /// The file it stands in: the lesson, or an included file.
  public var file: String
  /// The line of the file that holds the first line of `text`, from 1. Later lines follow one by one.
  public var firstLine: Int
  /// For each line of `text`, how many UTF-8 bytes of the file's line stand before it
  /// (the indentation or quote marks of the containers).
  public var columnOffsets: [Int]

  public init(text: String, file: String, firstLine: Int, columnOffsets: [Int]) {
    self.text = text
    self.file = file
    self.firstLine = firstLine
    self.columnOffsets = columnOffsets
  }

  /// The same place with other text.
  public func replaced(with text: String) -> SourceText {
    var source = self
    source.text = text
    return source
  }

  /// The place in the file of a place in `text`, both from 1.
  public func position(line: Int, column: Int) -> SourcePosition {
    let offset = columnOffsets.indices.contains(line - 1) ? columnOffsets[line - 1] : 0
    return SourcePosition(line: firstLine + line - 1, column: column + offset)
  }
}
