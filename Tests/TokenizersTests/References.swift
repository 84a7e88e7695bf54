import Foundation
import Testing

@testable import Tokenizers

/// The files that Scripts/references/tokenizers.py wrote with Hugging Face's tokenizers.
enum References {
  static func path(_ name: String) throws -> String {
    try #require(Bundle.module.resourceURL).appendingPathComponent("References/\(name)").path
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }
  static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }
  static func json(_ name: String) throws -> JSONValue { try JSONReader.read(try bytes(name)) }

  static func lines(_ name: String) throws -> [String] {
    try bytes(name).split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The texts that every tokenizer has encoded.
  static func texts() throws -> [String] { try json("texts.json").array("texts").map { try $0.string("text") } }

  /// What Hugging Face made of ``texts()``.
  static func encodings(_ folder: String) throws -> [Encoding] {
    try lines("\(folder)/encodings.jsonl").map { line in
      let parts = try JSONReader.read(Array(line.utf8)).array("encoding")
      let edges = try parts[2].integers()
      return Encoding(
        ids: try parts[0].integers(), tokens: try parts[1].array("tokens").map { try $0.string("token") },
        offsets: stride(from: 0, to: edges.count, by: 2).map { edges[$0]..<edges[$0 + 1] })
    }
  }
}

extension JSONValue {
  func integers() throws -> [Int] { try array("integers").map { try $0.integer("integer") } }
}

/// Seeded, so that a failure repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Strings as tokens are compared: byte by byte. Swift's == holds canonically equivalent strings equal.
func sameBytes(_ a: [String], _ b: [String]) -> Bool { a.map { Array($0.utf8) } == b.map { Array($0.utf8) } }
