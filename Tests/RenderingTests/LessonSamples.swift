// A lesson as a value, with everything a lesson can hold.
import LessonDocuments
import Rendering
import StepRecords

/// Builds a lesson line by line, so that every block has its place in the file.
struct LessonBuilder {
  private var line = 1
  private var children: [MarkdownNode] = []
  private(set) var lesson: Lesson

  init(path: String, title: String) {
    lesson = Lesson(path: path, title: title, frontMatter: FrontMatter(), document: MarkdownNode(.document))
  }

  var built: Lesson {
    var result = lesson
    result.document.children = children
    return result
  }

  mutating func frontMatter(_ change: (inout FrontMatter) -> Void) { change(&lesson.frontMatter) }

  mutating func prose(_ node: MarkdownNode) { add(node, lines: 1) }

  mutating func heading(_ level: Int, _ text: String) {
    prose(MarkdownNode(.heading(level: level), children: [MarkdownNode(.text(text))]))
  }

  mutating func paragraph(_ children: MarkdownNode...) { prose(MarkdownNode(.paragraph, children: children)) }

  mutating func step(
    _ source: String, id: String? = nil, info: String = "swift", _ change: (inout Step) -> Void = { _ in }
  ) {
    let count = source.split(separator: "\n", omittingEmptySubsequences: false).count
    let range = range(lines: count + 2)
    var step = Step(
      number: lesson.steps.count + 1, id: id,
      source: SourceText(
        text: source, file: lesson.path, firstLine: line + 1, columnOffsets: Array(repeating: 0, count: count)),
      range: range)
    change(&step)
    lesson.steps.append(step)
    add(MarkdownNode(.codeBlock(info: info, literal: source + "\n")), lines: count + 2)
  }

  mutating func expectation(_ lines: [String]) {
    lesson.expectations.append(
      Expectation(
        step: lesson.steps.count, lines: lines, range: range(lines: lines.count + 2),
        contentLines: line + 1..<line + 1 + lines.count, linePrefix: ""))
    let literal = lines.map { $0 + "\n" }.joined()
    add(MarkdownNode(.codeBlock(info: "expect", literal: literal)), lines: lines.count + 2)
  }

  mutating func quiz(_ question: String, _ choices: [Quiz.Choice]) {
    lesson.quizzes.append(Quiz(question: question, choices: choices, range: range(lines: 8)))
    let literal = question + "\n\n" + choices.map { "- [\($0.isRight ? "x" : " ")] \($0.text)\n" }.joined()
    add(MarkdownNode(.codeBlock(info: "quiz", literal: literal)), lines: 8)
  }

  mutating func notes(_ text: String) {
    lesson.notes.append(SpeakerNotes(text: text, range: range(lines: 1)))
    add(MarkdownNode(.htmlBlock("<!-- notes: \(text) -->\n")), lines: 1)
  }

  private func range(lines: Int) -> SourceRange {
    SourceRange(
      start: SourcePosition(line: line, column: 1), end: SourcePosition(line: line + lines - 1, column: 4))
  }

  private mutating func add(_ node: MarkdownNode, lines: Int) {
    var placed = node
    placed.range = range(lines: lines)
    children.append(placed)
    line += lines + 1
  }
}

extension Samples {
  static func text(_ text: String) -> MarkdownNode { MarkdownNode(.text(text)) }

  private static func paragraph(_ children: MarkdownNode...) -> MarkdownNode {
    MarkdownNode(.paragraph, children: children)
  }

  private static func item(_ words: String) -> MarkdownNode {
    MarkdownNode(.listItem, children: [paragraph(text(words))])
  }

  /// Prose of every kind, and steps for the records above.
  static let lesson: Lesson = {
    var builder = LessonBuilder(path: "Lessons/02-architecture/06-attention.md", title: "Attention: queries & keys")
    builder.frontMatter {
      $0.title = "Attention: queries & keys"
      $0.summary = "Each word asks a question, every word offers an answer."
      $0.minutes = 18
      $0.objectives = ["compute the scores of attention", "read an attention map, row by row"]
      $0.needs = ["1.1"]
    }
    builder.heading(1, "Attention: queries & keys")
    builder.paragraph(
      text("A word's meaning depends on other words. "), MarkdownNode(.strong, children: [text("Attention")]),
      text(" is how a transformer lets one position "), MarkdownNode(.emphasis, children: [text("fetch")]),
      text(" what it needs; see "),
      MarkdownNode(
        .link(destination: "https://arxiv.org/abs/1706.03762", title: ""), children: [text("Vaswani et al.")]),
      text(" and "), MarkdownNode(.code("softmax(QKᵀ / √d)")), text("."))
    builder.notes("draw three columns on the board")
    builder.heading(2, "Six words as vectors")
    builder.prose(
      MarkdownNode(
        .list(.ordered(start: 1), isTight: true),
        children: [item("a query asks"), item("a key answers"), item("a value is given")]))
    builder.step(
      "let tokens = [\"the\", \"pilot\"]  // two words\nlet x = Tensor([[1, 0], [0, 1]])\nshow(heatMap: x, rows: tokens)",
      id: "embeddings"
    ) { $0.title = "Words as vectors" }
    builder.prose(
      MarkdownNode(.blockQuote, children: [paragraph(text("Nobody chooses these numbers in a trained model."))]))
    builder.step(
      "let queries = x.matmul(queryWeights)\nlet total: Int = scores.sum()\nvar loss: Float = 0.5", id: "scores")
    builder.expectation(["≈0.330"])
    builder.prose(MarkdownNode(.codeBlock(info: "python", literal: "print('another language')\n")))
    builder.step("let secret = 42", id: "hidden") { $0.isHidden = true }
    builder.step("notRun()", id: "shown") { $0.isRun = false }
    builder.quiz(
      "What does one **row** of `weights` show?",
      [
        .init(
          text: "How one position divides its attention.", isRight: true, reason: "The softmax goes along the row."),
        .init(text: "The value vector.", isRight: false, reason: "Values are mixed by the weights."),
      ])
    builder.prose(MarkdownNode(.thematicBreak))
    builder.paragraph(
      text("A picture: "), MarkdownNode(.image(source: "pier.png", title: ""), children: [text("the pier at dawn")]),
      MarkdownNode(.lineBreak), MarkdownNode(.htmlInline("<b>")), text("and raw HTML"))
    return builder.built
  }()

  /// What the steps of `lesson` show.
  static let outputs: [StepOutput] = [
    StepOutput(
      records: [labelledMap, signedMap, wideMap, scalar, vector, matrix, mixed, cube, large, empty, lying],
      end: .init(status: .ok, compileSeconds: 0.09, runSeconds: 0.01)),
    StepOutput(
      records: [oneHead, causal, fourHeads, translation, manyTokens, lossSeries, brokenSeries, flatSeries]
        + running.map { Record(line: 50, name: "training", content: .progress($0)) }
        + [
          resultsTable, textTable, nextToken, number, longValue, manyLines, repeated, printed, complaint, hostileText,
          drawing,
          compileError, timedOut, mismatch,
        ],
      end: .init(status: .failed)),
    StepOutput(
      records: [Record(line: 60, content: .text(TextRecord(stream: .stdout, text: "hidden, and still run\n")))],
      end: .init(status: .ok, note: "shows no intermediates")),
    StepOutput(records: [], end: .init(status: .skipped)),
  ]

  /// Few and small: the page of all of them is too large to be compared by eye.
  static let pageRecords: [Record] = [
    labelledMap, matrix, causal, shortSeries, resultsTable, nextToken, number, repeated, printed, complaint,
    hostileText,
    drawing, compileError,
  ]
}
