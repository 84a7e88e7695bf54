// Standard error of a step: the sentences with which the Swift runtime stops a program are kept for the failure's
// message; all else is text.
import Foundation

struct ErrorOutput {
  private var gathering = Utf8Gathering()
  private var partialLine = ""
  private var withheld = ""

  mutating func add(_ bytes: some Sequence<UInt8>) { gathering.add(bytes) }

  /// The text that can be shown: whole lines, and at the end the rest. From a fatal error's sentence on it is withheld.
  mutating func takeText(isEnd: Bool) -> String? {
    partialLine += gathering.take(through: .max, isEnd: isEnd) ?? ""
    var shown = ""
    var lines = partialLine.split(separator: "\n", omittingEmptySubsequences: false)
    let rest = lines.popLast() ?? ""
    for line in lines { append(line + "\n", to: &shown) }
    partialLine = String(rest)
    if isEnd, !partialLine.isEmpty {
      append(partialLine[...], to: &shown)
      partialLine = ""
    }
    return shown.isEmpty ? nil : shown
  }

  private mutating func append(_ line: some StringProtocol, to shown: inout String) {
    if !withheld.isEmpty || Self.sentence(in: line) != nil { withheld += line } else { shown += line }
  }

  /// What the runtime said when it stopped the step, such as `Index out of range`.
  var fatalSentence: String? {
    guard !withheld.isEmpty else { return nil }
    let message = withheld.range(of: "\nCurrent stack trace:").map { withheld[..<$0.lowerBound] } ?? withheld[...]
    return Self.sentence(in: message)
  }

  /// What was withheld and turned out to be no last word.
  mutating func takeWithheld() -> String? {
    defer { withheld = "" }
    return withheld.isEmpty ? nil : withheld
  }

  private static let openings = [
    "Fatal error: ", "Precondition failed: ", "Assertion failed: ", "Fatal error\n", "Precondition failed\n",
    "Assertion failed\n",
  ]

  private static func sentence(in text: some StringProtocol) -> String? {
    for opening in openings {
      guard let range = text.range(of: opening) else { continue }
      // `file:line: Fatal error: …`, or the runtime's own without a place.
      let before = text[..<range.lowerBound]
      guard before.isEmpty || before.hasSuffix(": ") else { continue }
      let sentence = text[range.upperBound...].trimmingCharacters(in: .whitespacesAndNewlines)
      if sentence.isEmpty { return opening.trimmingCharacters(in: .newlines) }
      return opening.hasPrefix("Fatal") ? sentence : opening + sentence
    }
    return nil
  }
}
