// What the machine lacks: a tool, a library, a place to write. Ends with status 3 and the way to mend it.

public struct EnvironmentError: Error, Equatable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    case noSwiftCompiler
    case noLinker(searched: String)
    case noLibrary(searched: String)
    case libraryOutOfDate(String)
    case cannotWriteCache(folder: String, reason: String)
    case cannotStart(program: String, reason: String)
    case hostFailed(String)
    /// Submissions cannot be kept apart from the machine.
    case noBox(reason: String)
  }
  public var kind: Kind

  public init(_ kind: Kind) { self.kind = kind }

  public var description: String {
    switch kind {
    case .noSwiftCompiler:
      "no Swift compiler on the PATH. Install Swift 6.2 or newer from https://www.swift.org/install and open a new "
        + "terminal; then 'lectern doctor' tells whether all is there"
    case .noLinker(let searched):
      "no linker: neither \(searched) nor ld.lld on the PATH. Install it with: sudo apt-get install lld"
    case .noLibrary(let searched):
      "the transformer library is not built: \(searched) is missing. Build it in Lectern's folder with: "
        + "swift build -c release"
    case .libraryOutOfDate(let sentence):
      "the transformer library does not fit this compiler: \(sentence). Build it again in Lectern's folder with: "
        + "swift build -c release"
    case .cannotWriteCache(let folder, let reason):
      "cannot write compiled steps to \(folder): \(reason). Free some space, make the folder writable, or name another "
        + "one in the environment variable LECTERN_CACHE"
    case .cannotStart(let program, let reason):
      "cannot start \(program): \(reason)"
    case .noBox(let reason):
      "submissions cannot be run apart from this machine, so nothing is graded: \(reason). Install bubblewrap with "
        + "'sudo apt-get install bubblewrap', and allow user namespaces to it ('lectern doctor' tells what is missing). "
        + "With --unsafe-local a submission runs as you, with all that you may do: only for code that you trust"
    case .hostFailed(let reason):
      "the step host did not start: \(reason). Build Lectern again in its folder with: swift build -c release"
    }
  }
}
