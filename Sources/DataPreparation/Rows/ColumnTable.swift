// A data set as its file has it: named columns of texts, whatever they mean. What evaluation tasks and templates read.
internal import Tokenizers

/// The rows of a JSONL, JSON, CSV or TSV file by the names of their columns.
public struct ColumnTable: Equatable, Sendable {
  public struct Row: Equatable, Sendable {
    /// Where it begins in the file, from 1.
    public var line: Int
    /// The texts of each column: one, or as many as a list has. Numbers are as JSON writes them, objects are JSON.
    /// A column that is null or not there is absent; an empty cell of CSV is an empty text.
    public var cells: [String: [String]]

    public init(line: Int, cells: [String: [String]]) {
      self.line = line
      self.cells = cells
    }
  }

  /// As it was named.
  public var file: String
  /// The names of all columns, in the order in which they first appear.
  public var columns: [String]
  public var rows: [Row]
  /// Rows that were left out, in their order.
  public var problems: [RowProblem]

  public init(file: String, columns: [String], rows: [Row], problems: [RowProblem] = []) {
    self.file = file
    self.columns = columns
    self.rows = rows
    self.problems = problems
  }

  /// Throws if the file cannot be read as a table at all; single rows that cannot are ``problems``.
  ///
  /// - Parameter name: how messages call the file; its path if left out.
  public static func read(_ path: String, named name: String? = nil) throws(RowError) -> ColumnTable {
    try parse(DataFile.read(path), file: name ?? path)
  }

  /// The same from bytes; the ending of `file` says what they are.
  public static func parse(_ bytes: [UInt8], file: String) throws(RowError) -> ColumnTable {
    let table = try RowRecord.records(bytes, file: file)
    var seen = Set<String>()
    let columns = table.records.flatMap(\.names).filter { seen.insert($0).inserted }
    // CSV has every cell; RowRecord leaves out the empty ones.
    let isJSON = ["jsonl", "ndjson", "json"].contains(file.split(separator: ".").last?.lowercased())
    let rows = table.records.map { record in
      var cells: [String: [String]] = isJSON ? [:] : Dictionary(uniqueKeysWithValues: columns.map { ($0, [""]) })
      for member in record.members {
        cells[member.key] = member.value == .null ? nil : texts(member.value)
      }
      return Row(line: record.line, cells: cells)
    }
    return ColumnTable(file: file, columns: columns, rows: rows, problems: table.problems)
  }

  private static func texts(_ value: JSONValue) -> [String] {
    if case .array(let elements) = value { return elements.map(text) }
    return [text(value)]
  }

  private static func text(_ value: JSONValue) -> String {
    if case .string(let text) = value { return text }
    return String(decoding: JSONWriter.line(value), as: UTF8.self)
  }
}
