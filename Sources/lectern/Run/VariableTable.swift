// All variables of a lesson in one table, whatever their types: one that cannot be shown must not hide the others.
import Foundation
import StepRecords

/// Source that shows variables, and the table that its records make. Where a variable cannot be compiled or ends the
/// process, the rest is asked for again without it. A pure value.
struct VariableTable {
  private var variables: [Variable]
  private var columns: [String] = []

  private struct Variable {
    var name: String
    var step: String
    var state = State.open
  }

  private enum State {
    case open
    case shown([String])
    case failed
  }

  init(_ variables: [(name: String, step: String)]) {
    self.variables = variables.map { Variable(name: $0.name, step: $0.step) }
  }

  var isEmpty: Bool { variables.isEmpty }

  private var open: [Int] { variables.indices.filter { if case .open = variables[$0].state { true } else { false } } }

  /// A line for each variable that is not known yet; nil when all are.
  var source: String? {
    let lines = open.map { index in
      let variable = variables[index]
      return "show(variables: [VariableSummary(\(variable.name.debugDescription), `\(variable.name)`, "
        + "step: \(variable.step.debugDescription))])\n"
    }
    return lines.isEmpty ? nil : lines.joined()
  }

  /// - Parameters:
  ///   - records: what the source has shown, or why it failed.
  ///   - firstLine: of the source, as failures count.
  mutating func take(_ records: [Record], firstLine: Int) {
    let asked = open
    var rows: [[String]] = []
    var rejected: Set<Int> = []
    var isStopped = false
    for record in records {
      switch record.content {
      case .table(let table):
        columns = table.columns
        rows += table.rows
      case .failure(let failure):
        isStopped = failure.reason != .compileError
        if let line = record.line, asked.indices.contains(line - firstLine) { rejected.insert(asked[line - firstLine]) }
      default: break
      }
    }
    for (index, row) in zip(asked, rows) { variables[index].state = .shown(row) }
    // It is the next one that ended the process.
    if isStopped, rows.count < asked.count { rejected = [asked[rows.count]] }
    // Where a complaint has no place, none of the rest can be shown.
    if rejected.isEmpty { rejected = Set(asked.dropFirst(rows.count)) }
    for index in rejected { variables[index].state = .failed }
  }

  var record: TableRecord {
    TableRecord(
      columns: columns.isEmpty ? ["name", "type", "size", "value", "step"] : columns,
      rows: variables.map { variable in
        if case .shown(let row) = variable.state { return row }
        return [variable.name, "", "", "cannot be shown", variable.step]
      })
  }
}
