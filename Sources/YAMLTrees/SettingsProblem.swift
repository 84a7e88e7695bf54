// What is wrong in a file of settings, and where.

public struct SettingsProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  public var column: Int
  /// What is wrong and what would do, without the place.
  public var message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  public init(_ node: YAMLNode, _ message: String) {
    self.init(line: node.line, column: node.column, message: message)
  }

  public init(_ error: YAMLError) { self.init(line: error.line, column: error.column, message: error.message) }

  public var description: String { "\(line):\(column): \(message)" }
}

/// Everything that is wrong in one file.
public struct SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// As it was named.
  public var file: String
  /// In the order of the file; at least one.
  public var problems: [SettingsProblem]

  public init(file: String, problems: [SettingsProblem]) {
    self.file = file
    self.problems = problems.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// A line for each problem: `recipe.yaml:4:5: …`.
  public var description: String { problems.map { "\(file):\($0)" }.joined(separator: "\n") }
}
