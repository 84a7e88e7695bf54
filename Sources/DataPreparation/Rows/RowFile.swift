// Reading a data set: from a file to training rows, and to sentences about the rows that could not be read.

/// What a file of rows holds.
public struct RowFile: Equatable, Sendable {
  /// As it was named.
  public let file: String
  public let rows: [TrainingRow]
  /// Rows that were left out, in their order.
  public let problems: [RowProblem]

  /// Reads JSONL, a JSON array, CSV (comma or semicolon, RFC 4180) or TSV.
  ///
  /// Layouts that are known need no mapping: our own, `question`/`answer`, `instruction`/`input`/`output`,
  /// `prompt`/`completion`, `messages`, `conversations`, `prompt`/`chosen`/`rejected`, `text`/`summary`, `text`.
  /// Further columns are kept in ``TrainingRow/columns``; the worse of two answers is there as `rejected`.
  ///
  /// - Parameters:
  ///   - name: how messages call the file; its path if left out.
  ///   - columns: which column is what; nil to recognise it.
  /// - Throws: if the file cannot be read, or has none of the columns that are needed.
  public static func read(
    _ path: String, named name: String? = nil, columns: ColumnMapping? = nil
  ) throws(RowError)
    -> RowFile
  { try parse(DataFile.read(path), file: name ?? path, columns: columns) }

  /// The same from bytes; the ending of `file` says what they are.
  public static func parse(_ bytes: [UInt8], file: String, columns: ColumnMapping? = nil) throws(RowError) -> RowFile {
    let table = try RowRecord.records(bytes, file: file)
    var (rows, problems): ([TrainingRow], [RowProblem]) = ([], table.problems)
    // In CSV an empty cell is no cell, so the names of all rows together are the columns.
    var names: [String] = []
    var seen = Set<String>()
    for record in table.records.prefix(100) { names += record.names.filter { seen.insert($0).inserted } }
    if !table.records.isEmpty {
      let isOurs = columns == nil && names.contains("instruction") && names.contains("answer")
      if let columns { try KnownColumns.check(columns, in: names, file: file) }
      var mapping = columns
      if columns == nil, !isOurs { mapping = try KnownColumns.mapping(of: names, file: file) }
      for record in table.records {
        do throws(RowReader.Problem) {
          rows.append(try RowReader.row(record, mapping))
        } catch {
          problems.append(RowProblem(file: file, line: record.line, row: record.row, message: error.message))
        }
      }
    }
    return RowFile(file: file, rows: rows, problems: problems.sorted { $0.row < $1.row })
  }
}
