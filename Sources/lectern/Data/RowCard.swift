// One row as it is shown to a reviewer, and the text that it stands on.
import DataPreparation
import DocumentReading
import Rendering

/// A row as lines of text: a rule with its place, then its parts.
struct RowCard {
  let row: TrainingRow
  /// Counted from 1.
  let place: (number: Int, count: Int)
  let decision: ReviewDecision?
  /// Drawn already.
  let evidence: [StyledLine]
  let options: TextOptions

  private static let labelWidth = 10

  var lines: [StyledLine] {
    var parts: [(String, String)] = []
    if let turns = row.turns {
      parts = turns.map { ($0.role.rawValue, $0.text) }
    } else {
      if !row.instruction.isEmpty {
        parts.append((row.kind == .questionAnswer ? "question" : "instruct", row.instruction))
      }
      if let input = row.input { parts.append(("input", input)) }
      parts.append((row.kind == .text ? "text" : row.kind == .summary ? "summary" : "answer", row.answer))
    }
    if let rejected = row.rejected { parts.append(("rejected", rejected)) }
    if let decision { parts.append(("so far", decision.verdict.rawValue + (decision.answer.map { ": \($0)" } ?? ""))) }
    return [rule] + parts.flatMap { labelled($0.0, StyledLine(options.oneLine($0.1))) } + evidence + [StyledLine()]
  }

  private func labelled(_ label: String, _ text: StyledLine) -> [StyledLine] { Self.labelled(label, text, options) }

  static func labelled(_ label: String, _ text: StyledLine, _ options: TextOptions) -> [StyledLine] {
    let label = label + String(repeating: " ", count: max(1, labelWidth - label.count))
    return (StyledLine(label, StepDrawing.quiet) + text).wrapped(to: options.width, indent: labelWidth)
  }

  private var rule: StyledLine {
    let dot = options.ascii ? "-" : "·"
    let facts = [
      "row \(place.number) of \(place.count)", row.pattern?.rawValue,
      row.score.map { "score \(($0 * 100).rounded() / 100)" },
    ].compactMap(\.self).joined(separator: " \(dot) ")
    if options.plain { return StyledLine(facts + ".") }
    let dash = options.ascii ? "-" : "─"
    let room = max(0, options.width - facts.count - 4)
    return StyledLine("\(dash)\(dash) ", StepDrawing.quiet) + StyledLine(facts, TextStyle(bold: true))
      + StyledLine(" " + String(repeating: dash, count: room), StepDrawing.quiet)
  }
}

/// The text around a row's evidence, from the documents themselves.
struct EvidenceText {
  /// With a slash at its end, or empty: where documents are looked for that are not where they were.
  let folder: String
  private var documents: [String: SourceDocument?] = [:]

  /// How much of the page is shown before and behind.
  private static let margin = 120

  init(folder: String) { self.folder = folder }

  /// The evidence with the answer marked, and what stands around it; where the document is gone, its place alone.
  mutating func lines(_ row: TrainingRow, _ options: TextOptions) -> [StyledLine] {
    guard let evidence = row.evidence else { return [] }
    let place = "\(evidence.file), page \(evidence.page), characters \(evidence.start) to \(evidence.end)"
    let name = RowCard.labelled("from", StyledLine(options.oneLine(place), StepDrawing.quiet), options)
    guard let page = document(evidence.file)?.page(evidence.page) else {
      return RowCard.labelled("evidence", StyledLine("(the document cannot be read here)", StepDrawing.quiet), options)
        + name
    }
    let scalars = Array(page.text.unicodeScalars)
    guard evidence.end <= scalars.count, evidence.start < evidence.end else {
      return RowCard.labelled("evidence", StyledLine("(the document has changed since)", StepDrawing.quiet), options)
        + name
    }
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return options.oneLine(String(view).split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    // Not from the middle of a word to the middle of one.
    func isSpace(_ place: Int) -> Bool { scalars[place].properties.isWhitespace }
    let far = max(0, evidence.start - Self.margin)
    let near = min(scalars.count, evidence.end + Self.margin)
    let from = far == 0 ? 0 : (far..<evidence.start).first(where: isSpace) ?? evidence.start
    let to = near == scalars.count ? near : (evidence.end..<near).last(where: isSpace) ?? evidence.end
    let answer = options.oneLine(row.answer.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    let mark = TextStyle(bold: true, underlined: true)
    // Without colours brackets say where the evidence is.
    let brackets = options.color == .none ? ("[", "]") : ("", "")
    var line = StyledLine(from > 0 ? options.ellipsis : "", StepDrawing.quiet)
    line = line + StyledLine(text(from..<evidence.start) + " ", StepDrawing.quiet)
    line =
      line + StyledLine(brackets.0 + text(evidence.start..<evidence.end) + brackets.1).highlighting(answer, style: mark)
    line = line + StyledLine(" " + text(evidence.end..<to), StepDrawing.quiet)
    line = line + StyledLine(to < scalars.count ? options.ellipsis : "", StepDrawing.quiet)
    return RowCard.labelled("evidence", line, options) + name
  }

  /// Whether the evidence holds a text; nil if it is not known.
  mutating func holds(_ text: String, _ row: TrainingRow) -> Bool? {
    guard let evidence = row.evidence, let found = document(evidence.file)?.text(at: evidence) else { return nil }
    func folded(_ text: String) -> String {
      text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return folded(found).contains(folded(text))
  }

  private mutating func document(_ file: String) -> SourceDocument? {
    if let known = documents[file] { return known }
    var document: SourceDocument?
    for path in [file, folder + file, folder + "../" + file] where document == nil {
      document = try? DocumentReader.read(path, named: file)
    }
    documents[file] = .some(document)
    return document
  }
}
