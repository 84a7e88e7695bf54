// The why-trace for people: from the question down to the characters of the page, one floor below the other.
import DataPreparation
import DocumentReading
import LessonDocuments
import Rendering
import Retrieval

struct TracePicture {
  private let trace: AnswerTrace
  private let options: TextOptions
  private let showsRows: Bool

  init(_ trace: AnswerTrace, options: TextOptions, showsRows: Bool) {
    (self.trace, self.options, self.showsRows) = (trace, options, showsRows)
  }

  private static let quiet = TextStyle(dim: true)
  private static let strong = TextStyle(bold: true)
  private static let marked = TextStyle(bold: true, underlined: true)
  private static let reasonsShown = 5
  private static let rowsShown = 4
  private var rule: String { options.ascii ? "|" : "│" }

  var lines: [StyledLine] {
    var lines = floor("Question", "asks for \(asked)", question)
    lines += floor(
      "Answer", "confidence \(number(trace.answer.confidence)), answered from \(number(trace.threshold))", answer)
    for (index, step) in trace.steps.enumerated() {
      let number = trace.answer.isAnswered ? "[\(index + 1)] " : ""
      lines += floor(
        "\(number)Sentence",
        "no. \(step.place) of \(trace.sentencesRead) that were read, score \(self.number(step.score))",
        sentence(step))
      lines += floor("\(number)Chunk", places(step), chunk(step))
      let evidence = step.citation.evidence
      lines += floor(
        "\(number)Page",
        "\(evidence.file.harmless), page \(evidence.page), characters \(evidence.start) to \(evidence.end)",
        page(step))
      if showsRows { lines += floor("\(number)Training rows", rowCount(step), rows(step)) }
    }
    if lines.last == StyledLine(rule, Self.quiet) { lines.removeLast() }
    return lines
  }

  /// A title with a remark, and below it lines at a rule.
  private func floor(_ title: String, _ remark: String, _ lines: [StyledLine]) -> [StyledLine] {
    var head = StyledLine(title, Self.strong)
    head.append("  \(remark)", Self.quiet)
    return head.wrapped(to: options.width, indent: 2)
      + lines.flatMap { $0.wrapped(to: options.width - 2) }.map { StyledLine("\(rule) ", Self.quiet) + $0 }
      + [StyledLine(rule, Self.quiet)]
  }

  private var asked: String {
    switch trace.kind {
    case .anything: "anything"
    case .yesOrNo: "yes or no"
    default: "\(trace.kind.missing.dropFirst(3))"
    }
  }

  private var question: [StyledLine] {
    [StyledLine(trace.answer.question.harmlessWhole)]
      + trace.words.map { word in
        var line = StyledLine(word.word.harmless.padded(to: 14))
        line.append(" weighs \(number(word.weight))", Self.quiet)
        if !word.isKnown { line.append(", in no document", Self.quiet) }
        if !word.synonyms.isEmpty {
          line.append(", or " + word.synonyms.prefix(6).joined(separator: ", "), Self.quiet)
        }
        return line
      }
  }

  private var answer: [StyledLine] {
    let text = trace.answer.text ?? "Not in the documents: \(trace.answer.remark ?? "")."
    return [StyledLine(text.harmlessWhole)]
      + trace.decision.filter { abs($0.value * $0.weight) >= 0.005 }.map {
        bar($0.feature.rawValue, $0.value, $0.weight)
      }
  }

  private func sentence(_ step: AnswerTrace.Step) -> [StyledLine] {
    [StyledLine(step.citation.sentence.harmlessWhole)]
      + step.reasons.prefix(Self.reasonsShown).map { bar($0.feature.rawValue, $0.value, $0.weight) }
  }

  /// "words  0.93 x 3.2 = +2.98 ######"
  private func bar(_ name: String, _ value: Double, _ weight: Double) -> StyledLine {
    let worth = value * weight
    let sign = worth < 0 ? "-" : "+"
    let times = options.ascii ? "x" : "×"
    var line = StyledLine(name.padded(to: 20), Self.quiet)
    line.append("\(number(value)) \(times) \(number(weight))".padded(to: 15), Self.quiet)
    line.append("\(sign)\(number(abs(worth))) ".padded(to: 7))
    let length = min(24, max(1, Int((abs(worth) * 4).rounded())))
    line.append(String(repeating: worth < 0 ? (options.ascii ? "-" : "░") : (options.ascii ? "#" : "█"), count: length))
    return line
  }

  private func places(_ step: AnswerTrace.Step) -> String {
    let rank = { (name: String, rank: SearchHit.Rank?) in
      rank.map { "\(name) \($0.place) (\(self.number($0.score)))" } ?? "not by \(name)"
    }
    return [rank("words", step.hit.words), rank("vectors", step.hit.vectors)].joined(
      separator: options.ascii ? ", " : " · ")
  }

  private func chunk(_ step: AnswerTrace.Step) -> [StyledLine] {
    let chunk = step.hit.chunk
    let headings = chunk.headings.map(\.harmless).joined(separator: " > ")
    let start = String(chunk.text.withFoldedSpaces.prefix(100))
    return (headings.isEmpty ? [] : [StyledLine(headings)])
      + [StyledLine("\(start.harmlessWhole)\(options.ellipsis)", Self.quiet)]
  }

  /// The page's lines with the sentence set off.
  private func page(_ step: AnswerTrace.Step) -> [StyledLine] {
    let text = ScalarText(step.lines)
    var (lines, start) = ([StyledLine](), 0)
    for index in 0...text.count where index == text.count || text.scalars[index] == "\n" {
      let range = start..<index
      let inside = range.clamped(to: step.highlighted)
      var line = StyledLine()
      if inside.isEmpty {
        line.append(text[range].sanitized(), Self.quiet)
      } else {
        line.append(text[range.lowerBound..<inside.lowerBound].sanitized(), Self.quiet)
        let words = text[inside].sanitized()
        line.append(options.color == .none ? "*\(words)*" : words, Self.marked)
        line.append(text[inside.upperBound..<range.upperBound].sanitized(), Self.quiet)
      }
      lines.append(line)
      start = index + 1
    }
    while lines.last?.plainText.isEmpty == true { lines.removeLast() }
    let remark = step.isFromFile ? [] : [StyledLine("(from the database: the file has changed or is gone)", Self.quiet)]
    return lines + remark
  }

  private func rowCount(_ step: AnswerTrace.Step) -> String {
    step.rows.isEmpty ? "none is made of these characters" : "\(step.rows.count) made of these characters"
  }

  private func rows(_ step: AnswerTrace.Step) -> [StyledLine] {
    guard !step.rows.isEmpty else { return [] }
    let recipe = trace.recipe.map { "\($0.name) \($0.rowsIn)\(options.ascii ? "->" : "→")\($0.rowsOut)" }
    return step.rows.prefix(Self.rowsShown).flatMap { row in
      [
        StyledLine("\(row.kind.rawValue): \(row.instruction.harmlessWhole)"),
        StyledLine("  \(row.answer.harmlessWhole)", Self.quiet),
      ]
    } + (recipe.isEmpty ? [] : [StyledLine("through " + recipe.joined(separator: ", "), Self.quiet)])
  }

  private func number(_ value: Double) -> String { NumberText(options).fixed(value, decimals: 2) }
}
