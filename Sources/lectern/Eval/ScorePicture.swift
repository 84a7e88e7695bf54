// Scores for people: each with its interval, and the rows that score worst.
import Evaluation
import LessonDocuments
import Rendering
import StepRecords

struct ScorePicture {
  private let scores: [MetricScore]
  private let pairs: [TextPair]
  private let worst: Int
  private let options: TextOptions

  init(_ scores: [MetricScore], pairs: [TextPair], worst: Int, options: TextOptions) {
    (self.scores, self.pairs, self.worst, self.options) = (scores, pairs, worst, options)
  }

  private static let quiet = TextStyle(dim: true)
  /// Characters of a text that are shown.
  private static let longest = 300

  var lines: [StyledLine] {
    let number = NumberText(options)
    let rows = scores.map { score in
      let estimate = score.estimate
      let interval = "\(number.short(estimate.low, digits: 3)) to \(number.short(estimate.high, digits: 3))"
      // Of numbers that never change there is no correlation.
      return estimate.value.isNaN
        ? [score.metric.name, "none", ""] : [score.metric.name, number.short(estimate.value), interval]
    }
    let table = TableRecord(columns: ["metric", "score", "95 % interval"], rows: rows)
    let head = StyledLine("\(pairs.count) prediction\(pairs.count == 1 ? "" : "s")", Self.quiet)
    return [head] + RecordPicture.lines(for: Record(name: "scores", content: .table(table)), options: options)
      + worstLines
  }

  /// By the first metric.
  private var worstLines: [StyledLine] {
    guard let score = scores.first, worst > 0 else { return [] }
    let number = NumberText(options)
    let rows = score.worstRows(worst)
    let title = "The worst row\(rows.count == 1 ? "" : "s") by \(score.metric.name)"
    return [StyledLine(), StyledLine(title, TextStyle(bold: true))]
      + rows.flatMap { row -> [StyledLine] in
        [StyledLine("line \(row + 1)  \(number.short(score.perRow[row]))")] + texts(of: row)
      }
  }

  private func texts(of row: Int) -> [StyledLine] {
    let references = pairs[row].references.map { ("expected", $0) }
    return ([("answered", pairs[row].prediction)] + references).flatMap { name, text in
      let shown = text.count > Self.longest ? text.prefix(Self.longest) + options.ellipsis : text
      return StyledLine("  \(name)  \(shown.isEmpty ? "(nothing)" : shown.harmlessWhole)", Self.quiet)
        .wrapped(to: options.width, indent: 12)
    }
  }

  /// What each metric is.
  static func list(options: TextOptions) -> [StyledLine] {
    let rows = TextMetrics.all.map { [$0.name, $0.explanation] }
    return RecordPicture.lines(
      for: Record(name: "metrics", content: .table(TableRecord(columns: ["name", "what it is"], rows: rows))),
      options: options)
  }
}
