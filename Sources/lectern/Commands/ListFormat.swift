// `--format text|json` of commands that print a list or a report.
import ArgumentParser
import Foundation

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json

  /// A value as one line of JSON.
  static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
