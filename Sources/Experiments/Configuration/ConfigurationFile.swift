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
  /// Keys that are no longer as the file says.
  private var changed: Set<String> = []

  /// Throws ``SettingsError`` with every key or value that is wrong by itself, or ``RowError`` if the file cannot be read.
  /// What does not go together, ``Experiment/init(_:)`` says, with what does not fit data and model.
  ///
  /// - Parameter others: sections that somebody else reads.
  public init(_ path: String, besides others: [String] = []) throws {
    if FilePaths.isFolder(path) {
      let own = RunFolder(path).isRun ? "config.yaml" : "run.yaml"
      throw RowError(
        "\(path.harmless) is a folder; name the file of settings, as in \(RunFolder(path).file(own).harmless)")
    }
    let bytes = try DataFile.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RowError("\(path.harmless) is not UTF-8; save it as UTF-8 first")
    }
    root = try RunConfiguration.root(text, path.harmless)
    configuration = try RunConfiguration(root, file: path.harmless, besides: others)
    self.path = path
  }

  /// Changes a key, as `training.steps` to `100`. Throws what is wrong with it by itself.
  public mutating func set(_ key: String, to value: String) throws(SettingsError) {
    try configuration.set(key, to: value)
    changed.insert(key)
  }

  /// The folder that its paths begin at.
  public var folder: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Whether a key is as somebody wrote it, rather than as by default.
  func isGiven(_ key: String) -> Bool { changed.contains(key) || root.node(at: key) != nil }

  /// What is wrong, each with its place in the file.
  public func placed(_ error: RunProblems) -> SettingsError {
    SettingsError(
      file: path.harmless,
      problems: error.problems.map { SettingsProblem(root.node(nearest: $0.key), $0.sentence) })
  }
}
