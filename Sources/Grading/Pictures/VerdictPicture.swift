// A verdict for the learner at a terminal: a line for each probe, below the failed ones what differs, and what to do next.
import Rendering

public struct VerdictPicture {
  /// What the picture says of the exercise itself.
  struct Subject: Equatable {
    var title: String
    var fileName: String
    /// `2.5`
    var lesson: String?
    var hasHints: Bool
  }

  private let verdict: Verdict
  private let subject: Subject
  /// Lines of the submission.
  private let source: [Substring]
  private let options: TextOptions

  /// - Parameter source: the submission's text, for the lines that a verdict is about.
  public static func lines(
    for verdict: Verdict, of exercise: Exercise, source: String = "", options: TextOptions
  ) -> [StyledLine] {
    VerdictPicture(
      verdict,
      Subject(
        title: exercise.title, fileName: exercise.fileName, lesson: exercise.lesson,
        hasHints: !exercise.hints.isEmpty), source: source, options: options
    ).lines
  }

  init(_ verdict: Verdict, _ subject: Subject, source: String, options: TextOptions) {
    (self.verdict, self.subject, self.options) = (verdict, subject, options)
    self.source = source.split(separator: "\n", omittingEmptySubsequences: false)
  }

  var lines: [StyledLine] {
    let body =
      switch verdict.verdict {
      case .passed: passed
      case .couldNotCheck: undecided
      case .failed: failed
      }
    return ([title] + body + isolation).fitted(options)
  }

  private var title: StyledLine {
    var line = StyledLine(options.oneLine(verdict.exercise), PictureStyle.name)
    line.append("  " + options.oneLine(subject.title), PictureStyle.quiet)
    return line
  }

  // MARK: Outcomes

  private var passed: [StyledLine] {
    let probes = ValueText.counted(verdict.probes.count, "probe")
    return [
      ProbePicture.head(
        .passed, "passed, all \(probes)", earned: verdict.earned, points: verdict.points, options: options),
      StyledLine(),
    ]
      + PictureLayout.flow(
        [StyledLine("Well done."), command("How we wrote it:", "lectern solution \(verdict.exercise)")],
        options: options)
  }

  private var undecided: [StyledLine] {
    let text = "This could not be checked. It is not your doing, and costs no points."
    return PictureLayout.indented(
      ProbePicture.paragraph(text, PictureStyle.warning, narrow) + paragraph(verdict.message), by: 2)
  }

  private var failed: [StyledLine] {
    guard verdict.message == nil else { return rejection + [StyledLine()] + closing }
    var lines: [StyledLine] = []
    var told: Set<String> = []
    for probe in verdict.probes where probe.visible {
      let isNew = Self.reason(probe).map { told.insert($0).inserted } ?? true
      lines +=
        ProbePicture(
          probe: probe, source: probe.line.flatMap { excerpt(line: $0) }, isRepeated: !isNew, options: options
        ).lines
    }
    return lines + hidden(told) + [StyledLine()] + closing
  }

  /// What may be the reason for several probes to fail: the mistake, or the line where it stopped and why.
  private static func reason(_ probe: ProbeVerdict) -> String? {
    probe.mistake ?? probe.line.map { "\($0) \(probe.message)" }
  }

  /// What keeps the submission from being run at all, at its place.
  private var rejection: [StyledLine] {
    var message = verdict.message ?? ""
    let beginning = Verdict.doesNotCompile(subject.fileName)
    let isCompileError = message.hasPrefix(beginning)
    if isCompileError { message.removeFirst(beginning.count) }
    var lines = [StyledLine()]
    if let line = verdict.line {
      let place = verdict.column.map { "\(line):\($0)" } ?? "\(line)"
      var head = StyledLine("\(options.oneLine(subject.fileName)):\(place)", PictureStyle.name)
      if isCompileError { head.append("  does not compile", PictureStyle.failure) }
      lines.append(head)
      let parts = options.lines(of: message)
      if let excerpt = excerpt(line: line, column: verdict.column) {
        lines += CaretPicture(excerpt, options: options).lines(message: parts.first ?? "")
        message = parts.dropFirst().joined(separator: "\n")
      }
    } else if isCompileError {
      lines.append(StyledLine("\(options.oneLine(subject.fileName)) does not compile", PictureStyle.failure))
    }
    lines += PictureLayout.indented(paragraph(message), by: 4)
    let count = verdict.probes.count
    if count > 0 { lines += [StyledLine(), StyledLine("None of the \(count) probes ran.", PictureStyle.quiet)] }
    return lines
  }

  // MARK: Hidden probes

  /// One line for all, and the mistakes that were recognised and not told of above.
  private func hidden(_ told: Set<String>) -> [StyledLine] {
    let probes = verdict.probes.filter { !$0.visible }
    guard !probes.isEmpty else { return [] }
    let counts: [(status: ProbeVerdict.Status, words: String)] = [
      (.failed, "failed"), (.couldNotCheck, "could not be checked"), (.notRun, "not run"), (.passed, "passed"),
    ]
    let present = counts.map { status, words in (status, words, probes.count { $0.status == status }) }
      .filter { $0.2 > 0 }
    let words =
      present.count == 1
      ? " " + present[0].1 : ": " + present.map { "\($0.2) \($0.1)" }.joined(separator: ", ")
    var lines = [
      ProbePicture.head(
        present[0].0, ValueText.counted(probes.count, "hidden probe") + words,
        earned: probes.reduce(0) { $0 + $1.earned }, points: probes.reduce(0) { $0 + $1.points }, options: options)
    ]
    var told = told
    for probe in probes {
      guard let mistake = probe.mistake, told.insert(mistake).inserted else { continue }
      lines += PictureLayout.indented(ProbePicture.setOff(probe.message, narrow), by: 6)
    }
    return lines
  }

  // MARK: At the end

  /// Points, and what to do next.
  private var closing: [StyledLine] {
    var groups = [
      StyledLine("\(verdict.earned) of \(ValueText.counted(verdict.points, "point")).", PictureStyle.name)
    ]
    if subject.hasHints { groups.append(command("A hint:", "lectern hint \(verdict.exercise)")) }
    if let lesson = subject.lesson { groups.append(command("The lesson:", "lectern run \(lesson)")) }
    return PictureLayout.flow(groups, options: options)
  }

  private func command(_ label: String, _ command: String) -> StyledLine {
    var line = StyledLine(label + " ")
    line.append(options.oneLine(command), PictureStyle.name)
    return line
  }

  private var isolation: [StyledLine] {
    guard verdict.isolation == .none else { return [] }
    return ProbePicture.paragraph(
      "It ran without a box (--unsafe-local), as you.", PictureStyle.warning, options)
  }

  // MARK: Pieces

  private var narrow: TextOptions {
    var narrow = options
    narrow.width = max(TextOptions.minimumWidth, options.width - 6)
    return narrow
  }

  private func paragraph(_ text: String?) -> [StyledLine] { ProbePicture.paragraph(text ?? "", TextStyle(), narrow) }

  private func excerpt(line: Int, column: Int? = nil) -> SourceExcerpt? {
    guard source.indices.contains(line - 1) else { return nil }
    return SourceExcerpt(line: String(source[line - 1]), column: column)
  }
}
