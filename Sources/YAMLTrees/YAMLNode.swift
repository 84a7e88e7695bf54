// A YAML document as a value, with the place of each part, for files that people write: recipes, runs, tasks.

/// One value of a YAML document.
public struct YAMLNode: Equatable, Sendable {
  public enum Content: Equatable, Sendable {
    /// `isQuoted` tells "yes" from yes.
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    /// In the order of the file.
    case mapping([Entry])
  }

  public struct Entry: Equatable, Sendable {
    public var key: YAMLNode
    public var value: YAMLNode

    public init(key: YAMLNode, value: YAMLNode) {
      self.key = key
      self.value = value
    }
  }

  public var content: Content
  /// Where it begins in the file, both counted from 1.
  public var line: Int
  public var column: Int

  public init(_ content: Content, line: Int, column: Int) {
    self.content = content
    self.line = line
    self.column = column
  }

  /// Parses one YAML 1.1 document; an empty one is an empty mapping.
  public init(parsing text: String) throws(YAMLError) { self = try parseYAML(text) }
}

/// Where a text is not YAML, and why.
public struct YAMLError: Error, Equatable, CustomStringConvertible, Sendable {
  public var line: Int
  public var column: Int
  public var message: String

  public init(line: Int, column: Int, message: String) {
    self.line = line
    self.column = column
    self.message = message
  }

  public var description: String { "\(line):\(column): \(message)" }
}

/// YAMLReading's; found by its symbol, so that who imports this module needs no headers of libyaml.
@_silgen_name("lectern_parseYAML")
func parseYAML(_ text: String) throws(YAMLError) -> YAMLNode
