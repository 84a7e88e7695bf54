// Probabilities of outcomes as bars, such as what the next token may be.
import StepRecords

public enum DistributionPicture {
  /// Rows before the rest is summed up.
  static let maximumRows = 16

  public static func lines(for record: DistributionRecord, name: String, options: TextOptions) -> [StyledLine] {
    lines(for: record, name: name, rows: maximumRows, options: options)
  }

  /// - Parameter most: rows before the rest is summed up.
  static func lines(
    for record: DistributionRecord, name: String, rows most: Int, options: TextOptions
  ) -> [StyledLine] {
    let text = NumberText(options)
    let header = PictureLayout.header(
      name: name, kind: "distribution", facts: [("", text.counted(outcomes(record), "outcome"))], options: options)
    let shown = record.probabilities.prefix(most)
    let largest = shown.filter(\.isFinite).max() ?? 0
    var rows = shown.indices.map { index in
      Bar.Row(
        label: TokenLabel.text(record.labels, at: index, options), number: text.percent(shown[index]),
        share: largest > 0 && shown[index].isFinite ? shown[index] / largest : nil)
    }
    if let rest = rest(record, shown: shown.count) {
      // The rest is many outcomes, not one: it gets no bar to compare with theirs.
      rows.append(
        Bar.Row(
          label: "\(options.ellipsis) \(text.count(rest.outcomes)) more", number: text.percent(rest.share),
          style: PictureStyle.quiet))
    }
    return (header + Bar.chart(rows, options)).fitted(options)
  }

  static func outcomes(_ record: DistributionRecord) -> Int { max(record.outcomes, record.probabilities.count) }

  /// The outcomes behind the first `shown`, and what is left for them; nil if there are none, or none were shown.
  static func rest(_ record: DistributionRecord, shown: Int) -> (outcomes: Int, share: Double)? {
    let hidden = outcomes(record) - shown
    guard hidden > 0, shown > 0 else { return nil }
    let taken = record.probabilities.prefix(shown).reduce(0) { $0 + ($1.isFinite ? $1 : 0) }
    return (hidden, max(0, 1 - taken))
  }
}
