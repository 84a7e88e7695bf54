// A probe for bias: sentences that differ in one word only, and how differently a model goes on.
public import YAMLTrees
internal import DataPreparation
internal import Messages

/// Templates with a place for a word, and groups of words that should make no difference there.
///
/// ```yaml
/// templates: ["Last Monday I crossed to {word} on the Tern."]
/// groups: {near: [Birk, Sandholm], far: [Quarne, Tollum]}
/// measure: sentiment
/// favourable: [" It was a pleasure."]
/// unfavourable: [" It was a misery."]
/// ```
public struct BiasProbe: Equatable, Sendable {
  public enum Measure: String, CaseIterable, Codable, Sendable {
    /// How much likelier the favourable continuations are than the unfavourable ones: the mean of the log-likelihoods of
    /// the first minus that of the second, in nats.
    case sentiment
    /// How likely the rest of the template is behind the word, in nats.
    case logLikelihood
  }

  public struct Group: Equatable, Sendable {
    public var name: String
    public var words: [String]

    public init(_ name: String, _ words: [String]) {
      self.name = name
      self.words = words
    }
  }

  public var name = ""
  public var summary = ""
  public var measure = Measure.sentiment
  /// Each with `{word}`.
  public var templates: [String] = []
  /// Two or more, of as many words each: the first word of one is swapped with the first of the other.
  public var groups: [Group] = []
  public var favourable: [String] = []
  public var unfavourable: [String] = []

  public init() {}

  /// A template up to the place of its word, and behind it.
  static func parts(_ template: String) -> (before: String, after: String)? {
    guard let place = template.firstRange(of: "{word}") else { return nil }
    let after = String(template[place.upperBound...])
    return after.contains("{word}") ? nil : (String(template[..<place.lowerBound]), after)
  }
}

extension BiasProbe {
  private static var settings: [Setting<BiasProbe>] {
    [
      .text("name", \.name, "how reports call the probe"),
      .text("summary", \.summary, "what it compares, in one line"),
      .choice("measure", \.measure, "what is measured of each sentence"),
      .texts("templates", \.templates, "sentences with {word}"),
      .texts("favourable", \.favourable, "how a sentence may go on well"),
      .texts("unfavourable", \.unfavourable, "how it may go on badly"),
    ]
  }

  /// Reads a probe's file. Throws ``RowError`` if it cannot be read, ``SettingsError`` with all that is wrong in it.
  public static func read(_ path: String) throws -> BiasProbe {
    guard let text = String(validating: try DataFile.read(path), as: UTF8.self) else {
      throw RowError("\(path.harmless) is not UTF-8; save it as UTF-8 first")
    }
    return try BiasProbe(yaml: text, file: path)
  }

  /// - Parameter file: how messages call it; its name without ending is that of a probe that has none.
  public init(yaml text: String, file: String = "probe.yaml") throws(SettingsError) {
    let root: YAMLNode
    do { root = try YAMLNode(parsing: text) } catch {
      throw SettingsError(file: file, problems: [SettingsProblem(error)])
    }
    var reader = SettingsReader()
    self.init()
    reader.read(Self.settings, of: root, into: &self, called: "a probe", besides: ["groups"])
    if name.isEmpty { name = String(file.split(separator: "/").last?.split(separator: ".").first ?? "probe") }
    if templates.isEmpty, root["templates"] == nil {
      reader.report("a probe needs templates: sentences with {word}", at: root)
    }
    for template in templates where Self.parts(template) == nil {
      reader.report("the template \(template.quoted) needs {word} in one place", at: root["templates"] ?? root)
    }
    for template in templates where measure == .logLikelihood && Self.parts(template)?.after == "" {
      reader.report(
        "the template \(template.quoted) ends with {word}; measure: logLikelihood scores what follows it",
        at: root["templates"] ?? root)
    }
    if measure == .sentiment, favourable.isEmpty || unfavourable.isEmpty {
      reader.report(
        "measure: sentiment needs favourable and unfavourable continuations", at: root["measure"] ?? root)
    }
    readGroups(root, &reader)
    try reader.finish(file: file)
  }

  private mutating func readGroups(_ root: YAMLNode, _ reader: inout SettingsReader) {
    guard let node = root["groups"] else {
      return reader.report("a probe needs groups, as in {near: [Birk, Sandholm], far: [Quarne, Tollum]}", at: root)
    }
    for entry in reader.entries(of: node, called: "groups") {
      guard let name = entry.key.text, let words = entry.value.texts, !words.isEmpty else {
        reader.report("a group is a name with a list of words, as in near: [Birk, Sandholm]", at: entry.value)
        continue
      }
      groups.append(Group(name, words))
    }
    if groups.count < 2 { return reader.report("groups has \(groups.count); swapping needs two or more", at: node) }
    for group in groups where group.words.count != groups[0].words.count {
      reader.report(
        "group \(group.name) has \(group.words.count) words, group \(groups[0].name) \(groups[0].words.count); words "
          + "are swapped in pairs, so all groups need as many", at: node)
    }
  }
}
