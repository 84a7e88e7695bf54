// Writing rows: JSONL in the layouts that trainers read, and CSV.
internal import DocumentReading
internal import Tokenizers

/// How a row lies in a line of JSONL.
public enum RowLayout: String, CaseIterable, Sendable {
  /// Ours: `instruction`, `answer`, `score`, `evidence`.
  case rows
  /// `instruction`, `input`, `output` (Taori et al. 2023, Alpaca).
  case instruction
  /// `messages`, each with `role` and `content`.
  case chat
  /// `prompt`, `chosen`, `rejected`, for preference losses.
  case preference
}

/// Turns rows into text. What a layout has no place for stands beside its own columns, so nothing is lost:
/// ``RowFile`` reads the same rows again.
public enum RowWriter {
  /// One line for each row; in the preference layout rows without a rejected answer are left out.
  public static func jsonLines(_ rows: [TrainingRow], layout: RowLayout = .rows) -> String {
    var bytes: [UInt8] = []
    for row in rows where layout != .preference || row.rejected != nil {
      bytes += JSONWriter.line(.object(members(row, layout)))
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A heading row and a row of cells for each row. An empty cell is nothing.
  public static func csv(_ rows: [TrainingRow]) -> String {
    let columns = Set(rows.flatMap { ($0.columns ?? [:]).keys }).sorted()
    var text = CSVText.line(
      ownColumns + columns.map { ownColumns.contains($0) || $0.hasPrefix("columns.") ? "columns.\($0)" : $0 })
    for row in rows {
      let evidence = row.evidence.map { [$0.file, String($0.page), String($0.start), String($0.end)] }
      let turns = row.turns.map { String(decoding: JSONWriter.line(ChatTurns.messages($0)), as: UTF8.self) }
      let cells =
        [row.kind.rawValue, row.instruction, row.input ?? "", row.answer, row.score.map { String($0) } ?? ""]
        + (evidence ?? ["", "", "", ""]) + [turns ?? ""]
      text += CSVText.line(cells + columns.map { row.columns?[$0] ?? "" })
    }
    return text
  }

  private static let ownColumns = [
    "kind", "instruction", "input", "answer", "score", "evidence.file", "evidence.page", "evidence.start",
    "evidence.end", "turns",
  ]

  private static func members(_ row: TrainingRow, _ layout: RowLayout) -> [JSONValue.Member] {
    let prompt = row.instruction + (row.input.map { "\n\n" + $0 } ?? "")
    var further = row.columns ?? [:]
    var members: [JSONValue.Member] = []
    var input = row.input
    var turns = row.turns
    switch layout {
    case .rows:
      members = [.init("instruction", .string(row.instruction))]
      if let input { members.append(.init("input", .string(input))) }
      members.append(.init("answer", .string(row.answer)))
      input = nil
    case .instruction:
      members = [
        .init("instruction", .string(row.instruction)), .init("input", .string(input ?? "")),
        .init("output", .string(row.answer)),
      ]
      input = nil
    case .chat:
      let asked = prompt.isEmpty ? [] : [TrainingRow.Turn(.user, prompt)]
      members = [.init("messages", ChatTurns.messages(turns ?? asked + [.init(.assistant, row.answer)]))]
      turns = nil
    case .preference:
      members = [
        .init("prompt", .string(prompt)), .init("chosen", .string(row.answer)),
        .init("rejected", .string(row.rejected ?? "")),
      ]
      further["rejected"] = nil
    }
    members.append(.init("kind", .string(row.kind.rawValue)))
    if let input { members.append(.init("input", .string(input))) }
    if let turns { members.append(.init("turns", ChatTurns.messages(turns))) }
    if let score = row.score { members.append(.init("score", .number(score))) }
    if let evidence = row.evidence { members.append(.init("evidence", value(evidence))) }
    if !further.isEmpty {
      let columns = further.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
      members.append(.init("columns", .object(columns)))
    }
    return members
  }

  static func value(_ evidence: Evidence) -> JSONValue {
    .object([
      .init("file", .string(evidence.file)), .init("page", .integer(evidence.page)),
      .init("start", .integer(evidence.start)), .init("end", .integer(evidence.end)),
    ])
  }
}

extension TrainingRow {
  /// The worse of two answers; nil for rows that are no preference.
  public var rejected: String? { columns?["rejected"] }
}
