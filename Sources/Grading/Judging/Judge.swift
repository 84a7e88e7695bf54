// The judge: compiles a submission in the box, runs each probe in a fork of its own in the box, and compares the values
// that come back with those of the reference solution, here, where no code of the submission ever is.
import Foundation
import Hashing
import LessonDocuments
import StepExecution
import StepRecords
import Synchronization
import SystemTools

/// Judges submissions. Safe to use from several threads at once.
public final class Judge: Sendable {
  /// Where submissions run.
  public enum Containment: Sendable {
    case box
    /// As the user, with all that the user may do: `--unsafe-local`.
    case none
  }

  public let isolation: Verdict.Isolation
  public let hasControlGroups: Bool
  let compiler: SubmissionCompiler
  private let cancellation: Cancellation?
  private let prepared = Mutex<[String: PreparedExercise]>([:])
  private let trustedHosts = Mutex<[ProbeHost]>([])
  private let readLibrary = Mutex<Withholding?>(nil)

  /// - Throws: `EnvironmentError` if submissions cannot be boxed and shall be.
  public init(
    environment: StepEnvironment, containment: Containment = .box, cancellation: Cancellation? = nil
  ) throws {
    var box: Box?
    if containment == .box {
      box = try Box(
        toolchain: environment.toolchain, library: environment.library, moduleCache: environment.cache.moduleFolder)
    }
    isolation = box == nil ? .none : .box
    // Allowed for one, allowed for all.
    hasControlGroups = box != nil && BoxLimits(seconds: 1, memory: 1 << 30).makeControlGroup() != nil
    compiler = SubmissionCompiler(environment: environment, box: box)
    self.cancellation = cancellation
    JudgeFolder.sweep(environment.cache)
  }

  /// The largest file that is taken for a submission, in bytes.
  public static let largestSource = 1 << 18

  // MARK: Verdicts

  /// Judges one file.
  ///
  /// - Parameters:
  ///   - source: the file's bytes.
  ///   - seed: of the random input; nil for the submission's own, which follows from its bytes.
  /// - Throws: `EnvironmentError` when the machine lacks something; `CancellationError`. Whatever is wrong with the
  ///   submission is in the verdict, and so is a fault of the exercise, as `couldNotCheck`.
  public func verdict(on source: [UInt8], for exercise: Exercise, seed: UInt64? = nil) throws -> Verdict {
    let start = ContinuousClock.now
    var verdict: Verdict
    do {
      let prepared = try self.prepared(exercise)
      let trial = Trial(
        judge: self, prepared: prepared, source: source,
        seed: prepared.seed(for: seed ?? Self.seed(of: source, for: exercise)), cancellation: cancellation)
      verdict = try trial.verdict()
    } catch let fault as ExerciseFault {
      verdict = undecided(exercise, "\(fault)")
    } catch let error as ExerciseError {
      verdict = undecided(exercise, "\(error)")
    }
    verdict.controlGroup = hasControlGroups
    verdict.seconds = (ContinuousClock.now - start).seconds
    return verdict
  }

  private func undecided(_ exercise: Exercise, _ reason: String) -> Verdict {
    Verdict(
      exercise: exercise.id, verdict: .couldNotCheck, points: exercise.points, isolation: isolation, message: reason)
  }

  /// Follows from the bytes, so that the same file is always given the same input, and another file another: what is
  /// written into a file to answer its random probes changes them.
  static func seed(of source: [UInt8], for exercise: Exercise) -> UInt64 {
    SHA256(of: Array(exercise.id.utf8) + [0] + source).finished().prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  // MARK: Exercises

  /// All probes of an exercise, its visible ones first.
  ///
  /// - Throws: ``ExerciseFault``, `EnvironmentError`.
  public func probes(of exercise: Exercise) throws -> [(file: ProbeFile, description: ProbeDescription)] {
    try prepared(exercise).probes.map { ($0.file, $0.description) }
  }

  /// What an exercise withholds and the library does not have: most likely misspelt.
  func unknownSymbols(of exercise: Exercise) throws -> [String] { try withholding().unknown(among: exercise.withhold) }

  /// What a copy of the course without solutions compares with.
  public func answers(for exercise: Exercise) throws -> Answers {
    let prepared = try prepared(exercise)
    guard let solution = prepared.solution else { throw ExerciseFault.hasNoAnswers(path: exercise.solutionFolder) }
    let visible = prepared.probes.indices.filter { prepared.probes[$0].file == .visible }
    let seeds = (0..<UInt64(Answers.seedCount)).map { Self.seed(of: [UInt8($0)], for: exercise) }
    return try withTrustedHost { host in
      let rows = { (implementation: Implementation, places: [Int]) in
        try seeds.map { seed in
          try visible.map { place in
            try places.contains(place) ? prepared.value(of: implementation, for: place, seed: seed) { host } : nil
          }
        }
      }
      // Where a predicate decides, the solution's value, such as the weights of a model, would only be given away.
      let compared = visible.filter { !prepared.probes[$0].description.isAccepted }
      return Answers(
        seeds: seeds, probes: visible.map { prepared.probes[$0].description }, rows: try rows(solution, compared),
        mistakes: try prepared.mistakes().map {
          Answers.Mistake(name: $0.name, sentence: $0.sentence, rows: try rows($0, visible))
        })
    }
  }

  private func prepared(_ exercise: Exercise) throws -> PreparedExercise {
    if let known = prepared.withLock({ $0[exercise.folder] }), known.exercise == exercise { return known }
    let made = try prepare(exercise)
    prepared.withLock { $0[exercise.folder] = made }
    return made
  }

  private func prepare(_ exercise: Exercise) throws -> PreparedExercise {
    let exists = { (path: String) in access(path, F_OK) == 0 }
    let hasSolution = exists(exercise.solutionFile)
    guard hasSolution || exists(exercise.answersFile) else {
      throw ExerciseFault.hasNoAnswers(path: exercise.folder)
    }
    let interface =
      hasSolution
      ? try ExerciseSource(reading: exercise.solutionFile)
      : ExerciseSource(path: exercise.starterFile, text: String(decoding: try exercise.starter(), as: UTF8.self))
    var sources = [ProbeFile.visible: try ExerciseSource(reading: exercise.probesFile)]
    if exists(exercise.hiddenProbesFile) {
      sources[.hidden] = try ExerciseSource(reading: exercise.hiddenProbesFile)
    }
    let fixtures =
      exists(exercise.fixturesFile) ? try ExerciseSource(reading: exercise.fixturesFile) : nil
    let libraries = try ProbeLibraries.make(
      interface: interface, probes: sources, fixtures: fixtures, environment: compiler.environment)
    let compiler = self.compiler
    let solution =
      hasSolution
      ? try Implementation.make(
        interface, name: "", sentence: "", fileName: exercise.fileName, probes: libraries, compiler: compiler) : nil
    let trusted = solution?.libraries ?? libraries.folder
    var probes: [PreparedExercise.Probe] = []
    for file in libraries.files {
      let descriptions = try self.descriptions(of: file, in: trusted)
      let code = file == .visible ? sources[file]?.text : nil
      probes += descriptions.enumerated().map { index, description in
        .init(
          file: file, index: index, description: description,
          code: code.flatMap { ProbeExcerpt.text(in: $0, line: description.line) })
      }
    }
    guard !probes.isEmpty else { throw ExerciseFault.hasNoProbes(path: exercise.probesFile) }
    return PreparedExercise(
      exercise: exercise, libraries: libraries, probes: probes, solution: solution,
      answers: hasSolution ? nil : try Self.readAnswers(exercise.answersFile, to: probes.map(\.description))
    ) {
      try Self.compileMistakes(of: exercise, probes: libraries, compiler: compiler)
    }
  }

  private static func compileMistakes(
    of exercise: Exercise, probes: ProbeLibraries, compiler: SubmissionCompiler
  ) throws -> [Implementation] {
    let mistakes = try exercise.mistakes()
    // Two at a time: the compiler is what takes the time.
    let compilations = [0, 1].map { half in
      Background {
        try mistakes.indices.filter { $0 % 2 == half }.map { index in
          let mistake = mistakes[index]
          let source = ExerciseSource(path: mistake.file, text: String(decoding: mistake.source, as: UTF8.self))
          return (
            index,
            try Implementation.make(
              source, name: mistake.name, sentence: mistake.sentence ?? mistake.name, fileName: exercise.fileName,
              probes: probes, compiler: compiler)
          )
        }
      }
    }
    return try compilations.flatMap { try $0.value() }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func readAnswers(_ path: String, to probes: [ProbeDescription]) throws -> Answers {
    let answers: Answers
    do {
      answers = try RecordJSON.decode(Answers.self, from: RegularFile(path).bytes)
    } catch {
      let reason = (error as? RegularFile.Failure)?.reason ?? "it is not what 'lectern release' writes"
      throw ExerciseFault.unreadable(path: path, reason: reason)
    }
    guard answers.probes == probes else {
      throw ExerciseFault.unreadable(path: path, reason: "it answers other probes than those in Probes.swift")
    }
    let lists = [answers.rows] + answers.mistakes.map(\.rows)
    guard !answers.seeds.isEmpty,
      lists.allSatisfy({ $0.count == answers.seeds.count && $0.allSatisfy { $0.count == probes.count } })
    else { throw ExerciseFault.unreadable(path: path, reason: "answers are missing in it") }
    return answers
  }

  private func descriptions(of file: ProbeFile, in libraries: String) throws -> [ProbeDescription] {
    try withTrustedHost { host in
      let asked = try host.ask("probe=describe", of: file, in: libraries, limits: RunLimits(seconds: 30))
      if case .answer(.descriptions(let descriptions)) = asked.result { return descriptions }
      var reason = "the file of probes cannot be loaded"
      if case .stopped(let why, _, _) = asked.result { reason += ": \(why)" }
      throw ExerciseFault.solutionFails(probe: file.rawValue, reason: reason)
    }
  }

  // MARK: Hosts

  /// What may be withheld of the library; its symbols are read once.
  func withholding() throws -> Withholding {
    try readLibrary.withLock { known in
      if let known { return known }
      let path = compiler.environment.library.library
      guard let bytes = try? RegularFile(path).bytes, let made = try? Withholding(library: bytes) else {
        throw EnvironmentError(.noLibrary(searched: path))
      }
      known = made
      return made
    }
  }

  /// Lends a host for what the exercise itself provides.
  func withTrustedHost<Value>(_ body: (ProbeHost) throws -> Value) throws -> Value {
    let environment = compiler.environment
    let host =
      try trustedHosts.withLock { $0.popLast() }
      ?? ProbeHost(subject: "the solution", toolchain: environment.toolchain, cancellation: cancellation) {
        try StepHostProcess.start(
          library: environment.library, toolchain: environment.toolchain, workingFolder: "/")
      }
    defer { trustedHosts.withLock { $0.append(host) } }
    return try body(host)
  }

  /// Starts a host for a submission whose libraries are, or will be, in `folder`.
  ///
  /// - Parameter exercise: whose folders of the course it may read.
  /// - Returns: the host, where it sees the libraries, and where the course.
  func submissionHost(
    folder: String, for exercise: Exercise, limits: RunLimits
  ) throws -> (host: ProbeHost, libraries: String, course: String) {
    let environment = compiler.environment
    let boxLimits = BoxLimits(seconds: limits.seconds, memory: limits.memory)
    let group = hasControlGroups ? boxLimits.makeControlGroup() : nil
    if hasControlGroups, group == nil {
      throw EnvironmentError(.noBox(reason: "its control group cannot be made"))
    }
    let box = compiler.box?.running(
      folder, reading: exercise.reads.map { "\(exercise.root)/\($0)" }, limits: boxLimits, group: group)
    let host = try ProbeHost(
      subject: "your code", toolchain: environment.toolchain, cancellation: cancellation
    ) {
      // The group lives as long as its host.
      _ = group
      return try StepHostProcess.start(
        library: environment.library, toolchain: environment.toolchain,
        workingFolder: box == nil ? folder : Box.scratch, box: box)
    }
    return box == nil ? (host, folder, exercise.root) : (host, "/submission", Box.course)
  }
}
