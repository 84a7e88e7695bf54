// What the reference solution and the mistakes answer, for a copy of the course that holds neither.
import StepRecords

/// Written by `lectern release` beside an exercise's probes.
public struct Answers: Codable, Equatable, Sendable {
  /// An implementation's answer to each visible probe, in their order; nil where it gives none.
  public typealias Row = [ProbedValue?]

  public struct Mistake: Codable, Equatable, Sendable {
    public var name: String
    public var sentence: String
    /// One for each seed.
    public var rows: [Row]
  }

  /// The random input is drawn from one of these.
  public var seeds: [UInt64]
  public var probes: [ProbeDescription]
  /// One for each seed.
  public var rows: [Row]
  public var mistakes: [Mistake]

  /// So many seeds are enough that an answer written down beforehand is no shorter than the solution.
  static let seedCount = 4
}
