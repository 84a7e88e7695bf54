// Runs beside each other as text: curves over each other, tables, sentences.
import Experiments
import LessonDocuments
import Rendering
import StepRecords

struct ComparisonPicture {
  let comparison: RunComparison
  let options: TextOptions

  private var numbers: RunNumbers { RunNumbers(options) }
  private var names: [String] { comparison.runs.map(\.name) }

  var lines: [StyledLine] {
    let curves = [
      CurvesPicture(title: "training loss", curves: comparison.runs.map { ($0.name, $0.curve(\.loss)) }),
      CurvesPicture(title: "validation loss", curves: comparison.runs.map { ($0.name, $0.validationCurve) }, height: 8),
    ].map { $0.lines(options) }
    var blocks = (curves + [settings, measures, statements]).filter { !$0.isEmpty }
    let last = blocks.popLast() ?? []
    return blocks.flatMap { $0 + [StyledLine()] } + last
  }

  private var settings: [StyledLine] {
    guard !comparison.differences.isEmpty else { return [StyledLine("Their settings are the same.")] }
    let rows = comparison.differences.map { difference in [difference.key] + difference.values.map { $0 ?? "" } }
    return table("settings that differ", [""] + names, rows)
  }

  private var measures: [StyledLine] {
    var rows = [["state"] + comparison.runs.map(\.standing.rawValue)]
    rows.append(["steps"] + comparison.runs.map { "\($0.step) of \($0.state.totalSteps)" })
    rows.append(["parameters that learn"] + comparison.runs.map { numbers.count($0.state.trainableParameters) })
    rows.append(["time"] + comparison.runs.map { numbers.seconds($0.state.seconds) })
    rows.append(["best loss"] + comparison.runs.map { $0.best.map { numbers.number($0.loss) } ?? "" })
    for measure in comparison.measures {
      rows.append([measure.name] + measure.estimates.map { $0.map(numbers.estimate) ?? "" })
    }
    return table("what came of them", [""] + names, rows)
  }

  private func table(_ name: String, _ columns: [String], _ rows: [[String]]) -> [StyledLine] {
    RecordPicture.lines(
      for: Record(name: name, content: .table(TableRecord(columns: columns, rows: rows))), options: options)
  }

  private var statements: [StyledLine] { Self.statements(comparison.statements, comparison.refusals, options) }

  /// Which run is better by what, and where nothing can be said.
  static func statements(
    _ statements: [RunComparison.Statement], _ refusals: [String], _ options: TextOptions
  ) -> [StyledLine] {
    let numbers = RunNumbers(options)
    let said = statements.map { statement -> StyledLine in
      let interval =
        "\(numbers.difference(statement.difference.value)), 95 %: \(numbers.difference(statement.difference.low)) to "
        + "\(numbers.difference(statement.difference.high)), on \(numbers.counted(statement.rows, "row"))"
      let verdict =
        switch statement.verdict {
        case .better: "is better than \(statement.baseline)"
        case .worse: "is worse than \(statement.baseline)"
        case .cannotBeToldApart: "cannot be told apart from \(statement.baseline)"
        }
      let style = TextStyle(bold: statement.verdict != .cannotBeToldApart)
      return StyledLine(options.oneLine("By \(statement.measure), "))
        + StyledLine(options.oneLine("\(statement.run) \(verdict)"), style) + StyledLine(" (\(interval)).")
    }
    return (said + refusals.map { StyledLine(options.oneLine($0)) }).flatMap {
      $0.wrapped(to: options.width, indent: 2)
    }
  }
}
