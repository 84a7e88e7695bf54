// The blocks of a slide below each other, in the middle of the window.
import LessonDocuments
import StepRecords

struct SlideBlocks {
  let page: SlidePage
  let columns: Int
  let options: TextOptions

  /// Lines of text and source are set no wider; pictures may take the whole window.
  static let textColumns = 100

  /// Columns that stay free at both sides.
  static func edge(_ columns: Int) -> Int { columns >= 70 ? 3 : columns >= 40 ? 1 : 0 }

  /// Columns to the left of text, titles and source.
  static func textMargin(_ columns: Int) -> Int {
    let room = max(columns - 2 * edge(columns), 1)
    return (columns - min(room, textColumns)) / 2
  }

  private var fullWidth: Int { max(columns - 2 * Self.edge(columns), 1) }
  private var textWidth: Int { min(fullWidth, Self.textColumns) }

  /// All lines, an empty one above each block, and at which the last block begins.
  func lines() -> (lines: [StyledLine], latest: Int) {
    var lines: [StyledLine] = []
    var latest = 0
    for build in page.builds {
      let block = self.lines(of: build)
      if block.isEmpty { continue }
      lines.append(StyledLine())
      latest = lines.count
      lines += block.map(placed)
    }
    return (lines, latest)
  }

  /// Every block begins in the column of the text; one that is wider than that leaves room for goes to the left as far
  /// as it must.
  private func placed(_ line: StyledLine) -> StyledLine {
    if line.spans.isEmpty { return line }
    let edge = Self.edge(columns)
    let left = max(min(Self.textMargin(columns), columns - edge - line.displayWidth), edge)
    return StyledLine(String(repeating: " ", count: left)) + line
  }

  private func lines(of build: Slide.Build) -> [StyledLine] {
    var text = options
    text.width = textWidth
    switch build {
    case .title: return titleCard(text)
    case .prose(let nodes): return ProsePicture.lines(for: nodes, options: text)
    case .code(let step, let count): return code(step, count, text)
    case .output(let step): return output(step)
    case .question(let quiz): return QuizPicture.lines(for: page.lesson.quizzes[quiz], options: text)
    case .answer(let quiz): return QuizPicture.answeredLines(for: page.lesson.quizzes[quiz], options: text)
    }
  }

  private func titleCard(_ text: TextOptions) -> [StyledLine] {
    let matter = page.lesson.frontMatter
    var lines: [StyledLine] = []
    if let summary = matter.summary {
      lines += StyledLine(options.oneLine(summary), TextStyle(italic: true)).wrapped(to: text.width)
    }
    let bullet = options.oneLine("•") + " "
    if !matter.objectives.isEmpty { lines.append(StyledLine()) }
    for objective in matter.objectives {
      lines += StyledLine(bullet + options.oneLine(objective)).wrapped(to: text.width, indent: 2)
    }
    if let minutes = matter.minutes {
      lines += [StyledLine(), StyledLine("about \(minutes) minute\(minutes == 1 ? "" : "s")", PictureStyle.quiet)]
    }
    return lines
  }

  // MARK: Steps

  private func code(_ index: Int, _ count: Int?, _ text: TextOptions) -> [StyledLine] {
    let step = page.lesson.steps[index]
    let margin = StyledLine("  ")
    var narrow = text
    narrow.width = max(text.width - margin.displayWidth, TextOptions.minimumWidth)
    var source = step.source.text
    if let count {
      source = source.split(separator: "\n", omittingEmptySubsequences: false).prefix(count).joined(separator: "\n")
    }
    var lines = CodePicture.lines(for: source, options: narrow).map { margin + $0 }
    let marks = [
      page.edited.contains(index) ? "edited here" : nil,
      !step.isRun ? "shown, not run" : nil,
      step.expectation == .compileError ? "does not compile, as it should" : nil,
      step.expectation == .failure ? "fails, as it should" : nil,
    ].compactMap { $0 }
    // The slide may be called after the step already.
    let title = step.title == page.heading ? "" : step.title ?? ""
    var head = StyledLine(options.oneLine(title), PictureStyle.name)
    if !marks.isEmpty {
      let mark = StyledLine("(\(marks.joined(separator: ", ")))", PictureStyle.warning)
      head = head.spans.isEmpty ? mark : head + StyledLine("  ") + mark
    }
    if !head.spans.isEmpty { lines = [head.truncated(to: text.width, ellipsis: options.ellipsis)] + lines }
    let isWhole = count.map { $0 >= step.source.text.split(separator: "\n", omittingEmptySubsequences: false).count }
    if step.predicts, isWhole ?? true { lines += [StyledLine()] + guess(step, text) }
    return lines
  }

  /// What the audience is asked before a step runs.
  private func guess(_ step: Step, _ text: TextOptions) -> [StyledLine] {
    let choices = step.predictionChoices.map(options.oneLine)
    let question = "What will it show?" + (choices.isEmpty ? "" : "  ")
    return
      (StyledLine(question, PictureStyle.name)
      + StyledLine(choices.joined(separator: options.ascii ? "  |  " : "  ·  ")))
      .wrapped(to: text.width, indent: 2)
  }

  private func output(_ index: Int) -> [StyledLine] {
    let output = page.outputs[index] ?? SlideOutput(.waiting)
    let step = page.lesson.steps[index]
    let frame = SlideFrame(output.standing, options: options)
    let inner = textWidth - SlideFrame.columns
    var narrow = options
    narrow.width = max(inner, TextOptions.minimumWidth)
    var wide = options
    wide.width = max(fullWidth - SlideFrame.columns, TextOptions.minimumWidth)
    var lines: [StyledLine] = []
    if let note = output.note {
      lines += StyledLine(options.oneLine(note), frame.style).wrapped(to: narrow.width, indent: 2)
      if !output.records.isEmpty { lines.append(StyledLine()) }
    }
    var isFirst = true
    for piece in OutputPiece.pieces(of: output.records) {
      let picture = piece.lines(of: step, in: page.lesson, options: piece.isWide ? wide : narrow)
      // A picture of several lines stands apart.
      if picture.count > 1, !isFirst, lines.last != StyledLine() { lines.append(StyledLine()) }
      lines += picture
      if picture.count > 1 { lines.append(StyledLine()) }
      isFirst = false
    }
    while lines.last == StyledLine() { lines.removeLast() }
    if lines.isEmpty { lines = [StyledLine(frame.emptyText, PictureStyle.quiet)] }
    let width = max(inner, lines.map(\.displayWidth).max() ?? 0)
    return frame.around(lines, width: width)
  }
}

extension OutputPiece {
  /// Pictures that show more in a wider window; other records are easier to read when they are not.
  fileprivate var isWide: Bool {
    guard case .record(let record) = self else { return false }
    switch record.content {
    case .attention, .table, .picture: return true
    case .tensor(let tensor): return tensor.heatMap != nil
    case .value, .series, .progress, .distribution, .text, .failure: return false
    }
  }
}
