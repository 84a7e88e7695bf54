// The documents of the course and the questions about them, as the tests read them.
import DocumentReading
import Foundation
import Testing

enum HarbourLinesFolder {
  static let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("HarbourLines").path

  /// A line of questions.jsonl.
  struct Question: Decodable {
    struct Place: Decodable, Hashable {
      let file: String
      let page: Int
      let sentence: String
    }
    let id, question, answer: String
    let answers: [String]
    let evidence: [Place]
    let unanswerable: Bool
    let kind: String
    let paraphrased: Bool
    let split: String
  }

  static func questions() throws -> [Question] {
    let text = try String(contentsOfFile: "\(path)/questions.jsonl", encoding: .utf8)
    return try text.split(separator: "\n").map { try JSONDecoder().decode(Question.self, from: Data($0.utf8)) }
  }

  /// The names of the documents, from this folder.
  static func documents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/Documents").sorted().map { "Documents/\($0)" }
  }

  static func document(_ name: String) throws -> SourceDocument {
    try DocumentReader.read("\(path)/\(name)", named: name)
  }

  /// Texts are compared with their white space folded, since lines are broken anywhere.
  static func folded(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
