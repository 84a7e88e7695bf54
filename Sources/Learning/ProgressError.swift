// Why a learner's state is not known or not kept.

/// Why progress is not known or not kept, and the sentence for each reason.
public enum ProgressError: Error, Equatable, Sendable, CustomStringConvertible {
  case unreadable(path: String, reason: String)
  case broken(path: String)
  case newer(path: String, version: Int)
  case cannotWrite(path: String, reason: String)

  /// Whether the machine is to blame, and not what a file holds.
  public var isOfMachine: Bool { if case .cannotWrite = self { true } else { false } }

  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): your progress cannot be read: \(reason)"
    case .broken(let path): "\(path): your progress cannot be read: this is not what lectern wrote"
    case .newer(let path, let version):
      "\(path): a newer lectern wrote this (version \(version)); it is left as it is. Update lectern, or name another "
        + "data folder in the environment variable LECTERN_DATA"
    case .cannotWrite(let path, let reason):
      "\(path): your progress cannot be kept: \(reason). Free some space, make the folder writable, or name another "
        + "data folder in the environment variable LECTERN_DATA"
    }
  }
}
