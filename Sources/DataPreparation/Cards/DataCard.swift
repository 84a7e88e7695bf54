// What a data set was made of and how, beside it for whoever uses it (after Pushkarna et al. 2022, "Data Cards").

/// Sources, steps and files of a prepared data set, as `card.json` has them.
public struct DataCard: Codable, Equatable, Sendable {
  public var sources: [Source]
  public var steps: [Step]
  public var files: [File]
  /// What was named and could not be read; absent when all was.
  public var failed: [Failure]?

  public struct Source: Codable, Equatable, Sendable {
    public var file: String
    /// Of its bytes, in hexadecimal.
    public var sha256: String

    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  public struct Step: Codable, Equatable, Sendable {
    public var name: String
    public var rowsIn: Int
    public var rowsOut: Int
    /// Why rows were dropped, and how many for each reason.
    public var reasons: [String: Int]
    /// What was changed, and in how many rows; absent where nothing was.
    public var changes: [String: Int]?

    public init(_ report: StepReport) {
      name = report.name
      rowsIn = report.rowsIn
      rowsOut = report.rowsOut
      reasons = report.reasons
      changes = report.changes.isEmpty ? nil : report.changes
    }
  }

  public struct File: Codable, Equatable, Sendable {
    public var file: String
    public var sha256: String
    public var rows: Int

    public init(file: String, sha256: String, rows: Int) {
      self.file = file
      self.sha256 = sha256
      self.rows = rows
    }
  }

  public struct Failure: Codable, Equatable, Sendable {
    public var file: String
    public var reason: String

    public init(file: String, reason: String) {
      self.file = file
      self.reason = reason
    }
  }

  public init(sources: [Source], steps: [Step], files: [File], failed: [Failure] = []) {
    self.sources = sources
    self.steps = steps
    self.files = files
    self.failed = failed.isEmpty ? nil : failed
  }
}
