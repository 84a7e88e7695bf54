// How far a long computation is: a bar, its figures, and the loss so far.
import StepRecords

public enum ProgressPicture {
  /// - Parameter history: the records of one name in order, the latest last; empty draws nothing.
  public static func lines(history: [ProgressRecord], name: String, options: TextOptions) -> [StyledLine] {
    lines(for: ProgressHistory(history), name: name, options: options)
  }

  /// What stays when a computation has ended, or the reader's program cannot redraw.
  public static func lines(for history: ProgressHistory, name: String, options: TextOptions) -> [StyledLine] {
    guard let latest = history.latest else { return [] }
    if options.plain { return ProgressWords.lines(for: latest, name: name, options) }
    let figures = facts(latest, options).map { PictureLayout.fact(label: $0.label, value: $0.value) }
    var line = PictureLayout.headerName(name, options)
    var groups = line.spans.isEmpty ? [] : [line]
    if latest.total > 0 {
      let used = figures.reduce(line.displayWidth + 2) { $0 + $1.displayWidth + 2 }
      let width = min(max(options.width - used, 10), 30)
      line = ShareBar.line(share(latest), width: width, options)
      groups.append(line)
    }
    var lines = PictureLayout.flow(groups + figures, options: options)
    if let loss = loss(history, options) { lines.append(StyledLine("  ") + loss) }
    return lines.fitted(options)
  }

  static func share(_ record: ProgressRecord) -> Double {
    min(max(Double(record.done) / Double(max(record.total, 1)), 0), 1)
  }

  /// How far it is, its metrics, its rate, and how long it took or still takes.
  static func facts(_ record: ProgressRecord, _ options: TextOptions) -> [(label: String, value: String)] {
    let text = NumberText(options)
    let isComplete = record.total > 0 && record.done >= record.total
    var facts: [(label: String, value: String)] = []
    if record.total > 0 {
      facts += standing(record, options).map { ("", $0) }
    } else {
      facts.append(("", "\(record.done) done"))
    }
    for (name, value) in metrics(record) { facts.append((options.oneLine(name), text.short(value))) }
    if let speed = record.metrics["tokensPerSecond"] {
      let words = { "\(text.short(speed.rounded())) tokens a second" }
      facts.append(("", options.plain ? words() : "\(self.speed(speed, text)) tokens/s"))
    }
    if isComplete || record.total <= 0 {
      facts.append((isComplete ? "in" : "", text.duration(record.seconds)))
    } else if record.done > 0 {
      let left = record.seconds / Double(record.done) * (Double(record.total) - Double(record.done))
      facts.append(("", "\(text.duration(left)) left"))
    }
    return facts
  }

  /// `180/300` and `60 %`, never more than has been done.
  static func standing(_ record: ProgressRecord, _ options: TextOptions) -> [String] {
    let units = options.plain ? "\(record.done) of \(record.total)" : "\(record.done)/\(record.total)"
    return [units, NumberText(options).percent((share(record) * 100).rounded(.down) / 100, decimals: 0)]
  }

  /// By name, the loss first; the speed is no measure of what is computed.
  static func metrics(_ record: ProgressRecord) -> [(name: String, value: Double)] {
    record.metrics.filter { $0.key != "tokensPerSecond" }.map { (name: $0.key, value: $0.value) }
      .sorted { ($0.name == "loss" ? 0 : 1, $0.name) < ($1.name == "loss" ? 0 : 1, $1.name) }
  }

  /// `6.6`, `950`, `41.2k`, `1.3M`
  static func speed(_ speed: Double, _ text: NumberText) -> String {
    if speed >= 1e6 { return text.short(speed / 1e6, digits: 3) + "M" }
    if speed >= 1e4 { return text.short(speed / 1e3, digits: 3) + "k" }
    return speed < 100 ? text.short(speed, digits: 2) : text.short(speed.rounded(), digits: 4)
  }

  private static func loss(_ history: ProgressHistory, _ options: TextOptions) -> StyledLine? {
    let losses = history.loss.points.map(\.y)
    guard losses.count > 1, let first = losses.first, let last = history.latest?.metrics["loss"] ?? losses.last else {
      return nil
    }
    let text = NumberText(options)
    let arrow = options.ascii ? "->" : "→"
    let figures = "  \(text.short(first)) \(arrow) \(text.short(last))"
    var line = StyledLine("loss ", PictureStyle.quiet)
    let room = options.width - 2 - line.displayWidth - figures.displayWidth
    line.append(Sparkline.text(losses, width: min(max(room, 1), 60), options), PictureStyle.accent)
    line.append(figures)
    return line
  }
}
