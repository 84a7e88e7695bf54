// A run's configuration as YAML: read with every problem named at once, and written with every setting.
internal import Messages
public import YAMLTrees

extension RunConfiguration {
  /// Reads a configuration. What it does not say is as by default.
  ///
  /// - Parameters:
  ///   - file: how messages call it.
  ///   - others: sections that somebody else reads.
  /// - Throws: everything that is wrong with it, each with its line and what would do.
  public init(yaml text: String, file: String = "config.yaml", besides others: [String] = []) throws(SettingsError) {
    let root = try Self.root(text, file)
    try self.init(root, file: file, besides: others)
    let problems = contradictions(isGiven: { root.node(at: $0) != nil })
    if !problems.isEmpty {
      throw SettingsError(
        file: file, problems: problems.map { SettingsProblem(root.node(nearest: $0.key), $0.sentence) })
    }
  }

  static func root(_ text: String, _ file: String) throws(SettingsError) -> YAMLNode {
    do { return try YAMLNode(parsing: text) } catch {
      throw SettingsError(file: file, problems: [SettingsProblem(error)])
    }
  }

  /// Each key by itself; whether they go together is for ``contradictions(isGiven:)`` to say.
  init(_ root: YAMLNode, file: String, besides others: [String]) throws(SettingsError) {
    self.init()
    var reader = SettingsReader()
    read(root, besides: others, &reader)
    try reader.finish(file: file)
  }

  /// Sets one key to a value written as in YAML: `set("training.steps", to: "100")`. Throws what is wrong with it by
  /// itself.
  public mutating func set(_ key: String, to value: String) throws(SettingsError) {
    let place = "\(key)=\(value)"
    let words = key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    // A value such as "Question: {prompt}" is no YAML by itself, and meant as it stands.
    let parsed = try? YAMLNode(parsing: "value: \(value)")
    let node = parsed?["value"] ?? YAMLNode(.scalar(value, isQuoted: true), line: 1, column: 1)
    let keyed = words.reversed().reduce(node) { node, word in
      let key = YAMLNode(.scalar(word, isQuoted: true), line: 1, column: 1)
      return YAMLNode(.mapping([.init(key: key, value: node)]), line: 1, column: 1)
    }
    var (reader, changed) = (SettingsReader(), self)
    changed.read(keyed, besides: [], &reader)
    try reader.finish(file: place)
    self = changed
  }

  private mutating func read(_ root: YAMLNode, besides others: [String], _ reader: inout SettingsReader) {
    reader.read(
      Self.settings, of: root, into: &self, called: "a configuration", besides: Self.sections.map(\.name) + others)
    for section in Self.sections {
      if let node = root[section.name] { section.read(node, &self, &reader) }
    }
  }

  /// The configuration as a file, which reads back as this configuration. Sections and keys that its problem and
  /// method have no use for are left out.
  ///
  /// - Parameter explained: with a comment on each key.
  public func yaml(explained: Bool = false) -> String {
    var lines = Self.settings.flatMap { explained ? $0.lines(of: self, width: 78) : [$0.line(of: self)] }
    for section in Self.sections where section.isUsed(self) {
      lines += explained ? ["", "# \(section.explanation)", "\(section.name):"] : ["\(section.name):"]
      lines += section.lines(self, explained).map { "  " + $0 }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every key with its value as it stands in a file, `training.steps` and `100`, in the order of the file: to compare
  /// two configurations.
  public var values: [(key: String, value: String)] {
    func value(_ line: String) -> (key: String, value: String) {
      let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
      return (parts[0], String((parts.count > 1 ? parts[1] : "").drop { $0 == " " }))
    }
    return Self.settings.map { value($0.line(of: self)) }
      + Self.sections.filter { $0.isUsed(self) }.flatMap { section in
        section.lines(self, false).map { line in
          let (key, text) = value(line)
          return ("\(section.name).\(key)", text)
        }
      }
  }

  // MARK: Sections

  /// A section without the type of its owner.
  private struct Section {
    let name: String
    let explanation: String
    let isUsed: (RunConfiguration) -> Bool
    let read: (YAMLNode, inout RunConfiguration, inout SettingsReader) -> Void
    let lines: (RunConfiguration, _ explained: Bool) -> [String]

    init<Owner>(
      _ name: String, _ path: WritableKeyPath<RunConfiguration, Owner>, _ settings: [Setting<Owner>],
      _ explanation: String, isUsed: @escaping (RunConfiguration) -> Bool = { _ in true },
      isUsedKey: @escaping (String, RunConfiguration) -> Bool = { _, _ in true }
    ) {
      self.name = name
      self.explanation = explanation
      self.isUsed = isUsed
      read = { node, configuration, reader in
        reader.read(settings, of: node, into: &configuration[keyPath: path], called: name)
      }
      lines = { configuration, explained in
        settings.filter { isUsedKey($0.key, configuration) }.flatMap { setting in
          let owner = configuration[keyPath: path]
          return explained ? setting.lines(of: owner, width: 76) : [setting.line(of: owner)]
        }
      }
    }
  }

  private static var sections: [Section] {
    [
      Section("data", \.data, DataSection.settings, "Files, beside this one."),
      Section(
        "template", \.template, TemplateSection.settings, "How a row becomes text; --show 2 shows two of them.",
        isUsedKey: { TemplateSection.isFor($0, $1.problem) }),
      Section(
        "model", \.model, ModelSection.settings, "Sizes of the new model.", isUsed: { $0.tuning.method == .scratch }),
      Section(
        "tuning", \.tuning, TuningSection.settings, "What of the model learns.",
        isUsedKey: { TuningSection.isFor($0, $1.tuning.method) }),
      Section(
        "training", \.training, TrainingSection.settings, "The optimizer and its steps.",
        isUsedKey: { TrainingSection.isFor($0, $1.problem) }),
      Section(
        "preference", \.preference, PreferenceSection.settings, "Of two answers the better one.",
        isUsed: { $0.problem == .preference }),
      Section(
        "evaluation", \.evaluation, EvaluationSection.settings, "How it is judged.",
        isUsedKey: { EvaluationSection.isFor($0, $1.problem) }),
    ]
  }
}

extension YAMLNode {
  /// What stands behind `training.steps`; nil if nothing does.
  func node(at key: String) -> YAMLNode? {
    key.split(separator: ".").reduce(self as YAMLNode?) { node, word in node?[String(word)] }
  }

  /// The same, or the section, or the whole.
  func node(nearest key: String) -> YAMLNode {
    node(at: key) ?? key.split(separator: ".").first.flatMap { self[String($0)] } ?? self
  }
}
