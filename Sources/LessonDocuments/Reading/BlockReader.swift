// Walks the blocks of a document in order and takes out those that Lectern gives a meaning (LESSON_FORMAT rules 3 to 11).

struct BlockReader {
  private(set) var steps: [Step] = []
  private(set) var expectations: [Expectation] = []
  private(set) var quizzes: [Quiz] = []
  private(set) var notes: [SpeakerNotes] = []
  private(set) var warnings: [LessonWarning] = []

  private let lines: SourceLines
  private let path: String
  private let files: CourseFiles?
  /// What an `expect` block here would stand right behind.
  private var previous = Previous.other

  private enum Previous { case step(Int), expectation, other }

  init(_ document: MarkdownNode, lines: SourceLines, path: String, files: CourseFiles?) throws(LessonError) {
    self.lines = lines
    self.path = path
    self.files = files
    try read(document)
  }

  private mutating func read(_ node: MarkdownNode) throws(LessonError) {
    switch node.kind {
    case .document, .blockQuote, .list, .listItem:
      for child in node.children { try read(child) }
      return
    case .codeBlock(let info?, let literal):
      guard let range = node.range else { return }
      try readFence(Fence(info: InfoString(info), literal: literal, range: range))
      return
    case .htmlBlock(let html):
      if let range = node.range { readNotes(html, range) }
    default:
      readInlineNotes(node, in: node.range)
    }
    previous = .other
  }

  private mutating func warn(_ line: Int, _ message: String) {
    warnings.append(LessonWarning(path: path, line: line, message: message))
  }
}

/// Fences
extension BlockReader {
  /// A fenced block, and where its content stands.
  private struct Fence {
    let info: InfoString
    /// The content without its containers' marks, line by line.
    let literals: [Substring]
    let range: SourceRange

    init(info: InfoString, literal: String, range: SourceRange) {
      self.info = info
      self.range = range
      var literals = literal.split(separator: "\n", omittingEmptySubsequences: false)
      // The last line ends too.
      if literals.last == "" { literals.removeLast() }
      self.literals = literals
    }

    var contentLines: Range<Int> { range.start.line + 1..<range.start.line + 1 + literals.count }
    var isClosed: Bool { range.end.line == contentLines.upperBound }
  }

  /// The languages of the blocks that mean something.
  private static let languages = ["swift", "expect", "quiz"]

  private mutating func readFence(_ fence: Fence) throws(LessonError) {
    let language = fence.info.language
    let line = fence.range.start.line
    var current = Previous.other
    switch language {
    case "swift":
      try readStep(fence)
      current = .step(steps.count)
    case "expect":
      readExpectation(fence)
      current = .expectation
    case "quiz": readQuiz(fence)
    default:
      if Self.languages.contains(language.lowercased()) {
        warn(line, "\(language) is written \(language.lowercased()); this block is only shown")
      }
    }
    if Self.languages.contains(language), !fence.isClosed { warn(line, "this \(language) block is never closed") }
    if language == "expect" || language == "quiz", let attribute = fence.info.attributes.first {
      warn(line, "\(attribute.name.quoted) has no effect: \(language) takes no attributes")
    }
    previous = current
  }

  private mutating func readStep(_ fence: Fence) throws(LessonError) {
    let line = fence.range.start.line
    let source = SourceText(
      text: fence.literals.joined(separator: "\n"), file: path, firstLine: line + 1,
      columnOffsets: zip(fence.contentLines, fence.literals).map { lines.offset(ofLiteral: $1.utf8, line: $0) })
    var step = Step(number: steps.count + 1, source: source, range: fence.range)
    for problem in StepAttribute.apply(fence.info, to: &step) { warn(line, problem) }
    if let id = step.id, let first = steps.first(where: { $0.id == id }) {
      throw .duplicateID(path: path, id: id, line: line, firstLine: first.range.start.line)
    }
    if let include = step.include {
      step.source = try included(include, line: line)
      if !source.text.allSatisfy(\.isWhitespace) {
        warn(line, "the step is what include= quotes; the lines in the block have no effect")
      }
    }
    steps.append(step)
  }

  private func included(_ include: String, line: Int) throws(LessonError) -> SourceText {
    do throws(LessonError.IncludeFault) {
      guard let files else { throw .notFound }
      return try files.region(include)
    } catch {
      throw .badInclude(path: path, line: line, include: include, fault: error)
    }
  }

  private mutating func readExpectation(_ fence: Fence) {
    let line = fence.range.start.line
    switch previous {
    case .step(let number):
      if !steps[number - 1].isRun {
        warn(line, "the step above is not run, so nothing is compared with this expect block")
      }
      expectations.append(
        Expectation(
          step: number, lines: fence.literals.map(String.init), range: fence.range, contentLines: fence.contentLines,
          linePrefix: lines.linePrefix(ofFenceAt: fence.range.start)))
    case .expectation: warn(line, "this expect block has no effect: a step has one, and above stands another")
    case .other: warn(line, "this expect block has no effect: no step stands right above it")
    }
  }

  private mutating func readQuiz(_ fence: Fence) {
    let (quiz, problems) = Quiz.read(fence.literals, range: fence.range)
    for (index, problem) in problems {
      warn(index.map { fence.contentLines.lowerBound + $0 } ?? fence.range.start.line, problem)
    }
    quizzes.append(quiz)
  }
}

/// Notes
extension BlockReader {
  private mutating func readNotes(_ html: String, _ range: SourceRange) {
    guard let found = SpeakerNotes.read(html, range: range) else { return }
    if !found.isClosed { warn(range.start.line, "these notes are never closed with -->; they reach to the end") }
    if !found.rest.isEmpty { warn(range.end.line, "what stands behind --> on the line of a note is not shown") }
    notes.append(found.notes)
  }

  /// A comment inside a paragraph; where the comment is not found in the file, the paragraph's place is its place.
  private mutating func readInlineNotes(_ node: MarkdownNode, in block: SourceRange?) {
    if case .htmlInline(let html) = node.kind, let range = node.range ?? block,
      let found = SpeakerNotes.read(html, range: range)
    {
      notes.append(found.notes)
    }
    for child in node.children { readInlineNotes(child, in: block) }
  }
}
