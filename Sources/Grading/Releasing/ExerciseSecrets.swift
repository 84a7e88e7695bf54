// What of an exercise learners must not find in their copy: the lines of its solution, mistakes and hidden probes that
// they are not given anyway, and the names of hidden probes.
import Foundation
import LessonDocuments
import SwiftTokens

struct ExerciseSecrets {
  struct Place: Equatable, Sendable {
    var path: String
    var line: Int
  }

  let exercise: Exercise
  /// By what `LeakSearch` compares of a line.
  private(set) var lines: [String: Place] = [:]
  private(set) var names: [String: Place] = [:]

  /// - Parameter publicText: what learners read anyway, as it is compared: the lessons and what these include.
  init(of exercise: Exercise, publicText: [String]) throws {
    self.exercise = exercise
    try add(exercise.solutionFile)
    if FileManager.default.fileExists(atPath: exercise.hiddenProbesFile) {
      try add(exercise.hiddenProbesFile)
      try addNames(exercise.hiddenProbesFile)
    }
    for mistake in try exercise.mistakes() {
      // Its sentence is told to whoever makes it.
      let told = DocComment.first(in: String(decoding: mistake.source, as: UTF8.self))?.lines
      try add(mistake.file, except: told)
    }
    let files = [exercise.probesFile, exercise.fixturesFile].filter(FileManager.default.fileExists)
    let given = try [exercise.givenFile()] + files.map(exercise.bytes)
    let known = publicText + given.map { Self.compared(String(decoding: $0, as: UTF8.self)) }
    lines = lines.filter { line, _ in !known.contains { $0.contains(line) } }
  }

  /// The lines of a text as they are compared.
  static func compared(_ text: String) -> String { lines(of: text).map(LeakSearch.compared).joined(separator: "\n") }

  private mutating func add(_ file: String, except told: ClosedRange<Int>? = nil) throws {
    let text = String(decoding: try exercise.bytes(of: file), as: UTF8.self)
    for (index, line) in Self.lines(of: text).enumerated() where told?.contains(index + 1) != true {
      let compared = LeakSearch.compared(line)
      guard LeakSearch.counts(compared) else { continue }
      let place = Place(path: exercise.pathInCourse(file), line: index + 1)
      lines[compared] = lines[compared] ?? place
    }
  }

  /// The first string behind each `Probe(`.
  private mutating func addNames(_ file: String) throws {
    let bytes = try exercise.bytes(of: file)
    var line = 1
    var before = ["", ""]
    for token in SwiftLexer.tokens(of: String(decoding: bytes, as: UTF8.self)) {
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      defer { line += text.utf8.count { $0 == UInt8(ascii: "\n") } }
      if token.kind == .whitespace || token.kind == .comment { continue }
      if token.kind == .string, before == ["Probe", "("], text.count > 2 {
        names[String(text.dropFirst().dropLast())] = Place(path: exercise.pathInCourse(file), line: line)
      }
      before = [before[1], text]
    }
  }

  static func lines(of text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }
}
