// A text with places for the columns of a row: "Question: {question}\nAnswer:".
internal import Messages

/// Text in which `{column}` stands for what a row has in that column; `{{` and `}}` are braces.
public struct ColumnTemplate: Equatable, Sendable {
  enum Part: Equatable, Sendable {
    case text(String)
    case column(String)
  }

  let parts: [Part]

  /// Throws if a brace is not closed, or not opened.
  public init(_ text: String) throws(ColumnTemplateError) {
    var parts: [Part] = []
    var plain = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "{" where rest.first == "{", "}" where rest.first == "}":
        plain.append(character)
        rest.removeFirst()
      case "{":
        guard let end = rest.firstIndex(where: { $0 == "}" || $0 == "{" }), rest[end] == "}" else {
          throw .notClosed(String(rest.prefix(20)))
        }
        let name = rest[..<end].trimmed
        guard !name.isEmpty else { throw .noName }
        if !plain.isEmpty { parts.append(.text(plain)) }
        (plain, rest) = ("", rest[rest.index(after: end)...])
        parts.append(.column(name))
      case "}": throw .notOpened
      default: plain.append(character)
      }
    }
    if !plain.isEmpty { parts.append(.text(plain)) }
    self.parts = parts
  }

  /// The columns that it names, each once, in their order.
  public var columns: [String] {
    var seen = Set<String>()
    return parts.compactMap { if case .column(let name) = $0, seen.insert(name).inserted { name } else { nil } }
  }

  /// The text for a row; a column with a list gives its elements, separated by ", ".
  public func text(of row: ColumnTable.Row) throws(ColumnTemplateError) -> String {
    var result = ""
    for part in parts {
      switch part {
      case .text(let text): result += text
      case .column(let name): result += try cell(name, row).joined(separator: ", ")
      }
    }
    return result
  }

  /// The texts for a row: one for each element of the columns that hold lists, which are of one length; one if none does.
  public func texts(of row: ColumnTable.Row) throws(ColumnTemplateError) -> [String] {
    var results = [""]
    for part in parts {
      switch part {
      case .text(let text): results = results.map { $0 + text }
      case .column(let name):
        let values = try cell(name, row)
        if values.count == 1 {
          results = results.map { $0 + values[0] }
        } else if results.count == 1 {
          results = values.map { results[0] + $0 }
        } else {
          guard values.count == results.count else { throw .otherLength(name, values.count, results.count) }
          results = zip(results, values).map { $0 + $1 }
        }
      }
    }
    return results
  }

  private func cell(_ name: String, _ row: ColumnTable.Row) throws(ColumnTemplateError) -> [String] {
    guard let values = row.cells[name] else { throw .noColumn(name, there: row.cells.keys.sorted()) }
    return values
  }
}

public enum ColumnTemplateError: Error, Equatable, Sendable, CustomStringConvertible {
  case notClosed(String)
  case notOpened
  case noName
  case noColumn(String, there: [String])
  case otherLength(String, Int, Int)

  public var description: String {
    switch self {
    case .notClosed(let rest):
      "the brace before \(rest.quoted) is not closed; a column is written {name}, a brace itself {{"
    case .notOpened: "a brace is closed that was not opened; a brace itself is written }}"
    case .noName: "{} names no column; write {name}, or {{}} for the braces themselves"
    case .noColumn(let name, let there):
      "there is no \(name.quoted)"
        + (NearestName.of(name, among: there).map {
          "; the nearest column is \($0.quoted). There are: \(there.map(\.harmless).joined(separator: ", "))"
        } ?? "; the row is empty")
    case .otherLength(let name, let count, let other):
      "\(name.quoted) has \(count) elements, the list before it \(other)"
    }
  }
}
