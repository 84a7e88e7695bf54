// Probabilities of outcomes as bars, such as what the next token may be.
import StepRecords

public enum DistributionPicture {
  /// Rows before the rest is summed up.
  static let maximumRows = 16

  public static func lines(for record: DistributionRecord, name: String, options: TextOptions) -> [StyledLine] {
    let text = NumberText(options)
    let outcomes = max(record.outcomes, record.probabilities.count)
    let header = PictureLayout.header(
      name: name, kind: "distribution",
      facts: [("", text.counted(outcomes, "outcome"))], options: options)
    guard !record.probabilities.isEmpty else { return header.fitted(options) }

    let shown = record.probabilities.prefix(maximumRows)
    let hidden = outcomes - shown.count
    var labels = shown.indices.map { TokenLabel.text(record.labels, at: $0, options) }
    var shares = Array(shown)
    if hidden > 0 {
      labels.append("\(options.ellipsis) \(text.count(hidden)) more")
      shares.append(max(0, 1 - shown.reduce(0) { $0 + ($1.isFinite ? $1 : 0) }))
    }
    let labelWidth = min(labels.map(\.displayWidth).max() ?? 0, max(options.width / 3, 8))
    let percents = shares.map { text.percent($0) }
    let percentWidth = percents.map(\.displayWidth).max() ?? 0
    let barWidth = options.width - 2 - labelWidth - 2 - percentWidth - 2
    let largest = shown.filter(\.isFinite).max() ?? 0

    let body = shares.indices.map { index -> StyledLine in
      let isRest = index == shown.count
      let style = isRest ? PictureStyle.quiet : PictureStyle.plain
      var line = StyledLine("  ")
      line.append(labels[index].truncated(to: labelWidth, ellipsis: options.ellipsis).padded(to: labelWidth), style)
      line.append("  " + percents[index].padded(to: percentWidth, .right) + "  ", style)
      // The rest is many outcomes, not one: it gets no bar to compare with theirs.
      if !isRest, largest > 0, shares[index].isFinite {
        line.append(Bar.text(shares[index] / largest, width: barWidth, options), PictureStyle.accent)
      }
      return line
    }
    return (header + body).fitted(options)
  }
}
