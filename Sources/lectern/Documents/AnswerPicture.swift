// An answer for people: the sentences, the words that answer marked, and below them where they stand.
import DocumentReading
import LessonDocuments
import Rendering
import Retrieval

struct AnswerPicture {
  let options: TextOptions
  let answer: DocumentAnswer

  init(_ answer: DocumentAnswer, options: TextOptions) { (self.answer, self.options) = (answer, options) }

  private static let quiet = TextStyle(dim: true)
  private static let marked = TextStyle(bold: true, underlined: true)

  var lines: [StyledLine] {
    guard let text = answer.text else {
      return [StyledLine("Not in the documents.", TextStyle(bold: true))]
        + StyledLine((answer.remark ?? "").harmlessWhole, Self.quiet).wrapped(to: options.width)
    }
    var lines: [StyledLine] = []
    if case .generated = answer.source {
      lines += StyledLine(text.harmlessWhole).wrapped(to: options.width)
    } else {
      for (index, citation) in answer.citations.enumerated() {
        var line = sentence(citation.sentence, isFirst: index == 0)
        line.append(" [\(index + 1)]", Self.quiet)
        lines += line.wrapped(to: options.width)
      }
    }
    lines.append(StyledLine())
    lines += CitationPicture.lines(answer.citations, options)
    if case .generated = answer.source {
      for (index, citation) in answer.citations.enumerated() {
        lines += StyledLine("[\(index + 1)] \(citation.sentence.harmlessWhole)", Self.quiet)
          .wrapped(to: options.width, indent: 4)
      }
    }
    if case .generated(let share) = answer.source {
      let percent = NumberText(options).fixed(share * 100, decimals: 0)
      lines.append(
        StyledLine("in the model's words; \(percent) % of the weakest clause stands in what is cited", Self.quiet))
    }
    if let remark = answer.remark { lines += StyledLine(remark.harmlessWhole, Self.quiet).wrapped(to: options.width) }
    return lines
  }

  /// The first sentence with the words that answer set off.
  private func sentence(_ text: String, isFirst: Bool) -> StyledLine {
    guard isFirst, let short = answer.short, let range = text.firstRange(of: short) else {
      return StyledLine(text.harmlessWhole)
    }
    var line = StyledLine(String(text[..<range.lowerBound]).sanitized())
    line.append(options.color == .none ? "*\(short.sanitized())*" : short.sanitized(), Self.marked)
    line.append(String(text[range.upperBound...]).sanitized())
    return line
  }
}

extension String {
  /// With nothing in it that a terminal obeys; of any length.
  var harmlessWhole: String { sanitized().withFoldedSpaces }
}
