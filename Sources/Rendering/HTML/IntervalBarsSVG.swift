// Bars with their intervals, one for each model, below each other.

package enum IntervalBarsSVG {
  /// A number with the ends of its interval.
  package struct Bar {
    package var name: String
    package var value, low, high: Double
    /// What stands at the end, such as the rank.
    package var note: String

    package init(name: String, value: Double, low: Double, high: Double, note: String = "") {
      self.name = name
      (self.value, self.low, self.high) = (value, low, high)
      self.note = note
    }
  }

  private static let rowHeight = 26.0
  private static let axisHeight = 24.0

  /// nil if there is no finite number.
  ///
  /// - Parameter range: what the axis shows at least, such as 0 to 1.
  package static func picture(_ bars: [Bar], range: ClosedRange<Double>? = nil, title: String) -> HTML? {
    let numbers = NumberText(TextOptions())
    let finite = bars.flatMap { [$0.value, $0.low, $0.high] }.filter(\.isFinite)
    guard let lowest = finite.min(), let highest = finite.max() else { return nil }
    let axis = AxisTicks(
      min(lowest, range?.lowerBound ?? 0), max(highest, range?.upperBound ?? 0), count: 6,
      widens: range.map { !$0.contains(lowest) || !$0.contains(highest) } ?? true)
    let names = bars.map { $0.name.truncated(to: 28) }
    let left = (names.map { SVG.width(of: $0) }.max() ?? 0) + 10
    let right = SVG.fullWidth - (bars.map { SVG.width(of: $0.note) }.max() ?? 0) - 14
    func across(_ value: Double) -> Double { left + min(max(axis.position(value), 0), 1) * (right - left) }
    let bottom = Double(bars.count) * rowHeight
    var children = axis.values.flatMap { value in
      [
        SVG.line(x1: across(value), y1: 0, x2: across(value), y2: bottom, class: "grid"),
        SVG.text(axis.label(value, numbers), x: across(value), y: bottom + 16, anchor: .middle, class: "axis"),
      ]
    }
    for (index, bar) in bars.enumerated() {
      let middle = (Double(index) + 0.5) * rowHeight
      children.append(SVG.text(names[index], x: 0, y: middle + 4))
      guard bar.value.isFinite else {
        children.append(SVG.text("no number", x: left + 4, y: middle + 4, class: "axis"))
        continue
      }
      let (from, to) = (across(max(0, axis.range.lowerBound)), across(bar.value))
      let tip = "\(bar.name): \(words(bar))"
      children.append(
        SVG.rectangle(
          x: min(from, to), y: middle - 7, width: max(abs(to - from), 1), height: 14, class: "bar", tip: tip))
      if bar.low.isFinite, bar.high.isFinite {
        let (low, high) = (across(bar.low), across(bar.high))
        children.append(SVG.line(x1: low, y1: middle, x2: high, y2: middle, class: "whisker"))
        children += [low, high].map { SVG.line(x1: $0, y1: middle - 5, x2: $0, y2: middle + 5, class: "whisker") }
      }
      children.append(SVG.text(bar.note, x: right + 10, y: middle + 4, class: "axis"))
    }
    return SVG.picture(
      width: SVG.fullWidth, height: bottom + axisHeight, title: title,
      description: bars.map { "\($0.name): \(words($0))" }.joined(separator: "; "), children)
  }

  private static func words(_ bar: Bar) -> String {
    let numbers = NumberText(TextOptions())
    return "\(numbers.short(bar.value)) (\(numbers.short(bar.low)) to \(numbers.short(bar.high)))"
      + (bar.note.isEmpty ? "" : ", \(bar.note)")
  }
}
