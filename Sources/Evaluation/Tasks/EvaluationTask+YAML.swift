// Tasks as YAML files, read together with their data: everything that is wrong is said at once, with its place.
internal import DataPreparation
public import YAMLTrees

extension EvaluationTask {
  /// Reads a task's file and its data. Throws ``SettingsError`` with all problems of both, or ``RowError`` if the file
  /// itself cannot be read.
  public static func read(_ path: String) throws -> EvaluationTask {
    guard let text = String(validating: try DataFile.read(path), as: UTF8.self) else {
      throw RowError("\(path) is not UTF-8; save it as UTF-8 first")
    }
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    return try EvaluationTask(yaml: text, file: path, folder: folder.isEmpty && path.hasPrefix("/") ? "/" : folder)
  }

  /// The same from the text of the file.
  ///
  /// - Parameters:
  ///   - file: how messages call it; its name without ending is that of a task that has none.
  ///   - folder: what paths in it are beside; empty for the working folder.
  public init(yaml text: String, file: String = "task.yaml", folder: String = "") throws(SettingsError) {
    let root: YAMLNode
    do { root = try YAMLNode(parsing: text) } catch {
      throw SettingsError(file: file, problems: [SettingsProblem(error)])
    }
    var reading = TaskReading(root: root, folder: folder)
    reading.readSettings()
    if reading.settings.name.isEmpty {
      let last = file.split(separator: "/").last ?? "task"
      reading.settings.name = String(last.split(separator: ".").first ?? last)
    }
    let (items, pool) = reading.readData()
    try reading.reader.finish(file: file)
    self.init(reading.settings, items: items, pool: pool)
  }
}

/// Reads one file of a task, gathering what is wrong.
private struct TaskReading {
  let root: YAMLNode
  let folder: String
  var settings = TaskSettings()
  var reader = SettingsReader()

  /// So many rows are named before they are only counted.
  private static let mostRows = 3

  // MARK: Settings

  mutating func readSettings() {
    reader.read(TaskSettings.settings, of: root, into: &settings, called: "a task", besides: ["examples"])
    if let section = root["examples"] {
      reader.read(
        TaskSettings.ExamplesSection.settings, of: section, into: &settings.examples, called: "examples")
    }
    require(!settings.data.isEmpty, "data", "a task needs data: the path of a file of rows")
    require(!settings.target.isEmpty, "target", "a task needs a target: what should follow, as in \" {answer}\"")
    // What was meant by a request that is none cannot be checked.
    if let request = root["request"], TaskSettings.Request(rawValue: request.text ?? "") == nil { return }
    switch settings.request {
    case .rolling:
      for (key, isSaid) in [
        ("prompt", !settings.prompt.isEmpty), ("choices", !settings.choices.isEmpty),
        ("examples", settings.examples.count > 0),
      ] where isSaid {
        report("\(key) has no use with request: rolling, which scores the target alone; leave it out", key)
      }
    case .choice:
      require(!settings.choices.isEmpty, "choices", "request: choice needs choices, as in [\" {a}\", \" {b}\"]")
    case .logLikelihood, .generate:
      if !settings.choices.isEmpty {
        report("choices belong to request: choice, and this is \(settings.request.rawValue)", "choices")
      }
    }
    if settings.request != .rolling { require(!settings.prompt.isEmpty, "prompt", "a task needs a prompt") }
    let known = TaskMeasure.all(for: settings.request).map(\.name)
    for name in settings.metrics where !known.contains(name) {
      report(
        SettingsReader.unknown("metric", name, of: "request: \(settings.request.rawValue)", known: known), "metrics")
    }
  }

  private mutating func require(_ isThere: Bool, _ key: String, _ message: String) {
    // A value that was not understood has been reported.
    if !isThere, root[key] == nil || root[key]?.isNothing == true || root[key]?.text == "" { report(message, key) }
  }

  private mutating func report(_ message: String, _ key: String) { reader.report(message, at: root[key] ?? root) }

  // MARK: Data

  mutating func readData() -> (items: [TaskItem], pool: [TaskItem]) {
    guard !settings.data.isEmpty, let templates = readTemplates() else { return ([], []) }
    guard let table = table(settings.data, at: root["data"] ?? root) else { return ([], []) }
    let rows = chosen(table, settings.only, at: root["only"] ?? root["data"] ?? root)
    let items = self.items(rows, of: table, templates)
    let section = settings.examples
    guard section.count > 0 else { return (items, []) }
    let node = root["examples"] ?? root
    let poolTable = section.data.isEmpty ? table : self.table(section.data, at: node["data"] ?? node)
    guard let poolTable else { return (items, []) }
    let poolRows =
      section.data.isEmpty && section.only.isEmpty ? rows : chosen(poolTable, section.only, at: node["only"] ?? node)
    let pool = poolTable == table && poolRows == rows ? items : self.items(poolRows, of: poolTable, templates)
    // The item itself is none of its examples.
    let enough = section.count + (Set(pool.map(\.line)).isDisjoint(with: items.map(\.line)) ? 0 : 1)
    if !pool.isEmpty, pool.count < enough {
      reader.report(
        "examples: \(section.count) are asked for, and there are \(pool.count) rows to take them from"
          + (enough > section.count ? ", of which one may be the item itself" : ""), at: node["count"] ?? node)
    }
    return (items, pool)
  }

  private struct Templates {
    var prompt: ColumnTemplate
    var target: ColumnTemplate
    var choices: [ColumnTemplate]
  }

  private mutating func readTemplates() -> Templates? {
    let before = reader.problems.count
    let prompt = template(settings.prompt, "prompt")
    let target = template(settings.target, "target")
    let choices = settings.choices.map { template($0, "choices") }
    guard let prompt, let target, reader.problems.count == before else { return nil }
    return Templates(prompt: prompt, target: target, choices: choices.compactMap(\.self))
  }

  private mutating func template(_ text: String, _ key: String) -> ColumnTemplate? {
    do { return try ColumnTemplate(text) } catch {
      report("\(key): \(error)", key)
      return nil
    }
  }

  private mutating func table(_ path: String, at node: YAMLNode) -> ColumnTable? {
    let place = path.hasPrefix("/") || folder.isEmpty ? path : folder == "/" ? "/" + path : "\(folder)/\(path)"
    do {
      let table = try ColumnTable.read(place)
      if let problem = table.problems.first {
        let more =
          table.problems.count > 1 ? " (and \(table.problems.count - 1) more rows are not as they should be)" : ""
        reader.report("data: \(problem)\(more)", at: node)
        return nil
      }
      if table.rows.isEmpty { reader.report("data: \(place) has no rows; a task needs one at least", at: node) }
      return table.rows.isEmpty ? nil : table
    } catch {
      reader.report("data: \(error)", at: node)
      return nil
    }
  }

  /// The rows that meet the conditions; a problem if none does.
  private mutating func chosen(
    _ table: ColumnTable, _ conditions: [String: String], at node: YAMLNode
  ) -> [ColumnTable.Row] {
    for column in conditions.keys.sorted() where !table.columns.contains(column) {
      reader.report(
        "only: " + SettingsReader.unknown("column", column, of: table.file, known: table.columns), at: node)
      return []
    }
    let rows = table.rows.filter { row in conditions.allSatisfy { row.cells[$0.key] == [$0.value] } }
    if rows.isEmpty {
      let said = conditions.sorted { $0.key < $1.key }.map { condition in
        let there = Set(table.rows.flatMap { $0.cells[condition.key] ?? [] }).sorted()
        return "\(condition.key) is \(condition.value); there are: "
          + there.prefix(6).joined(separator: ", ") + (there.count > 6 ? ", …" : "")
      }
      reader.report(
        "only: none of the \(table.rows.count) rows of \(table.file) has "
          + said.joined(separator: "; "), at: node)
    }
    return rows
  }

  private mutating func items(
    _ rows: [ColumnTable.Row], of table: ColumnTable, _ templates: Templates
  ) -> [TaskItem] {
    // A column that no row has is said once.
    let before = reader.problems.count
    for (key, template) in [("prompt", templates.prompt), ("target", templates.target)]
      + templates.choices.map({ ("choices", $0) })
    {
      for column in template.columns where !table.columns.contains(column) {
        report(
          "\(key): " + SettingsReader.unknown("column", column, of: table.file, known: table.columns), key)
      }
    }
    guard reader.problems.count == before else { return [] }
    var items: [TaskItem] = []
    var failed = 0
    for row in rows {
      do throws(RowProblem) { items.append(try item(row, templates)) } catch {
        failed += 1
        if failed <= Self.mostRows { report("\(table.file):\(row.line): \(error.message)", error.key) }
      }
    }
    if failed > Self.mostRows {
      reader.report(
        "\(table.file): \(failed - Self.mostRows) more rows are not as they should be", at: root["data"] ?? root)
    }
    return items
  }

  private struct RowProblem: Error {
    var key: String
    var message: String
  }

  private func item(_ row: ColumnTable.Row, _ templates: Templates) throws(RowProblem) -> TaskItem {
    func fill<Filled>(
      _ key: String, _ fill: () throws(ColumnTemplateError) -> Filled
    ) throws(RowProblem) -> Filled {
      do { return try fill() } catch { throw RowProblem(key: key, message: "\(key): \(error)") }
    }
    let prompt = try fill("prompt") { () throws(ColumnTemplateError) in try templates.prompt.text(of: row) }
    let targets = try fill("target") { () throws(ColumnTemplateError) in try templates.target.texts(of: row) }
    var choices: [String] = []
    for template in templates.choices {
      choices += try fill("choices") { () throws(ColumnTemplateError) in try template.texts(of: row) }
    }
    guard let target = targets.first, settings.request == .generate || !targets.contains("") else {
      throw RowProblem(key: "target", message: "the target is empty")
    }
    // Of a choice the right one itself, not its letter.
    let said = (templates.prompt.columns + (settings.request == .choice ? [] : templates.target.columns))
      .flatMap { row.cells[$0] ?? [] }
    guard settings.request == .choice else {
      return TaskItem(line: row.line, prompt: prompt, targets: targets, material: said.joined(separator: "\n"))
    }
    let list = choices.map { "\"\($0)\"" }.joined(separator: ", ")
    guard choices.count > 1 else {
      throw RowProblem(key: "choices", message: "there are \(choices.count) choices; a choice needs two or more")
    }
    guard Set(choices).count == choices.count, !choices.contains("") else {
      throw RowProblem(key: "choices", message: "the choices are \(list); they must differ, and none be empty")
    }
    guard targets.count == 1, let right = TaskItem.place(of: target, among: choices) else {
      throw RowProblem(key: "target", message: "the target \"\(target)\" is none of the choices \(list)")
    }
    return TaskItem(
      line: row.line, prompt: prompt, choices: choices, right: right,
      material: (said + [choices[right]]).joined(separator: "\n"))
  }
}
