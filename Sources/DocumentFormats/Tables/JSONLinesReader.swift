// JSONL: one JSON value a line.
import DocumentReading
import Tokenizers

enum JSONLinesReader {
  /// A value whose parts are short is a line as a row of a table is; a long text in it is a paragraph of its own.
  static func page(_ text: String) throws(DocumentError) -> DocumentPage {
    var page = PageBuilder()
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      add(parts(of: try value(line, number: index + 1), named: ""), to: &page)
    }
    return page.page
  }

  private static func value(_ line: Substring, number: Int) throws(DocumentError) -> JSONValue {
    do { return try JSONReader.read(Array(line.utf8)) } catch FileProblem.malformedJSON(_, let column, let reason) {
      throw DocumentError(.damaged(reason: "line \(number), column \(column) is not JSON: \(reason)"))
    } catch {
      throw DocumentError(.damaged(reason: "line \(number) is not JSON"))
    }
  }

  private static let longestRow = 400

  private static func add(_ parts: [(name: String, text: String)], to page: inout PageBuilder) {
    let length = parts.reduce(0) { $0 + $1.name.unicodeScalars.count + $1.text.unicodeScalars.count }
    if length <= longestRow, !parts.contains(where: { $0.text.contains("\n") }) {
      page.add(.tableRow, TableText.line(parts.map(\.text), columns: parts.count > 1 ? parts.map(\.name) : nil))
      return
    }
    for part in parts {
      let text = parts.count == 1 || part.name.isEmpty ? part.text : "\(part.name): \(part.text)"
      for paragraph in text.split(separator: "\n\n") { page.add(.paragraph, paragraph) }
    }
  }

  /// Strings, numbers and truth values, with the keys that lead to them. Nesting is bounded by the reader.
  private static func parts(of value: JSONValue, named name: String) -> [(name: String, text: String)] {
    switch value {
    case .null: []
    case .boolean(let isTrue): [(name, isTrue ? "true" : "false")]
    case .integer(let number): [(name, String(number))]
    case .number(let number): [(name, String(number))]
    case .string(let text): [(name, text)]
    case .array(let values): values.flatMap { parts(of: $0, named: name) }
    case .object(let members):
      members.flatMap { parts(of: $0.value, named: name.isEmpty ? $0.key : "\(name) \($0.key)") }
    }
  }
}
