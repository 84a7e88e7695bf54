// How far a long computation is: a bar, its figures, and the loss so far.
import StepRecords

public enum ProgressPicture {
  /// - Parameter history: the records of one name in order, the latest last; empty draws nothing.
  public static func lines(history: [ProgressRecord], name: String, options: TextOptions) -> [StyledLine] {
    guard let latest = history.last else { return [] }
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
      facts.append(("", "\(record.done)/\(record.total)"))
      let percent = (share(record) * 100).rounded(.down)
      facts.append(("", "\(text.fixed(percent, decimals: 0)) %"))
    } else {
      facts.append(("", "\(record.done) done"))
    }
    let names = record.metrics.keys.sorted { ($0 == "loss" ? 0 : 1, $0) < ($1 == "loss" ? 0 : 1, $1) }
    for name in names where name != "tokensPerSecond" {
      facts.append((options.oneLine(name), text.short(record.metrics[name] ?? .nan)))
    }
    if let speed = record.metrics["tokensPerSecond"] {
      facts.append(("", "\(rate(speed, text)) tokens/s"))
    }
    if isComplete || record.total <= 0 {
      facts.append((isComplete ? "in" : "", text.duration(record.seconds)))
    } else if record.done > 0 {
      let left = record.seconds / Double(record.done) * (Double(record.total) - Double(record.done))
      facts.append(("", "\(text.duration(left)) left"))
    }
    return facts
  }

  /// `950`, `41.2k`, `1.3M`
  private static func rate(_ speed: Double, _ text: NumberText) -> String {
    if speed >= 1e6 { return text.short(speed / 1e6, digits: 3) + "M" }
    return speed >= 1e4 ? text.short(speed / 1e3, digits: 3) + "k" : text.short(speed.rounded(), digits: 4)
  }

  private static func loss(_ history: [ProgressRecord], _ options: TextOptions) -> StyledLine? {
    let losses = history.compactMap { $0.metrics["loss"] }
    guard losses.count > 1, let first = losses.first, let last = losses.last else { return nil }
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
