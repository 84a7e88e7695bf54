// One submission before the judge, from its bytes to the verdict.
import Foundation
import LessonDocuments
import StepExecution
import StepRecords
import SystemTools

struct Trial {
  let judge: Judge
  let prepared: PreparedExercise
  let source: [UInt8]
  let seed: UInt64
  let cancellation: Cancellation?

  private var exercise: Exercise { prepared.exercise }
  private var points: Int { prepared.probes.reduce(0) { $0 + $1.description.points } }

  func verdict() throws -> Verdict {
    if let reason = unfitness { return rejection(reason) }
    let folder = try JudgeFolder(in: judge.compiler.environment.cache)
    let libraries = folder.path + "/libraries"
    try JudgeFolder.makeFolder(libraries)

    // While the compiler works, the box is made and the values to compare with are found.
    let compilation = Background { [self] in
      try judge.compiler.compile(source, named: exercise.fileName, in: folder.path, cancellation: cancellation)
    }
    let (host, seenLibraries, seenCourse) = try judge.submissionHost(
      folder: libraries, for: exercise, limits: prepared.limits)
    let expected = try judge.withTrustedHost { trusted in try expectedValues(trusted) }
    switch try compilation.value() {
    case .rejected(let complaints): return rejection(complaints)
    case .library(let bytes):
      let withheld = try judge.withholding().uses(of: exercise.withhold, in: bytes)
      if let first = withheld.first { return rejection(first) }
      try JudgeFolder.write(bytes, to: "\(libraries)/\(SubmissionCompiler.libraryName)")
    }
    let submission = TracedLibrary(
      number: 0, loadedPath: "\(seenLibraries)/\(SubmissionCompiler.libraryName)",
      path: "\(libraries)/\(SubmissionCompiler.libraryName)", sourceName: exercise.fileName)
    var outcomes: [Outcome] = []
    for file in prepared.libraries.files {
      // Hidden probes come into the box when no visible one will run any more: what those print is shown.
      try prepared.libraries.link(file, into: libraries)
      if let missing = try missingFunction(for: file, host, seenLibraries) { return rejection(missing) }
      for place in prepared.probes.indices where prepared.probes[place].file == file {
        if cancellation?.isCancelled == true { throw CancellationError() }
        outcomes.append(
          try outcome(
            of: place, after: outcomes, expected: expected[place], host: host, libraries: seenLibraries,
            course: seenCourse, submission: submission))
      }
    }
    return try judge.withTrustedHost { trusted in
      try Assessment(prepared: prepared, seed: seed, isolation: judge.isolation, expected: expected)
        .verdict(on: outcomes, trusted: trusted)
    }
  }

  // MARK: Before any probe

  /// Why the bytes cannot be a submission; nil if they can.
  private var unfitness: String? {
    if source.count > Judge.largestSource {
      return "\(exercise.fileName) has \(source.count) bytes; at most \(Judge.largestSource) are taken"
    }
    if let invalid = firstInvalidUTF8(in: source) {
      return "\(exercise.fileName) is not UTF-8 text: line \(invalid.position.line) holds a byte that no character has"
    }
    return source.contains(0) ? "\(exercise.fileName) holds a NUL character" : nil
  }

  private func rejection(_ message: String, line: Int? = nil, column: Int? = nil) -> Verdict {
    let redaction = Redaction(of: prepared)
    return Verdict(
      exercise: exercise.id, verdict: .failed, points: points, isolation: judge.isolation,
      message: redaction.text(message), line: line, column: column,
      probes: prepared.probes.indices.map {
        Assessment.unasked(prepared, place: $0, message: "it did not run: \(redaction.text(message))")
      }, seed: seed)
  }

  private func rejection(_ complaints: [Diagnostic]) -> Verdict {
    guard let first = complaints.first else { return rejection("it does not compile") }
    let place = first.position
    let sentence = ([first.message] + first.notes.map { "note: \($0)" }).joined(separator: "\n")
    let more = complaints.count > 1 ? "\n(\(complaints.count - 1) more; mend this one first)" : ""
    return rejection(
      Verdict.doesNotCompile(exercise.fileName) + sentence + more, line: place?.line, column: place?.column)
  }

  /// The sentence for a function that a file of probes calls and the submission does not have, or for what else keeps
  /// the file from being loaded.
  private func missingFunction(for file: ProbeFile, _ host: ProbeHost, _ libraries: String) throws -> String? {
    let asked = try host.ask("probe=describe", of: file, in: libraries, limits: prepared.limits)
    guard case .stopped(let message, _, _) = asked.result else { return nil }
    // The submission can have written the message, and have seen the hidden probes before: nothing of it is repeated
    // but a name that is in the library.
    if let mark = message.range(of: "undefined symbol: ") {
      let symbol = String(message[mark.upperBound...].prefix { !$0.isWhitespace && $0 != "," })
      if try prepared.libraries.isSymbol(symbol, of: file) {
        return
          "\(exercise.fileName) has no function \(SwiftSymbol(symbol).signature). Give it exactly the name, the "
          + "parameters and the result that the starter has"
      }
    }
    return file == .visible ? message : "your code stops before the first hidden probe"
  }

  /// For each probe the solution's value; nil where a predicate decides.
  private func expectedValues(_ trusted: ProbeHost) throws -> [ProbedValue?] {
    try prepared.probes.indices.map { place in
      let probe = prepared.probes[place]
      if probe.description.isAccepted { return nil }
      if let answers = prepared.answers {
        guard let row = answers.seeds.firstIndex(of: seed).map({ answers.rows[$0] }), row.indices.contains(place),
          let value = row[place]
        else {
          throw ExerciseFault.unreadable(path: exercise.answersFile, reason: "it lacks \(probe.description.name)")
        }
        return value
      }
      guard let solution = prepared.solution,
        let value = try prepared.value(of: solution, for: place, seed: seed, host: { trusted })
      else { throw ExerciseFault.solutionFails(probe: probe.description.name, reason: "it stops or gives nothing") }
      return value
    }
  }

  // MARK: Probes

  /// How a probe went.
  enum Outcome {
    case passed(printed: String)
    case wrong(ProbedValue, printed: String)
    case stopped(String, line: Int?, printed: String, isTimeout: Bool = false)
    /// The name of the probe that it needs.
    case notRun(needs: String)
    /// Too many before it ran out of time.
    case outOfTime

    var isPassed: Bool { if case .passed = self { true } else { false } }
  }

  /// A submission that never comes to an end must not keep the grader for as long as it has probes.
  static let mostTimeouts = 3

  private func outcome(
    of place: Int, after outcomes: [Outcome], expected: ProbedValue?, host: ProbeHost, libraries: String,
    course: String, submission: TracedLibrary
  ) throws -> Outcome {
    let probe = prepared.probes[place]
    let timeouts = outcomes.count { if case .stopped(_, _, _, isTimeout: true) = $0 { true } else { false } }
    if timeouts >= Self.mostTimeouts { return .outOfTime }
    for name in probe.description.needs {
      let needed = prepared.probes.firstIndex { $0.description.name == name }
      if let needed, needed < outcomes.count, outcomes[needed].isPassed { continue }
      return .notRun(needs: name)
    }
    // Where a hidden probe stopped is not told, so it is not looked for.
    let (result, printed) = try host.ask(
      "probe=run:\(probe.index) seed=\(seed) course=\(course)", of: probe.file, in: libraries, limits: prepared.limits,
      submission: probe.file == .visible ? submission : nil)
    switch result {
    case .malformed: return .stopped("your code gave no value that can be read", line: nil, printed: printed)
    case .stopped(let message, let line, let isTimeout):
      return .stopped(message, line: line, printed: printed, isTimeout: isTimeout)
    case .answer(.thrown(let message)):
      return .stopped("your code threw an error: \(message)", line: nil, printed: printed)
    case .answer(.value(let value)):
      let isRight =
        if let expected {
          ValueComparison.difference(
            expected: expected, actual: value, tolerance: probe.description.tolerance) == nil
        } else {
          try isAccepted(value, by: probe)
        }
      return isRight ? .passed(printed: printed) : .wrong(value, printed: printed)
    case .answer: return .stopped("your code gave no value that can be read", line: nil, printed: printed)
    }
  }

  /// Whether the probe's predicate accepts a value; false too where it stops on it.
  private func isAccepted(_ value: ProbedValue, by probe: PreparedExercise.Probe) throws -> Bool {
    let folder = try JudgeFolder(in: judge.compiler.environment.cache)
    let file = folder.path + "/value.json"
    try JudgeFolder.write(try RecordJSON.line(value), to: file)
    return try judge.withTrustedHost { trusted in
      let asked = try trusted.ask(
        "probe=accept:\(probe.index) seed=\(seed) source=\(file)", of: probe.file, in: prepared.trustedLibraries,
        limits: prepared.limits)
      guard case .answer(.accepted(let isAccepted)) = asked.result else { return false }
      return isAccepted
    }
  }
}
