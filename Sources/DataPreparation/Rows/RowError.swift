// What is wrong with a file of rows, and with one row of it.

/// Why a file gives no rows at all: it cannot be read, or none of its columns is what is looked for.
public struct RowError: Error, Equatable, CustomStringConvertible, Sendable {
  /// A sentence that begins with the file: what is wrong, what is there, what would do.
  public let description: String

  public init(_ description: String) { self.description = description }
}

/// A row that was left out, and why.
public struct RowProblem: Equatable, CustomStringConvertible, Sendable {
  /// As it was named.
  public let file: String
  /// Where the row begins in the file, from 1.
  public let line: Int
  /// Which row it is, from 1; a heading row does not count.
  public let row: Int
  /// What is wrong and what is there: `"answer" is missing; the row has question, id`.
  public let message: String

  public init(file: String, line: Int, row: Int, message: String) {
    self.file = file
    self.line = line
    self.row = row
    self.message = message
  }

  public var description: String { "\(file):\(line): row \(row): \(message)" }
}
