// The card for people: what is in the data set, where it comes from, what was left out, and how to make it again.

extension DataCard {
  /// - Parameters:
  ///   - rows: all rows of the data set.
  ///   - split: how they are divided.
  public func markdown(rows: [TrainingRow], split: RowSplit) -> String {
    let kinds = Dictionary(grouping: rows, by: \.kind).sorted { $0.key.rawValue < $1.key.rawValue }
    let documents = Set(rows.compactMap { $0.evidence?.file }).count
    var text = "# Data card\n\n"
    text += "\(rows.count) rows"
    if documents > 0 { text += " from \(documents) document\(documents == 1 ? "" : "s")" }
    text +=
      ": \(split.train.count) to train on, \(split.validation.count) to watch training, \(split.test.count) to judge"
    text += " the model. No document has rows in two of these parts.\n\n## Rows\n\n"
    text += Self.table(
      ["kind", "rows", "characters of a question", "characters of an answer", "mean score"],
      kinds.map { kind, rows in
        let scores = rows.compactMap(\.score)
        return [
          kind.rawValue, "\(rows.count)", Self.spread(rows.map { $0.instruction.unicodeScalars.count }),
          Self.spread(rows.map { $0.answer.unicodeScalars.count }),
          scores.isEmpty ? "" : Self.hundredths(scores.reduce(0, +) / Double(scores.count)),
        ]
      })
    text += "\n## What was done\n\n"
    text += Self.table(
      ["step", "rows in", "rows out", "dropped", "changed"],
      steps.map { step in
        [step.name, "\(step.rowsIn)", "\(step.rowsOut)", Self.counts(step.reasons), Self.counts(step.changes ?? [:])]
      })
    text +=
      "\nThe settings of each step, and the seed, are in recipe.yaml. The same sources and the same recipe give the"
    text += " same files, byte for byte.\n\n## Sources\n\n"
    text += Self.table(["file", "SHA-256"], sources.map { [$0.file, $0.sha256] })
    if let failed {
      text += "\nNot read:\n\n" + Self.table(["file", "reason"], failed.map { [$0.file, $0.reason] })
    }
    text += "\n## Files\n\n"
    text += Self.table(["file", "rows", "SHA-256"], files.map { [$0.file, "\($0.rows)", $0.sha256] })
    return text
  }

  /// Least, median and most.
  private static func spread(_ counts: [Int]) -> String {
    let sorted = counts.sorted()
    guard let least = sorted.first, let most = sorted.last else { return "" }
    return least == most ? "\(least)" : "\(least) to \(most), median \(sorted[sorted.count / 2])"
  }

  private static func hundredths(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

  private static func counts(_ counts: [String: Int]) -> String {
    counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private static func table(_ head: [String], _ rows: [[String]]) -> String {
    let cell = { (text: String) in
      // A name may hold what ends a cell or a line.
      String(text.map { $0.isNewline ? " " : $0 }).split(separator: "|", omittingEmptySubsequences: false)
        .joined(separator: "\\|")
    }
    let line = { (cells: [String]) in "| " + cells.map(cell).joined(separator: " | ") + " |\n" }
    return line(head) + line(head.map { _ in "---" }) + rows.map(line).joined()
  }
}
