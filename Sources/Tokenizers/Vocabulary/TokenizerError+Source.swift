// Problems are found by code that does not know where the bytes came from; the name of the file is added further up.

extension TokenizerError {
  /// Runs a reader and adds the name of what it reads to the problem that it finds.
  static func naming<Result>(_ source: String, _ read: () throws -> Result) throws -> Result {
    do {
      return try read()
    } catch let problem as FileProblem {
      throw TokenizerError.invalid(source, problem)
    }
  }
}
