// A data set as its columns, with the names that every data set might have used: for templates and trainers.
public import DocumentReading
internal import Tokenizers

/// The rows of a file by their columns, as ``ColumnTable`` has them. Where the layout is one that ``RowFile`` knows, a row
/// also has the usual names: `prompt` and `answer`; `chosen` and `rejected` for preferences; `text` for raw text.
public struct RowTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    /// Where it begins in the file, from 1.
    public var line: Int
    public var cells: [String: [String]]
    /// What the row stands on, if it says so.
    public var evidence: Evidence?
  }

  /// The file's own columns, in the order in which they appear.
  public let columns: [String]
  public let rows: [Row]
  /// Rows that were left out.
  public let problems: [RowProblem]

  /// Reads JSONL, a JSON array, CSV or TSV. Throws if the file cannot be read.
  ///
  /// - Parameter usesLayouts: whether rows get the usual names; not if somebody says which column is what.
  public static func read(
    _ path: String, named name: String? = nil, usesLayouts: Bool = true
  ) throws(RowError) -> RowTable {
    let (bytes, file) = (try DataFile.read(path), name ?? path)
    let table = try ColumnTable.parse(bytes, file: file)
    let isOurs = table.columns.contains("instruction") && table.columns.contains("answer")
    let mapping = isOurs ? nil : try? KnownColumns.mapping(of: table.columns, file: file)
    let isKnown = isOurs || mapping != nil
    let records = isKnown ? try RowRecord.records(bytes, file: file).records : []
    let rows = table.rows.enumerated().map { place, own in
      var row = Row(line: own.line, cells: own.cells)
      guard isKnown, let known = try? RowReader.row(records[place], mapping) else { return row }
      if let evidence = known.evidence {
        row.evidence = evidence
        for name in ["", ".file", ".page", ".start", ".end"] { row.cells["evidence" + name] = nil }
      }
      if usesLayouts { row.cells.merge(known.usualNames) { own, _ in own } }
      return row
    }
    return RowTable(columns: table.columns, rows: rows, problems: table.problems)
  }
}

extension TrainingRow {
  fileprivate var usualNames: [String: [String]] {
    if kind == .text, instruction.isEmpty { return ["text": [answer]] }
    var names = ["answer": [answer]]
    if let turns, turns.count > 2 {
      // What was said before, as a transcript.
      let roles: [Turn.Role: String] = [.system: "System", .user: "User", .assistant: "Assistant"]
      names["prompt"] = [turns.dropLast().map { "\(roles[$0.role] ?? ""): \($0.text)" }.joined(separator: "\n")]
    } else {
      names["prompt"] = [instruction + (input.map { "\n\n" + $0 } ?? "")]
    }
    if let rejected { (names["chosen"], names["rejected"]) = ([answer], [rejected]) }
    return names
  }
}
