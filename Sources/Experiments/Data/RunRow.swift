// One row that a run learns from or is judged by.
internal import DataPreparation
public import DocumentReading
internal import Tokenizers

/// A row by its columns: those of its file, and the names that templates use (`prompt`, `answer`, `text`, `label`, …).
public struct RunRow: Equatable, Sendable {
  /// Its place in the run's training or validation rows, from 1.
  public var number: Int
  /// The texts of each column: one, or as many as a list has.
  public var cells: [String: [String]]
  public var evidence: Evidence?
  /// Where it comes from, for messages: `rows.jsonl:12`.
  public var place: String

  public init(number: Int = 1, _ cells: [String: [String]], evidence: Evidence? = nil, place: String = "") {
    self.number = number
    self.cells = cells
    self.evidence = evidence
    self.place = place
  }

  /// The text of a column; of a list its elements, separated by ", ". Nil if the row has none.
  public subscript(column: String) -> String? { cells[column]?.joined(separator: ", ") }

  /// Throws if the row lacks a column of the template.
  func text(_ template: ColumnTemplate) throws(ColumnTemplateError) -> String {
    try template.text(of: ColumnTable.Row(line: number, cells: cells))
  }

  /// Texts that an answer may equal: the list `answers` if the row has one, else its answer.
  public var references: [String] {
    if let list = cells["answers"], !list.isEmpty { return list }
    return (self["answer"] ?? self["text"]).map { [$0] } ?? []
  }

  /// Whether a column that is needed has nothing in it. A question may do without an input, not without an answer.
  func lacks(_ column: String) -> Bool {
    guard let text = self[column] else { return true }
    return text.trimmed.isEmpty && Self.neverBlank.contains(column)
  }

  private static let neverBlank = ["prompt", "answer", "text", "label", "chosen", "rejected"]

  /// What must not be divided between training and validation: its document, or all rows that ask the same.
  var group: String {
    if let file = evidence?.file { return "document \(file)" }
    let text = self["prompt"] ?? self["text"]
    return "question " + (text ?? cells.sorted { $0.key < $1.key }.flatMap(\.value).joined(separator: " ")).lowercased()
  }

  /// As a line of JSONL, which reads back as the same row.
  var line: [UInt8] {
    var members = cells.sorted { $0.key < $1.key }.map { column, texts in
      JSONValue.Member(column, texts.count == 1 ? .string(texts[0]) : .array(texts.map { .string($0) }))
    }
    if let evidence {
      let place = [
        JSONValue.Member("file", .string(evidence.file)), .init("page", .integer(evidence.page)),
        .init("start", .integer(evidence.start)), .init("end", .integer(evidence.end)),
      ]
      members.append(.init("evidence", .object(place)))
    }
    return JSONWriter.line(.object(members)) + [UInt8(ascii: "\n")]
  }
}

extension String {
  /// Without white space at both ends.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }
}
