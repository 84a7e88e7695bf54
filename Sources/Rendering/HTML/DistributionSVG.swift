// Probabilities of outcomes as bars with their labels and percentages.
import StepRecords

enum DistributionSVG {
  private static let rowHeight = 22.0

  /// nil if there is nothing to draw.
  static func picture(for record: DistributionRecord, title: String) -> HTML? {
    let shown = record.probabilities.prefix(DistributionPicture.maximumRows)
    guard !shown.isEmpty else { return nil }
    let numbers = NumberText(TextOptions())
    let hidden = max(record.outcomes, record.probabilities.count) - shown.count
    let labels = shown.indices.map { TokenLabel.text(record.labels, at: $0, TextOptions()).truncated(to: 28) }
    let percents = shown.map { numbers.percent($0) }
    let labelWidth = (labels.map { SVG.width(of: $0) }.max() ?? 0) + 8
    let percentWidth = (percents.map { SVG.width(of: $0) }.max() ?? 0) + 10
    let start = labelWidth + percentWidth
    let largest = shown.filter(\.isFinite).max() ?? 0

    var children: [HTML] = []
    for index in shown.indices {
      let y = Double(index) * rowHeight
      children.append(SVG.text(labels[index], x: 0, y: y + 15))
      children.append(SVG.text(percents[index], x: start - 8, y: y + 15, anchor: .end, class: "axis"))
      guard largest > 0, shown[index].isFinite, shown[index] > 0 else { continue }
      let width = max(shown[index] / largest * (SVG.fullWidth - start), 1)
      children.append(SVG.rectangle(x: start, y: y + 4, width: width, height: rowHeight - 8, class: "bar"))
    }
    var rows = shown.count
    if hidden > 0 {
      let rest = max(0, 1 - shown.reduce(0) { $0 + ($1.isFinite ? $1 : 0) })
      let text = "… \(numbers.count(hidden)) more, \(numbers.percent(rest)) together"
      children.append(SVG.text(text, x: 0, y: Double(rows) * rowHeight + 15, class: "axis"))
      rows += 1
    }
    let words = zip(labels, percents).map { "\($0): \($1)" }.joined(separator: ", ")
    return SVG.picture(
      width: SVG.fullWidth, height: Double(rows) * rowHeight, title: title, description: words, children)
  }
}
