// From the rows of files to those that are learnt and those that are held out.
internal import DataPreparation
internal import Messages
internal import YAMLTrees

extension RunData {
  /// Leaves out rows without what is needed, takes as many as are wanted, and divides them.
  ///
  /// - Parameter needed: columns, and the key of the configuration that asks for each.
  init(
    _ files: DataFiles, _ section: RunConfiguration.DataSection, needed: [(column: String, key: String)], seed: Int
  ) throws {
    var problems: [RunProblem] = []
    for (column, key) in needed where !files.columns.contains(column) {
      let likely = NearestName.of(column, among: files.columns)
      let nearest = likely.map { "; the nearest is \($0.quoted)" } ?? ""
      problems.append(
        RunProblem(
          key,
          "needs a column \(column.quoted), which \(section.train.harmless) does not have\(nearest). It has "
            + "\(files.columns.map(\.harmless).joined(separator: ", ")); data.columns says which is which, as in "
            + "{\(column): \(likely ?? "…")}"))
    }
    if !problems.isEmpty { throw RunProblems(problems) }

    var warnings = files.warnings
    func whole(_ rows: [RunRow]) -> [RunRow] {
      let lacking = rows.filter { row in needed.contains { row.lacks($0.column) } }
      guard let first = lacking.first else { return rows }
      let missing = needed.map(\.column).filter(first.lacks).joined(separator: " and no ")
      warnings.append(
        "\(lacking.count) of \(rows.count) rows lack something and are left out; the first, \(first.place), has no "
          + missing)
      return rows.filter { row in needed.allSatisfy { !row.lacks($0.column) } }
    }
    var training = whole(files.training)
    if section.mostRows > 0 { training = Array(training.prefix(section.mostRows)) }
    var validation = files.validation.map(whole)
    if validation == nil, section.validationShare > 0 {
      (training, validation) = Self.divided(training, section.validationShare, seed, &warnings)
      if validation?.isEmpty != false {
        problems.append(
          RunProblem(
            "data.validationShare",
            "is \(YAMLText.number(section.validationShare)), and of \(training.count) rows none is left to judge by; "
              + "give more rows, a file as validation, or 0 to judge by nothing"))
      }
    } else if validation?.isEmpty == true {
      problems.append(
        RunProblem("data.validation", "is \(section.validation.harmless), of which no row can be used to judge by"))
    }
    if training.isEmpty {
      problems.append(RunProblem("data.train", "is \(section.train.harmless), of which no row is left to learn from"))
    }
    if !problems.isEmpty { throw RunProblems(problems) }

    self.init(training: Self.numbered(training), validation: Self.numbered(validation ?? []))
    self.warnings = warnings + leaks(needed.map(\.column))
  }

  private static func numbered(_ rows: [RunRow]) -> [RunRow] {
    rows.enumerated().map { place, row in
      var row = row
      row.number = place + 1
      return row
    }
  }

  private static func divided(
    _ rows: [RunRow], _ share: Double, _ seed: Int, _ warnings: inout [String]
  ) -> (training: [RunRow], validation: [RunRow]) {
    if rows.count == 1, let text = rows[0]["text"], rows[0]["prompt"] == nil {
      return dividedText(rows[0], text, share)
    }
    var groups = rows.map(\.group)
    if Set(groups).count == 1, rows.count > 1 {
      warnings.append(
        rows[0].evidence == nil
          ? "all rows ask the same, so they are divided one by one"
          : "all rows come from one document, so they are divided row by row: what is held out is about facts that "
            + "other rows may have told")
      groups = rows.indices.map { "row \($0)" }
    }
    let parts = RowSplit.parts(of: groups, validation: share, test: 0, seed: seed)
    func part(_ part: RowSplit.Part) -> [RunRow] { zip(rows, parts).filter { $1 == part }.map(\.0) }
    return (part(.train), part(.validation))
  }

  /// Of one text the end is held out, from the beginning of a line on if there is one.
  private static func dividedText(
    _ row: RunRow, _ text: String, _ share: Double
  ) -> (training: [RunRow], validation: [RunRow]) {
    let wanted = text.index(text.startIndex, offsetBy: Int(Double(text.count) * (1 - share)))
    let cut = text[wanted...].firstIndex(of: "\n").map { text.index(after: $0) } ?? wanted
    let place = cut < text.endIndex ? cut : wanted
    var (first, second) = (row, row)
    first.cells["text"] = [String(text[..<place])]
    second.cells["text"] = [String(text[place...])]
    return ([first], place < text.endIndex ? [second] : [])
  }

  /// Rows that are held out and learnt all the same.
  private func leaks(_ columns: [String]) -> [String] {
    func content(_ row: RunRow) -> [String] { columns.map { row[$0] ?? "" } }
    let learnt = Set(training.map(content))
    let both = validation.filter { learnt.contains(content($0)) }
    guard let first = both.first else { return [] }
    return [
      "\(both.count) of \(validation.count) validation rows are training rows too, such as \(first.place); what they "
        + "show is memory"
    ]
  }
}
