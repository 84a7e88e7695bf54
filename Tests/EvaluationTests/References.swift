// The files that Scripts/references/evaluation.py wrote with the packages whose numbers are usually reported.
import Foundation
import Testing

enum References {
  static func data(_ name: String) throws -> Data {
    try Data(contentsOf: #require(Bundle.module.resourceURL).appendingPathComponent("References/\(name)"))
  }

  /// A text with what its packages score it.
  struct TextRow: Decodable {
    var prediction: String
    var references: [String]
    var scores: [String: Double]
  }

  static func texts() throws -> [TextRow] {
    try data("texts.jsonl").split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(TextRow.self, from: $0)
    }
  }

  /// One part of measures.json.
  static func measures<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let parts = try #require(try JSONSerialization.jsonObject(with: data("measures.json")) as? [String: Any])
    return try JSONDecoder().decode(type, from: JSONSerialization.data(withJSONObject: #require(parts[name])))
  }
}

/// Whether two numbers are the same but for the last of twelve digits.
func isSame(_ value: Double, _ reference: Double) -> Bool {
  abs(value - reference) <= 1e-10 * max(1, abs(reference))
}
