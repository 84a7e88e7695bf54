// What a run learns from and what it is judged by: read, checked, divided.
internal import DataPreparation
internal import Hashing
internal import Messages

/// The rows of a run.
public struct RunData: Equatable, Sendable {
  public var training: [RunRow]
  /// Empty if nothing is held out.
  public var validation: [RunRow]
  /// What a reader should know before the run: rows left out, rows in both parts.
  public var warnings: [String] = []

  public init(training: [RunRow], validation: [RunRow]) {
    self.training = training
    self.validation = validation
  }

  /// The two files of the run's folder.
  var files: (training: [UInt8], validation: [UInt8]) {
    (training.flatMap(\.line), validation.flatMap(\.line))
  }

  /// SHA-256 of both files, one behind the other.
  public var checksum: String {
    let files = files
    return SHA256.hexadecimal(of: files.training + files.validation)
  }
}

/// The files that a configuration names, before they are divided.
struct DataFiles {
  let training: [RunRow]
  /// Nil if a share of the training rows is to be held out.
  let validation: [RunRow]?
  /// All that a row may have.
  let columns: [String]
  private(set) var warnings: [String] = []

  /// Throws ``RunProblems``.
  ///
  /// - Parameter folder: that paths begin at.
  init(_ section: RunConfiguration.DataSection, from folder: String) throws {
    var problems: [RunProblem] = []
    var warnings: [String] = []
    func read(_ file: String, _ key: String) -> (rows: [RunRow], columns: [String]) {
      do throws(RunProblem) {
        let (rows, columns, left) = try Self.rows(of: file, in: folder, key, section)
        if let first = left.first {
          warnings.append("\(left.count) of the rows cannot be read and are left out; the first: \(first)")
        }
        guard !rows.isEmpty else { throw RunProblem(key, "is \(file.harmless), which has no rows") }
        return (rows, columns)
      } catch {
        problems.append(error)
        return ([], [])
      }
    }
    let learnt = read(section.train, "data.train")
    let held = section.validation.isEmpty ? nil : read(section.validation, "data.validation")
    if !problems.isEmpty { throw RunProblems(problems) }
    training = learnt.rows
    validation = held?.rows
    columns = learnt.columns
    self.warnings = warnings
  }

  // MARK: One file

  private static func rows(
    of file: String, in folder: String, _ key: String, _ section: RunConfiguration.DataSection
  ) throws(RunProblem) -> (rows: [RunRow], columns: [String], problems: [RowProblem]) {
    let path = FilePaths.path(file, from: folder)
    let ending = file.split(separator: ".").last?.lowercased() ?? ""
    do throws(RowError) {
      guard ["jsonl", "ndjson", "json", "csv", "tsv"].contains(ending) else {
        let text = try plainText(path, file)
        return (text.trimmed.isEmpty ? [] : [RunRow(["text": [text]], place: file)], ["text"], [])
      }
      let table = try RowTable.read(path, named: file, usesLayouts: section.columns.isEmpty)
      let columns = try mapping(section.columns, table.columns, file)
      let rows = table.rows.map { row in
        var cells = row.cells
        for (use, column) in columns where cells[use] == nil || section.columns[use] != nil {
          cells[use] = row.cells[column]
        }
        return RunRow(cells, evidence: row.evidence, place: "\(file):\(row.line)")
      }
      let names = rows.reduce(into: Set<String>()) { $0.formUnion($1.cells.keys) }
      return (rows, names.sorted(), table.problems)
    } catch {
      throw RunProblem(key, "cannot be used: \(error)")
    }
  }

  /// Line ends as `\n`, whatever the file has.
  private static func plainText(_ path: String, _ file: String) throws(RowError) -> String {
    guard var text = String(validating: try DataFile.read(path), as: UTF8.self) else {
      throw RowError("\(file.harmless) is not UTF-8; save it as UTF-8 first")
    }
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    return text.contains("\r") ? String(text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }) : text
  }

  /// The columns that somebody named, which must be there, or those with usual names.
  private static func mapping(
    _ named: [String: String], _ columns: [String], _ file: String
  ) throws(RowError) -> [(use: String, column: String)] {
    for (use, column) in named.sorted(by: { $0.key < $1.key }) where !columns.contains(column) && !columns.isEmpty {
      let nearest = NearestName.of(column, among: columns).map { "; the nearest is \($0.quoted)" } ?? ""
      throw RowError(
        "\(file.harmless) has no column \(column.quoted), which is said to be the \(use)\(nearest). Its columns: "
          + columns.map(\.quoted).joined(separator: ", "))
    }
    let found = usualNames.compactMap { use, names -> (use: String, column: String)? in
      guard named[use] == nil, !columns.contains(use) else { return nil }
      return names.first(where: columns.contains).map { (use, $0) }
    }
    return named.sorted { $0.key < $1.key }.map { (use: $0.key, column: $0.value) } + found
  }

  /// Other names of columns, also for rows that are of no layout that ``RowTable`` knows.
  private static let usualNames: [(use: String, names: [String])] = [
    ("prompt", ["question", "instruction"]), ("answer", ["output", "completion", "response", "summary"]),
    ("label", ["class", "category", "sentiment", "target", "rating", "value"]),
  ]
}
