// What keeps a run from being made, by the key of its configuration.

/// One thing that is wrong, and what would do.
public struct RunProblem: Error, Equatable, Sendable, CustomStringConvertible {
  /// `training.batchSize`
  public var key: String
  /// What is wrong, without the key: "is 64, and there are 12 rows to learn from; …".
  public var message: String

  public init(_ key: String, _ message: String) {
    self.key = key
    self.message = message
  }

  /// The last word of the key, and what is wrong.
  var sentence: String { "\(key.split(separator: ".").last ?? "") \(message)" }

  public var description: String { "\(key) \(message)" }
}

/// Everything that is wrong, before anything was begun.
public struct RunProblems: Error, Equatable, Sendable, CustomStringConvertible {
  /// At least one.
  public var problems: [RunProblem]

  public init(_ problems: [RunProblem]) { self.problems = problems }

  public init(_ key: String, _ message: String) { self.init([RunProblem(key, message)]) }

  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
