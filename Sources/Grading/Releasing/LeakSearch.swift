// Whether a file that learners get holds something of an exercise's secrets. Rules, which Writing-an-exercise.md tells:
//
// 1. Lines are compared without whitespace and without the marks at both ends, such as `//`, `>`, backticks and braces.
// 2. A line counts from 16 characters on, 10 of them letters or digits; an import, `return x` and `}` are nobody's
//    secret. Neither is what stands in the starter, the visible probes or a lesson, as a line or within one.
// 3. In the exercise's own files, and in those that belong to no exercise, one line that counts is a leak; so is one
//    that is quoted within another line, from 24 characters on.
// 4. In another exercise's files it takes three that follow each other: one or two can be alike by chance.
// 5. Of a file that is no text, such as a model's weights, every readable stretch is a line.
// 6. The name of a hidden probe is a leak where it stands alone or between quotation marks.
import Foundation

/// A place of the learners' copy, and where it comes from.
public struct Leak: Equatable, Sendable {
  public var path: String
  public var line: Int
  /// The file that learners do not get, from the course's folder.
  public var source: String
  public var sourceLine: Int
}

struct LeakSearch {
  private let secrets: ExerciseSecrets
  private static let fewestCharacters = 16
  private static let fewestWordCharacters = 10
  private static let fewestQuoted = 24
  private static let fewestInARow = 3

  init(_ secrets: ExerciseSecrets) { self.secrets = secrets }

  /// What is compared of a line.
  static func compared(_ line: some StringProtocol) -> String {
    let dense = line.filter { !$0.isWhitespace }
    let isMark = { (character: Character) in !character.isLetter && !character.isNumber && character != "_" }
    return String(String(dense.drop(while: isMark).reversed()).drop(while: isMark).reversed())
  }

  static func counts(_ compared: String) -> Bool {
    compared.count >= fewestCharacters && !compared.hasPrefix("import")
      && compared.count { $0.isLetter || $0.isNumber } >= fewestWordCharacters
  }

  func leaks(in bytes: [UInt8], at path: String) -> [Leak] {
    let isOfAnother =
      path.hasPrefix("Exercises/") && !path.hasPrefix("Exercises/\(secrets.exercise.path)/")
    let lines = Self.lines(in: bytes, isJSON: path.hasSuffix(".json"))
    if isOfAnother { return runs(in: lines, at: path) }
    return lines.compactMap { line in
      place(in: line.text).map { Leak(path: path, line: line.number, source: $0.path, sourceLine: $0.line) }
    }
  }

  private func place(in line: String) -> ExerciseSecrets.Place? {
    let compared = Self.compared(line)
    if let place = secrets.lines[compared] { return place }
    if compared.count >= Self.fewestQuoted,
      let quoted = secrets.lines.first(where: { $0.key.count >= Self.fewestQuoted && compared.contains($0.key) })
    {
      return quoted.value
    }
    return secrets.names.first { name, _ in
      line.contains("\"\(name)\"") || line.trimmingCharacters(in: .whitespaces) == name
    }?.value
  }

  /// Three lines that count, one after the other, each a secret; lines that do not count stand for nothing.
  private func runs(in lines: [Line], at path: String) -> [Leak] {
    var leaks: [Leak] = []
    var run: [Leak] = []
    for line in lines {
      let compared = Self.compared(line.text)
      guard Self.counts(compared) else { continue }
      guard let place = secrets.lines[compared] else {
        run = []
        continue
      }
      run.append(Leak(path: path, line: line.number, source: place.path, sourceLine: place.line))
      if run.count == Self.fewestInARow { leaks.append(run[0]) }
    }
    return leaks
  }

  private struct Line {
    var number: Int
    var text: String
  }

  /// The lines of a file; of JSON the lines of its strings, as they are read.
  private static func lines(in bytes: [UInt8], isJSON: Bool) -> [Line] {
    if isJSON, let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) {
      return strings(in: value).flatMap { ExerciseSecrets.lines(of: $0).map { Line(number: 1, text: String($0)) } }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return stretches(in: bytes) }
    return ExerciseSecrets.lines(of: text).enumerated()
      .map { Line(number: $0.offset + 1, text: String($0.element)) }
  }

  private static func stretches(in bytes: [UInt8]) -> [Line] {
    bytes.split { !(0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\t") }
      .filter { $0.count >= fewestCharacters }
      .map { Line(number: 1, text: String(decoding: $0, as: UTF8.self)) }
  }

  private static func strings(in value: Any) -> [String] {
    switch value {
    case let text as String: [text]
    case let items as [Any]: items.flatMap(strings)
    case let entries as [String: Any]: entries.flatMap { [$0.key] + strings(in: $0.value) }
    default: []
    }
  }
}
