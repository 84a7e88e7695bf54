// The file of a run's configuration: where its paths begin, and where in it each key stands.
internal import DataPreparation
internal import Messages
public import YAMLTrees

/// A configuration as it was read from a file.
public struct ConfigurationFile: Sendable {
  /// As it was named.
  public let path: String
  public var configuration: RunConfiguration
  private let root: YAMLNode
  /// Keys that no longer are as the file says.
  private var changed: Set<String> = []

  /// Throws ``SettingsError`` with everything that is wrong, or ``RowError`` if the file cannot be read.
  ///
  /// - Parameter others: sections that somebody else reads.
  public init(_ path: String, besides others: [String] = []) throws {
    let bytes = try DataFile.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RowError("\(path.harmless) is not UTF-8; save it as UTF-8 first")
    }
    configuration = try RunConfiguration(yaml: text, file: path.harmless, besides: others)
    root = try YAMLNode(parsing: text)
    self.path = path
  }

  /// Changes a key, as `training.steps` to `100`. Throws what is wrong with it, or then no longer goes together.
  public mutating func set(_ key: String, to value: String) throws(SettingsError) {
    try configuration.set(key, to: value)
    changed.insert(key)
  }

  /// The folder that its paths begin at.
  public var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What is wrong, each with its place in the file.
  public func placed(_ error: RunProblems) -> SettingsError {
    SettingsError(
      file: path.harmless,
      problems: error.problems.map { SettingsProblem(root.node(nearest: $0.key), $0.sentence) })
  }
}
