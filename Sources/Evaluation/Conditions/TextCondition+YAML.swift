// Conditions as they stand in YAML: `- contains: Birk`, `- not: {ends: "?"}`.
internal import Messages
internal import Retrieval
public import YAMLTrees

extension TextCondition {
  /// Reads a condition by itself: one part, or a list of parts of which each must hold.
  ///
  /// - Parameter file: how messages call it.
  /// - Throws: everything that is wrong with it, each with its place and what would do.
  public init(yaml text: String, file: String = "condition") throws(SettingsError) {
    let root: YAMLNode
    do { root = try YAMLNode(parsing: text) } catch {
      throw SettingsError(file: file, problems: [SettingsProblem(error)])
    }
    var reader = SettingsReader()
    let condition = Self.read(root, with: &reader)
    try reader.finish(file: file)
    // Without a problem there is a condition.
    self = condition ?? .and([])
  }

  /// Reads the condition that stands at a place of some file; nil if the reader has noted why it is none.
  ///
  /// A text stands for what the text contains, a list for all of its parts, and so do several keys beside each other.
  public static func read(_ node: YAMLNode, with reader: inout SettingsReader) -> TextCondition? {
    switch node.content {
    case .scalar:
      if let text = node.text, !text.isEmpty { return .contains(text) }
      reader.report("a condition is empty; write one as in contains: Birk", at: node)
      return nil
    case .sequence(let nodes): return parts(nodes, with: &reader).map(TextCondition.and)
    case .mapping(let entries):
      let ignoringCase = node["ignoringCase"].map { flag -> Bool in
        if flag.flag == nil { reader.report("ignoringCase is \(flag.shortText); it must be true or false", at: flag) }
        return flag.flag ?? false
      }
      let kinds = entries.filter { $0.key.text != "ignoringCase" }
      if kinds.isEmpty { reader.report("a condition names nothing; write one as in contains: Birk", at: node) }
      let conditions = kinds.map { part($0, ignoringCase: ignoringCase ?? false, with: &reader) }
      let read = conditions.compactMap { $0 }
      guard !kinds.isEmpty, read.count == conditions.count else { return nil }
      return read.count == 1 ? read[0] : .and(read)
    }
  }

  private static let kinds = ["contains", "equals", "begins", "ends", "matches", "length", "and", "or", "not"]

  private static func part(
    _ entry: YAMLNode.Entry, ignoringCase: Bool, with reader: inout SettingsReader
  ) -> TextCondition? {
    let (key, value) = (entry.key.text ?? "", entry.value)
    switch key {
    case "contains", "equals", "begins", "ends", "matches":
      guard let text = value.text, key == "equals" || !text.isEmpty else {
        reader.report("\(key) is \(value.shortText); it must be a text", at: value)
        return nil
      }
      switch key {
      case "contains": return .contains(text, ignoringCase: ignoringCase)
      case "equals": return .equals(text, ignoringCase: ignoringCase)
      case "begins": return .begins(text, ignoringCase: ignoringCase)
      case "ends": return .ends(text, ignoringCase: ignoringCase)
      default:
        do { return .matches(try TextPattern((ignoringCase ? "(?i)" : "") + text)) } catch {
          reader.report("\(error)", at: value)
          return nil
        }
      }
    case "length": return length(value, with: &reader)
    case "and", "or":
      guard case .sequence(let nodes) = value.content, !nodes.isEmpty else {
        reader.report(
          "\(key) is \(value.shortText); it must be a list of conditions, each as in - ends: \"?\"", at: value)
        return nil
      }
      return parts(nodes, with: &reader).map { key == "and" ? .and($0) : .or($0) }
    case "not": return read(value, with: &reader).map(TextCondition.not)
    default:
      reader.report(SettingsReader.unknown("part", key, of: "a condition", known: kinds), at: entry.key)
      return nil
    }
  }

  private static func parts(_ nodes: [YAMLNode], with reader: inout SettingsReader) -> [TextCondition]? {
    let parts = nodes.compactMap { read($0, with: &reader) }
    return parts.count == nodes.count ? parts : nil
  }

  private struct Band {
    var from = 0
    var to = Int.max
    var of = Unit.characters

    private static let longest = 1_000_000_000

    static var settings: [Setting<Band>] {
      [
        .whole("from", \.from, in: 0...longest, "the fewest"), .whole("to", \.to, in: 0...longest, "the most"),
        .choice("of", \.of, "what is counted"),
      ]
    }
  }

  private static func length(_ node: YAMLNode, with reader: inout SettingsReader) -> TextCondition? {
    let before = reader.problems.count
    var band = Band()
    if case .mapping = node.content {
      reader.read(Band.settings, of: node, into: &band, called: "length")
    } else {
      reader.report("length is \(node.shortText); it must be settings, as in {from: 10, to: 200, of: words}", at: node)
    }
    if band.from > band.to {
      reader.report("length is from \(band.from) to \(band.to); the first must not be greater", at: node)
    }
    return reader.problems.count == before ? .length(band.from...band.to, of: band.of) : nil
  }
}
