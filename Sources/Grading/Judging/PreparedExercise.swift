// An exercise ready to be judged: its probes compiled, and whoever gives the values to compare with.
import Foundation
import StepExecution
import StepRecords
import Synchronization

/// Shared by all threads that judge submissions of one exercise.
final class PreparedExercise: Sendable {
  /// A probe, by its file and its place there.
  struct Probe: Sendable {
    var file: ProbeFile
    var index: Int
    var description: ProbeDescription
    /// What it asks, as Swift; nil of a hidden one.
    var code: String?
  }

  let exercise: Exercise
  let libraries: ProbeLibraries
  let probes: [Probe]
  /// nil in a copy without solutions.
  let solution: Implementation?
  /// In a copy without solutions.
  let answers: Answers?
  /// Where the trusted host finds the probes' libraries beside one with the right names.
  let trustedLibraries: String

  private let known = Mutex<[String: [ProbedValue?]]>([:])
  private let madeMistakes = Mutex<[Implementation]?>(nil)
  private let makeMistakes: @Sendable () throws -> [Implementation]

  /// The well-known wrong answers, compiled when somebody first needs them.
  func mistakes() throws -> [Implementation] {
    try madeMistakes.withLock { made in
      if let made { return made }
      let mistakes = try makeMistakes()
      made = mistakes
      return mistakes
    }
  }

  init(
    exercise: Exercise, libraries: ProbeLibraries, probes: [Probe], solution: Implementation?,
    answers: Answers?, makeMistakes: @escaping @Sendable () throws -> [Implementation]
  ) {
    self.exercise = exercise
    self.libraries = libraries
    self.probes = probes
    self.solution = solution
    self.makeMistakes = makeMistakes
    self.answers = answers
    trustedLibraries = solution?.libraries ?? libraries.folder
  }

  var limits: RunLimits {
    RunLimits(
      seconds: exercise.timeLimit, memory: exercise.memoryLimit, processes: 32, threads: 256, text: 1 << 18,
      records: 16 << 20)
  }

  /// The seed that random input is really drawn from: without solutions there are answers for a few only.
  func seed(for wanted: UInt64) -> UInt64 {
    guard let seeds = answers?.seeds, !seeds.isEmpty else { return wanted }
    return seeds.contains(wanted) ? wanted : seeds[Int(wanted % UInt64(seeds.count))]
  }

  /// The value that an implementation gives for a probe; nil if it gives none.
  ///
  /// Values that no seed changes are asked for once.
  func value(
    of implementation: Implementation, for place: Int, seed: UInt64, host: () throws -> ProbeHost
  ) throws -> ProbedValue? {
    let probe = probes[place]
    let key = "\(implementation.key)\n\(probe.file.rawValue) \(probe.index)"
    if !probe.description.isRandom, let value = known.withLock({ $0[key] }) { return value[0] }
    let asked = try host().ask(
      "probe=run:\(probe.index) seed=\(seed) course=\(exercise.root)", of: probe.file, in: implementation.libraries,
      limits: limits)
    var value: ProbedValue?
    if case .answer(.value(let answer)) = asked.result { value = answer }
    if !probe.description.isRandom { known.withLock { $0[key] = [value] } }
    return value
  }
}
