// A file that says something of students, one by one: YAML or CSV. For extensions and for times of handing in.
import LessonDocuments
import SystemTools
import Yams

/// `ada: +2d`, or below a student `softmax: 2026-12-05T12:00`; as CSV `student,exercise,value` under such a heading, the
/// exercise left empty (or the column left out) for all.
struct StudentTable: Equatable {
  struct Row: Equatable {
    var student: String
    var exercise: String?
    var value: String
    /// From 1.
    var line: Int
  }

  var rows: [Row]

  static let syntax = """
    A YAML file with lines such as "ada: VALUE", or "ada:" and below it, indented, "softmax: VALUE"; or a CSV file with \
    the columns student,exercise,value, where an empty exercise means all of them.
    """

  /// - Throws: `StudentTableError`
  init(file path: String) throws(StudentTableError) {
    let bytes: [UInt8]
    do { bytes = try RegularFile(path).bytes } catch { throw .unreadable(file: path, reason: error.reason) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .unreadable(file: path, reason: "it is not UTF-8")
    }
    let isCSV = path.lowercased().hasSuffix(".csv")
    rows = try isCSV ? Self.rows(csv: text, file: path) : Self.rows(yaml: text, file: path)
  }

  private static func rows(csv text: String, file: String) throws(StudentTableError) -> [Row] {
    let records: [CSV.Row]
    do { records = try CSV.rows(of: text) } catch {
      throw .wrong(file: file, line: error.line, reason: "a quotation mark is not closed")
    }
    guard let heading = records.first,
      heading.cells == ["student", "exercise", "value"] || heading.cells == ["student", "value"]
    else { throw .wrong(file: file, line: 1, reason: "the first line must be student,exercise,value") }
    var rows: [Row] = []
    for record in records.dropFirst() where record.cells != [""] {
      guard record.cells.count == heading.cells.count, let student = record.cells.first, let value = record.cells.last,
        !student.isEmpty
      else {
        throw .wrong(
          file: file, line: record.line, reason: "expected \(heading.cells.count) cells, the first a student")
      }
      let exercise = record.cells.count == 3 && !record.cells[1].isEmpty ? record.cells[1] : nil
      rows.append(Row(student: student, exercise: exercise, value: value, line: record.line))
    }
    return rows
  }

  private static func rows(yaml text: String, file: String) throws(StudentTableError) -> [Row] {
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch let error as YamlError {
      throw .wrong(file: file, line: error.line, reason: "this is not YAML, or a name is there twice")
    } catch {
      throw .wrong(file: file, line: 1, reason: "\(error)".harmless)
    }
    guard let root else { return [] }
    guard case .mapping(let students) = root else {
      throw .wrong(file: file, line: 1, reason: "expected lines such as ada: VALUE")
    }
    var rows: [Row] = []
    for (name, value) in students {
      let line = name.mark?.line ?? 1
      guard case .scalar(let student) = name else { throw .wrong(file: file, line: line, reason: "expected a student") }
      switch value {
      case .scalar(let scalar):
        rows.append(Row(student: student.string, exercise: nil, value: scalar.string, line: line))
      case .mapping(let exercises):
        for (key, value) in exercises {
          guard case .scalar(let exercise) = key, case .scalar(let scalar) = value else {
            throw .wrong(file: file, line: key.mark?.line ?? line, reason: "expected a line such as softmax: VALUE")
          }
          rows.append(
            Row(student: student.string, exercise: exercise.string, value: scalar.string, line: key.mark?.line ?? line))
        }
      default: throw .wrong(file: file, line: line, reason: "expected a value, or exercises with values below")
      }
    }
    return rows
  }
}

public enum StudentTableError: Error, Equatable, CustomStringConvertible {
  case unreadable(file: String, reason: String)
  case wrong(file: String, line: Int, reason: String)

  public var description: String {
    switch self {
    case .unreadable(let file, let reason): "\(file.harmless): cannot be read: \(reason)"
    case .wrong(let file, let line, let reason): "\(file.harmless):\(line): \(reason)"
    }
  }
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }
}
