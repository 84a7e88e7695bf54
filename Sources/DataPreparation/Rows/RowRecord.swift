// Rows as their file has them, before anybody asks what they mean: JSONL, a JSON array, CSV.
internal import DocumentReading
internal import Messages
internal import Tokenizers

/// One row: names and values in the order of the file.
struct RowRecord {
  let line: Int
  let row: Int
  let members: [JSONValue.Member]

  subscript(name: String) -> JSONValue? {
    guard let value = members.last(where: { $0.key == name })?.value, value != .null else { return nil }
    return value
  }

  var names: [String] { members.map(\.key) }
}

extension RowRecord {
  struct Table {
    var records: [RowRecord] = []
    var problems: [RowProblem] = []
  }

  /// - Parameter file: whose ending says what it is, and how problems call it.
  static func records(_ bytes: [UInt8], file: String) throws(RowError) -> Table {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RowError("\(file.harmless) is not UTF-8; save it as UTF-8 first")
    }
    switch file.split(separator: ".").last?.lowercased() {
    case "jsonl", "ndjson", "json": return try json(bytes, file: file)
    case "csv": return try csv(text, separator: nil, file: file)
    case "tsv": return try csv(text, separator: "\t", file: file)
    default: throw RowError("\(file.harmless) is no file of rows; known are .jsonl, .json, .csv and .tsv")
    }
  }

  private static func json(_ bytes: [UInt8], file: String) throws(RowError) -> Table {
    let space: [UInt8] = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
    if bytes.first(where: { !space.contains($0) }) == UInt8(ascii: "[") { return try array(bytes, file: file) }
    var table = Table()
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.contains(where: { !space.contains($0) }) {
      let row = table.records.count + table.problems.count + 1
      func leaveOut(_ message: String) {
        table.problems.append(RowProblem(file: file, line: index + 1, row: row, message: message))
      }
      do {
        let value = try JSONReader.read(Array(line))
        guard case .object(let members) = value else {
          leaveOut("it is \(value.kind); a row is an object, as in {\"question\":…,\"answer\":…}")
          continue
        }
        table.records.append(RowRecord(line: index + 1, row: row, members: members))
      } catch FileProblem.malformedJSON(_, let column, let reason) {
        leaveOut("it is not JSON on one line; at column \(column): \(reason)")
      } catch {
        leaveOut("it is not JSON")
      }
    }
    return table
  }

  private static func array(_ bytes: [UInt8], file: String) throws(RowError) -> Table {
    let elements: [JSONValue]
    do {
      guard case .array(let found) = try JSONReader.read(bytes) else { return Table() }
      elements = found
    } catch FileProblem.malformedJSON(let line, let column, let reason) {
      throw RowError("\(file.harmless):\(line):\(column): it is not JSON: \(reason)")
    } catch {
      throw RowError("\(file.harmless) is not JSON")
    }
    var table = Table()
    for (index, element) in elements.enumerated() {
      if case .object(let members) = element {
        table.records.append(RowRecord(line: 1, row: index + 1, members: members))
      } else {
        table.problems.append(
          RowProblem(file: file, line: 1, row: index + 1, message: "it is \(element.kind); a row is an object"))
      }
    }
    return table
  }

  private static func csv(_ text: String, separator: Character?, file: String) throws(RowError) -> Table {
    var rows: [CSVText.Row]
    do { rows = try CSVText.rows(text, separator: separator) } catch {
      throw RowError("\(file.harmless):\(error.line): a quotation mark is opened here and never closed")
    }
    guard !rows.isEmpty else { return Table() }
    let names = rows.removeFirst().cells.map(\.trimmed)
    for (place, name) in names.enumerated() where names[..<place].contains(name) && !name.isEmpty {
      throw RowError("\(file.harmless): two of its columns are called \(name.quoted); rename one")
    }
    var table = Table()
    for (index, row) in rows.enumerated() {
      guard row.cells.count <= names.count else {
        table.problems.append(
          RowProblem(
            file: file, line: row.line, row: index + 1,
            message: "it has \(row.cells.count) cells, and the heading row has \(names.count); a text with a comma "
              + "stands in quotation marks"))
        continue
      }
      let members = zip(names, row.cells).filter { !$0.0.isEmpty && !$0.1.isEmpty }.map { name, cell in
        JSONValue.Member(name, .string(cell))
      }
      table.records.append(RowRecord(line: row.line, row: index + 1, members: members))
    }
    return table
  }
}
