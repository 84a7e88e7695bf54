// From one row of a file to a training row.
internal import DocumentReading
internal import Messages
internal import Tokenizers

enum RowReader {
  /// Why a row is left out.
  struct Problem: Error {
    let message: String
  }

  /// - Parameter mapping: which column is what; nil for a row as this library writes it.
  static func row(_ record: RowRecord, _ mapping: ColumnMapping?) throws(Problem) -> TrainingRow {
    guard let mapping else { return try ours(record) }
    var row = TrainingRow(mapping.kind, answer: "")
    try takeOurs(from: record, into: &row, but: mapping.columns.map(\.name))
    if let name = mapping.name(of: .rejected), let value = record[name] {
      row.columns = (row.columns ?? [:]).merging(["rejected": try text(value, name)]) { $1 }
    }
    if let name = mapping.name(of: .messages) {
      try take(needed(record, name), named: name, into: &row)
      return row
    }
    for column in mapping.columns where column.field != .rejected {
      let isNeeded = RowField.of(mapping.kind).needed.contains(column.field)
      // Raw text in a layout that has an instruction has an empty one.
      if record[column.name] == nil || record[column.name] == .string(""),
        !isNeeded || (mayBeUnasked(row.kind) && column.field == .instruction)
      {
        continue
      }
      let text = try text(needed(record, column.name), column.name)
      switch column.field {
      case .question, .instruction: row.instruction = text
      case .context, .input: row.input = text
      case .text where mapping.kind == .summary: row.input = text
      default: row.answer = text
      }
    }
    row.splitInput()
    if row.kind == .summary, row.instruction.isEmpty { row.instruction = summaryInstruction }
    return row
  }

  /// Raw text answers nothing, and a conversation may begin with the assistant.
  private static func mayBeUnasked(_ kind: TrainingRow.Kind) -> Bool { kind == .text || kind == .conversation }

  /// What asks for a summary, where a data set does not say.
  static let summaryInstruction = "Summarise the text."

  private static func ours(_ record: RowRecord) throws(Problem) -> TrainingRow {
    let question: String = if case .string(let text)? = record["instruction"] { text } else { "" }
    var row = TrainingRow(question.trimmed.last == "?" ? .questionAnswer : .instruction, answer: "")
    try takeOurs(from: record, into: &row, but: ["instruction", "input", "answer"])
    row.answer = try text(needed(record, "answer"), "answer")
    if mayBeUnasked(row.kind), record["instruction"] == nil { return row }
    row.instruction = try text(needed(record, "instruction", mayBeEmpty: mayBeUnasked(row.kind)), "instruction")
    if let value = record["input"], value != .string("") { row.input = try text(value, "input") }
    return row
  }

  // MARK: Conversations

  private static func take(_ value: JSONValue, named name: String, into row: inout TrainingRow) throws(Problem) {
    let turns: [TrainingRow.Turn]
    do { turns = try ChatTurns.read(value) } catch { throw Problem(message: "\(name.quoted): \(error.message)") }
    guard let last = turns.last, last.role == .assistant else {
      throw Problem(message: "\(name.quoted) ends with a message of the user; the last one must be the assistant's")
    }
    row.answer = last.text
    row.instruction = turns.last { $0.role == .user }?.text ?? ""
    guard row.kind != .conversation else {
      row.turns = turns
      return
    }
    row.splitInput()
  }

  // MARK: What stands beside a layout's own columns

  private static func takeOurs(
    from record: RowRecord, into row: inout TrainingRow, but taken: [String]
  ) throws(Problem) {
    var columns: [String: String] = [:]
    var place: [String: Int] = [:]
    var file: String?
    for member in record.members where !taken.contains(member.key) && member.value != .null {
      let text = try? text(member.value, member.key)
      switch (member.key, member.value) {
      case ("kind", .string(let name)) where TrainingRow.Kind(rawValue: name) != nil:
        row.kind = TrainingRow.Kind(rawValue: name) ?? row.kind
      case ("score", _) where text.flatMap(Double.init).map((0...1).contains) == true:
        row.score = text.flatMap(Double.init)
      case ("input", .string(let input)) where !input.isEmpty: row.input = input
      case ("turns", let value): row.turns = try? ChatTurns.read(value)
      case ("evidence", .object): row.evidence = evidence(member.value)
      case ("evidence.file", .string(let name)): file = name
      case ("evidence.page", _), ("evidence.start", _), ("evidence.end", _):
        place[String(member.key.dropFirst("evidence.".count))] = text.flatMap { Int($0) }
      case ("columns", .object(let members)):
        for member in members { columns[member.key] = Self.plain(member.value) }
      default:
        let name = member.key.hasPrefix("columns.") ? String(member.key.dropFirst("columns.".count)) : member.key
        columns[name] = plain(member.value)
      }
    }
    if let file, let page = place["page"], let start = place["start"], let end = place["end"], start <= end {
      row.evidence = Evidence(file: file, page: page, start: start, end: end)
    }
    if !columns.isEmpty { row.columns = columns }
  }

  private static func evidence(_ value: JSONValue) -> Evidence? {
    guard case .string(let file)? = value["file"], case .integer(let page)? = value["page"],
      case .integer(let start)? = value["start"], case .integer(let end)? = value["end"], 0 <= start, start <= end
    else { return nil }
    return Evidence(file: file, page: page, start: start, end: end)
  }

  // MARK: Values

  private static func needed(
    _ record: RowRecord, _ name: String, mayBeEmpty: Bool = false
  ) throws(Problem) -> JSONValue {
    guard let value = record[name] else {
      let names = record.names.prefix(12).map(\.harmless).joined(separator: ", ")
      let nearest = NearestName.of(name, among: record.names)
        .flatMap { NearestName.distance($0, name) <= 2 && $0 != name ? "; is \($0.quoted) meant?" : nil }
      throw Problem(
        message: "\(name.quoted) is missing; the row has \(names.isEmpty ? "nothing" : names)\(nearest ?? "")")
    }
    if case .string(let text) = value, text.trimmed.isEmpty, !mayBeEmpty {
      throw Problem(message: "\(name.quoted) is empty")
    }
    return value
  }

  /// A text, or a number as one; of messages the last one's.
  private static func text(_ value: JSONValue, _ name: String) throws(Problem) -> String {
    switch value {
    case .string(let text): return text
    case .integer(let number): return String(number)
    case .number(let number): return String(number)
    case .boolean(let value): return String(value)
    case .array where (try? ChatTurns.read(value)) != nil: return (try? ChatTurns.read(value))?.last?.text ?? ""
    default: throw Problem(message: "\(name.quoted) is \(value.kind), and a text is expected")
    }
  }

  private static func plain(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: JSONWriter.line(value), as: UTF8.self)
  }
}

extension TrainingRow {
  /// Layouts with one text for both have the input behind the instruction; here each stands by itself.
  fileprivate mutating func splitInput() {
    guard let input, instruction.hasSuffix("\n\n" + input) else { return }
    instruction.unicodeScalars.removeLast(input.unicodeScalars.count + 2)
  }
}
