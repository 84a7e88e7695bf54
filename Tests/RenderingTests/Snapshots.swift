// Pictures compared with the files in Snapshots. LECTERN_RECORD_SNAPSHOTS=1 rewrites them, and makes the run fail.
import Foundation
import Rendering
import Testing

enum Snapshots {
  private static let isRecording = ProcessInfo.processInfo.environment["LECTERN_RECORD_SNAPSHOTS"] == "1"

  /// The folder in the source tree: what is recorded is what is compared.
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Snapshots")

  static func expect(_ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = folder.appendingPathComponent(name)
    if isRecording {
      try Data(text.utf8).write(to: file, options: .atomic)
      Issue.record(
        "recorded \(name); look at it, then run without LECTERN_RECORD_SNAPSHOTS", sourceLocation: sourceLocation)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return }
    let (drawn, wanted) = (lines(of: text), lines(of: expected))
    let first = zip(drawn, wanted).enumerated().first { $1.0 != $1.1 }?.offset ?? min(drawn.count, wanted.count)
    Issue.record(
      """
      \(name) differs from line \(first + 1) on
      expected: \(wanted.indices.contains(first) ? wanted[first] : "(end)")
      drawn:    \(drawn.indices.contains(first) ? drawn[first] : "(end)")
      """, sourceLocation: sourceLocation)
  }

  private static func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

extension TextOptions {
  /// The looks that every picture is recorded in, without colours.
  static let plainLooks: [(name: String, options: TextOptions)] = [
    ("80 columns", TextOptions(width: 80)), ("120 columns", TextOptions(width: 120)),
    ("80 columns, ASCII", TextOptions(width: 80, ascii: true)),
  ]

  static let words: [(name: String, options: TextOptions)] = [("in words", TextOptions(width: 80, plain: true))]

  static let coloredLooks: [(name: String, options: TextOptions)] = [
    ("256 colours", TextOptions(width: 80, color: .twoHundredFiftySix)),
    ("16 colours", TextOptions(width: 80, color: .sixteen)),
    ("16 colours, ASCII", TextOptions(width: 80, color: .sixteen, ascii: true)),
  ]
}

extension String {
  /// Escape characters as `␛`, so that a file of colours can be read.
  var withVisibleEscapes: String { replacingOccurrences(of: "\u{1b}", with: "␛") }
}
