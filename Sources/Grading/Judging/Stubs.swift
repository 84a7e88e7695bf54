import StepRecords

enum ValueComparison {
  static func difference(expected: ProbedValue, actual: ProbedValue, tolerance: Tolerance) -> ValueDifference? {
    if case .numbers(let s, let a) = expected, case .numbers(let t, let b) = actual {
      if s != t { return ValueDifference(kind: .shape, expected: "\(s)", actual: "\(t)") }
      for (x, y) in zip(a, b)
      where !(x == y || (x.isNaN && y.isNaN) || abs(x - y) <= tolerance.absolute + tolerance.relative * abs(x)) {
        return ValueDifference(kind: .values, expected: "\(x)", actual: "\(y)")
      }
      return nil
    }
    return expected == actual ? nil : ValueDifference(kind: .kind, expected: "\(expected)", actual: "\(actual)")
  }
  static func isSame(_ a: ProbedValue, as b: ProbedValue) -> Bool {
    difference(expected: b, actual: a, tolerance: .standard) == nil
  }
  static func summary(of value: ProbedValue) -> String { "\(value)" }
}
enum DifferenceText {
  static func sentences(expected: ProbedValue, actual: ProbedValue, tolerance: Tolerance) -> String {
    "expected \(expected), got \(actual)"
  }
}
struct Redaction {
  init(of prepared: PreparedExercise) {}
  func text(_ text: String) -> String { text }
  func printed(_ text: String) -> String? { text.isEmpty ? nil : text }
  func difference(_ d: ValueDifference) -> ValueDifference { d }
}
enum Withholding {
  static func uses(of patterns: [String], in library: [UInt8]) -> [String] { [] }
}
