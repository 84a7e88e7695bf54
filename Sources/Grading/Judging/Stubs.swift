struct Redaction {
  init(of prepared: PreparedExercise) {}
  func text(_ text: String) -> String { text }
  func printed(_ text: String) -> String? { text.isEmpty ? nil : text }
  func difference(_ d: ValueDifference) -> ValueDifference { d }
}
enum Withholding {
  static func uses(of patterns: [String], in library: [UInt8]) -> [String] { [] }
}
