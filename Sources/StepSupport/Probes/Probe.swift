// Probes: what an exercise asks of a submission. Each returns a value, the evidence; the judge compares it with what the
// reference solution returns, in a process that holds no code of the submission.
import StepRecords

@_exported import struct StepRecords.Tolerance

/// One question to a submission, and what its answer is worth.
///
/// ```swift
/// Probe("sums to one", points: 2) { softmax([1, 2, 3]) }
/// Probe("random rows", points: 2) { random in softmax(random.normal(16)) }
/// Probe("learns exclusive or", points: 4) { trainExclusiveOr(steps: 400) } accept: { losses in losses.last! < 0.1 }
/// ```
///
/// By default the value must equal the reference solution's: shape first, then values within `tolerance`. With `accept`
/// the predicate decides; it runs with the judge, never with the submission.
public struct Probe {
  let description: ProbeDescription
  let value: (ProbeRandom) throws -> ProbedValue
  /// nil where the value must equal the reference solution's.
  let accept: ((ProbedValue) throws -> Bool)?

  /// - Parameters:
  ///   - name: a sentence for the learner, unique among the exercise's probes: what holds, such as "rows sum to one".
  ///   - points: what passing it is worth.
  ///   - needs: names of probes that must pass first; until then this one does not run and earns nothing.
  ///   - value: calls the submission and returns the evidence. What it throws fails the probe.
  public init<Value: ProbeValue>(
    _ name: String, points: Int = 1, tolerance: Tolerance = .standard, needs: [String] = [], line: Int = #line,
    value: @escaping () throws -> Value
  ) {
    self.init(name, points, tolerance, needs, line, isRandom: false, accept: nil) { _ in try value().probed }
  }

  /// - Parameter value: is given random numbers that are the same for the submission and the reference solution, and
  ///   others for every submission.
  public init<Value: ProbeValue>(
    _ name: String, points: Int = 1, tolerance: Tolerance = .standard, needs: [String] = [], line: Int = #line,
    value: @escaping (ProbeRandom) throws -> Value
  ) {
    self.init(name, points, tolerance, needs, line, isRandom: true, accept: nil) { try value($0).probed }
  }

  /// - Parameter accept: whether the value is right. A value that it stops on is not.
  public init<Value: ProbeValue>(
    _ name: String, points: Int = 1, needs: [String] = [], line: Int = #line,
    value: @escaping () throws -> Value, accept: @escaping (Value) throws -> Bool
  ) {
    self.init(name, points, .exact, needs, line, isRandom: false, accept: Self.predicate(accept)) { _ in
      try value().probed
    }
  }

  public init<Value: ProbeValue>(
    _ name: String, points: Int = 1, needs: [String] = [], line: Int = #line,
    value: @escaping (ProbeRandom) throws -> Value, accept: @escaping (Value) throws -> Bool
  ) {
    self.init(name, points, .exact, needs, line, isRandom: true, accept: Self.predicate(accept)) {
      try value($0).probed
    }
  }

  private init(
    _ name: String, _ points: Int, _ tolerance: Tolerance, _ needs: [String], _ line: Int, isRandom: Bool,
    accept: ((ProbedValue) throws -> Bool)?, value: @escaping (ProbeRandom) throws -> ProbedValue
  ) {
    description = ProbeDescription(
      name: name, points: points, tolerance: tolerance, needs: needs, isAccepted: accept != nil, isRandom: isRandom,
      line: line)
    self.accept = accept
    self.value = value
  }

  private static func predicate<Value: ProbeValue>(
    _ accept: @escaping (Value) throws -> Bool
  ) -> (ProbedValue) throws -> Bool {
    { probed in try Value(probed: probed).map(accept) ?? false }
  }
}

/// The probes of one file: `let probes = Probes { … }`.
public struct Probes {
  let list: [Probe]

  public init(@ProbeListBuilder _ list: () -> [Probe]) { self.list = list() }
}

@resultBuilder
public enum ProbeListBuilder {
  public static func buildExpression(_ probe: Probe) -> [Probe] { [probe] }
  public static func buildBlock(_ parts: [Probe]...) -> [Probe] { parts.flatMap { $0 } }
  public static func buildArray(_ parts: [[Probe]]) -> [Probe] { parts.flatMap { $0 } }
  public static func buildOptional(_ part: [Probe]?) -> [Probe] { part ?? [] }
  public static func buildEither(first part: [Probe]) -> [Probe] { part }
  public static func buildEither(second part: [Probe]) -> [Probe] { part }
}
