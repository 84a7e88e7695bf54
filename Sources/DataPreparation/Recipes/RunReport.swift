// What a recipe did, as text for people: a line a step, then samples of what was dropped and changed.

/// The report of a run, in lines no wider than asked for.
public struct RunReport: Sendable {
  public let width: Int

  /// - Parameter width: at least 60 columns.
  public init(width: Int = 80) { self.width = max(60, width) }

  public func lines(_ run: RecipeRun) -> [String] {
    heading + run.steps.flatMap { lines($0) } + samples(run.steps)
  }

  private static let nameWidth = 17
  private static let countWidth = 8
  private static var before: Int { nameWidth + 2 * countWidth + 2 }

  public var heading: [String] {
    [Self.padded("step", Self.nameWidth) + Self.right("rows in") + Self.right("out") + "  what happened"]
  }

  /// One step: its counts, and what happened, wrapped behind them.
  public func lines(_ step: StepReport) -> [String] {
    var parts: [String] = []
    if step.added > 0 { parts.append("added \(step.added)") }
    if step.dropped > 0 { parts.append("dropped \(step.dropped): " + Self.counts(step.reasons)) }
    if step.changed > 0 { parts.append("changed \(step.changed): " + Self.counts(step.changes)) }
    if let note = step.note { parts.append(note) }
    if parts.isEmpty { parts = ["nothing"] }
    let head =
      Self.padded(step.name, Self.nameWidth) + Self.right("\(step.rowsIn)") + Self.right("\(step.rowsOut)") + "  "
    let texts = Self.wrapped(parts.joined(separator: "; "), width - Self.before)
    return texts.enumerated().map { $0 == 0 ? head + $1 : String(repeating: " ", count: Self.before) + $1 }
  }

  /// Three samples a step of what it dropped, and of what it changed.
  public func samples(_ steps: [StepReport]) -> [String] {
    steps.flatMap { step -> [String] in
      var lines: [String] = []
      if !step.droppedSamples.isEmpty {
        lines += ["", "\(step.name) dropped, for example"]
        for sample in step.droppedSamples {
          let reason = sample.reason + (sample.detail.isEmpty ? "" : " (\(sample.detail))")
          lines += [fitted("  " + reason), fitted("    " + Self.shown(sample.row))]
        }
      }
      if !step.changedSamples.isEmpty {
        lines += ["", "\(step.name) changed, for example"]
        for sample in step.changedSamples {
          let (before, after) = Self.difference(sample, width: width - 11)
          lines += [
            fitted("  " + Set(sample.reasons).sorted().joined(separator: ", ")), fitted("    before " + before),
            fitted("    after  " + after),
          ]
        }
      }
      return lines
    }
  }

  // MARK: Pieces

  /// The most frequent first.
  private static func counts(_ counts: [String: Int]) -> String {
    counts.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private static func shown(_ row: TrainingRow) -> String {
    row.instruction.isEmpty ? row.answer : "\(row.instruction) | \(row.answer)"
  }

  /// The first text that changed, from a little before the first change on.
  private static func difference(_ sample: RecipeOutcome.Changed, width: Int) -> (before: String, after: String) {
    let pair = zip(sample.before.texts, sample.after.texts).first {
      !$0.unicodeScalars.elementsEqual($1.unicodeScalars)
    }
    let before = Array((pair?.0 ?? sample.before.wholeText).unicodeScalars)
    let after = Array((pair?.1 ?? sample.after.wholeText).unicodeScalars)
    let same = zip(before, after).prefix { $0 == $1 }.count
    let start = max(0, same - width / 3)
    let text = { (scalars: [Unicode.Scalar]) -> String in
      (start > 0 ? "..." : "")
        + String(String.UnicodeScalarView(scalars[min(start, scalars.count)...].prefix(width * 2)))
    }
    return (text(before), text(after))
  }

  /// On one line, cut to the width; line ends and other control characters are shown as signs.
  private func fitted(_ text: String) -> String {
    var line = ""
    for scalar in text.unicodeScalars.prefix(width * 2) {
      switch scalar {
      case "\n": line += "\\n"
      case "\t": line += "\\t"
      default: line.unicodeScalars.append(scalar.properties.generalCategory == .control ? "?" : scalar)
      }
    }
    return line.count <= width ? line : String(line.prefix(width - 3)) + "..."
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(1, countWidth - text.count)) + text
  }

  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if !lines[lines.count - 1].isEmpty {
        if lines[lines.count - 1].count + 1 + word.count > width {
          lines.append("")
        } else {
          lines[lines.count - 1] += " "
        }
      }
      lines[lines.count - 1] += word
    }
    return lines
  }
}

extension RecipeRun {
  /// The report as one text.
  public func report(width: Int = 80) -> String { RunReport(width: width).lines(self).joined(separator: "\n") }
}
