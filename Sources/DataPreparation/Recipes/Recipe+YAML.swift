// Recipes as YAML: read with every problem named at once, and written with every setting explained.
public import YAMLTrees

extension Recipe {
  /// Reads a recipe. What it does not say is as by default.
  ///
  /// - Parameters:
  ///   - file: how messages call it.
  ///   - known: the steps that it may name.
  /// - Throws: everything that is wrong with it, each with its line and what would do.
  public init(
    yaml text: String, file: String = "recipe", known: [any RecipeStep.Type] = Recipe.knownSteps
  ) throws(SettingsError) {
    let root: YAMLNode
    do { root = try YAMLNode(parsing: text) } catch {
      throw SettingsError(file: file, problems: [SettingsProblem(error)])
    }
    self.init([])
    var reader = SettingsReader()
    reader.read(Self.settings, of: root, into: &self, called: "a recipe", besides: ["steps"])
    if validation + test > 0.9 {
      reader.report(
        "validation and test are \(YAMLText.number(validation + test)) together; leave a tenth or more to train on",
        at: root["validation"] ?? root["test"] ?? root)
    }
    switch root["steps"]?.content {
    case .sequence(let nodes): steps = nodes.compactMap { Self.step($0, known, &reader) }
    case nil where reader.problems.isEmpty:
      reader.report(
        "a recipe needs steps: followed by a list; 'lectern data recipe' prints one to begin with", at: root)
    case nil: break
    case .some:
      if let node = root["steps"] {
        reader.report("steps is \(node.shortText); it must be a list, each item as in - name: length", at: node)
      }
    }
    try reader.finish(file: file)
  }

  private static func step(
    _ node: YAMLNode, _ known: [any RecipeStep.Type], _ reader: inout SettingsReader
  ) -> (any RecipeStep)? {
    // A name alone is a step as it is by default.
    guard let name = node.text ?? node["name"]?.text else {
      reader.report("a step needs a name, as in - name: length", at: node["name"] ?? node)
      return nil
    }
    guard let type = known.first(where: { $0.name == name }) else {
      reader.report(
        SettingsReader.unknown("step", name, known: known.map { $0.name }), at: node["name"] ?? node)
      return nil
    }
    return read(type, node, &reader)
  }

  private static func read<Step: RecipeStep>(
    _ type: Step.Type, _ node: YAMLNode, _ reader: inout SettingsReader
  ) -> any RecipeStep {
    var step = Step()
    let before = reader.problems.count
    if node.text == nil {
      reader.read(Step.settings, of: node, into: &step, called: "step \(Step.name)", besides: ["name"])
    }
    // What is wrong with single values would make no sense together either.
    guard reader.problems.count == before else { return step }
    for (key, message) in step.contradictions() {
      reader.report("step \(Step.name): \(message)", at: node[key] ?? node)
    }
    for (key, path) in step.files {
      do { _ = try RowFile.read(path) } catch { reader.report("step \(Step.name): \(error)", at: node[key] ?? node) }
    }
    return step
  }
}

extension Recipe {
  /// The recipe as a file, which reads back as this recipe.
  ///
  /// - Parameter explained: with a comment on each step and setting.
  public func yaml(explained: Bool = false) -> String {
    var lines: [String] = []
    for setting in Self.settings { lines += Self.lines(setting, self, explained) }
    lines.append(steps.isEmpty ? "steps: []" : "steps:")
    for step in steps { lines += Self.lines(of: step, explained) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines<Step: RecipeStep>(of step: Step, _ explained: Bool) -> [String] {
    let settings = Step.settings.flatMap { lines($0, step, explained) }.map { "    " + $0 }
    let head = "  - name: \(YAMLText.scalar(Step.name))"
    let comment = Step.summary.isEmpty ? [""] : ["", "  # " + Step.summary]
    return (explained ? comment : []) + [head] + settings
  }

  private static func lines<Owner>(_ setting: Setting<Owner>, _ owner: Owner, _ explained: Bool) -> [String] {
    explained ? setting.lines(of: owner, width: 76) : [setting.line(of: owner)]
  }
}
