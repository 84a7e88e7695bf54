// How often what is said to be so sure is right: points of confidence and accuracy, against the line where both agree.

package enum ReliabilitySVG {
  /// Items of about one confidence.
  package struct Point {
    package var confidence, accuracy, low, high: Double
    package var count: Int

    package init(confidence: Double, accuracy: Double, low: Double, high: Double, count: Int) {
      (self.confidence, self.accuracy, self.low, self.high) = (confidence, accuracy, low, high)
      self.count = count
    }
  }

  private static let side = 260.0
  private static let left = 40.0
  private static let columns = 46.0
  private static let bottom = 40.0

  /// The diagram, and below it how many items stand at each confidence. nil without a point.
  package static func picture(_ points: [Point], title: String) -> HTML? {
    guard let most = points.map(\.count).max(), most > 0 else { return nil }
    let numbers = NumberText(TextOptions())
    func across(_ share: Double) -> Double { left + min(max(share, 0), 1) * side }
    func down(_ share: Double) -> Double { 8 + (1 - min(max(share, 0), 1)) * side }
    var children: [HTML] = []
    for share in stride(from: 0.0, through: 1, by: 0.25) {
      let label = numbers.fixed(share * 100, decimals: 0)
      children += [
        SVG.line(x1: across(0), y1: down(share), x2: across(1), y2: down(share), class: "grid"),
        SVG.line(x1: across(share), y1: down(0), x2: across(share), y2: down(1), class: "grid"),
        SVG.text(label, x: left - 6, y: down(share) + 4, anchor: .end, class: "axis"),
        SVG.text(label, x: across(share), y: down(0) + columns + 22, anchor: .middle, class: "axis"),
      ]
    }
    children.append(SVG.line(x1: across(0), y1: down(0), x2: across(1), y2: down(1), class: "diagonal"))
    for point in points {
      let (x, base) = (across(point.confidence), down(0) + columns + 6)
      let height = max(1, Double(point.count) / Double(most) * (columns - 6))
      children.append(
        SVG.rectangle(
          x: x - 5, y: base - height, width: 10, height: height, class: "bar", tip: numbers.counted(point.count, "item")
        ))
      children.append(SVG.line(x1: x, y1: down(point.low), x2: x, y2: down(point.high), class: "whisker"))
      children += [point.low, point.high].map {
        SVG.line(x1: x - 4, y1: down($0), x2: x + 4, y2: down($0), class: "whisker")
      }
    }
    let line = points.map { "\(SVG.length(across($0.confidence))),\(SVG.length(down($0.accuracy)))" }
    children.append(.element("polyline", ["points": line.joined(separator: " "), "class": "curve"]))
    children += points.map { point in
      SeriesStyle.mark(0, x: across(point.confidence), y: down(point.accuracy), tip: words(point))
    }
    let height = down(0) + columns + bottom
    children.append(SVG.text("said to be sure, %", x: across(0.5), y: height - 4, anchor: .middle, class: "axis"))
    children.append(SVG.text("right, %", x: 9, y: down(0.5), anchor: .middle, class: "axis", turned: true))
    return SVG.picture(
      width: left + side + 16, height: height, title: title,
      description: points.map(words).joined(separator: "; "), children)
  }

  private static func words(_ point: Point) -> String {
    let numbers = NumberText(TextOptions())
    return "\(numbers.counted(point.count, "item")) said to be \(numbers.percent(point.confidence, decimals: 0)) sure, "
      + "\(numbers.percent(point.accuracy, decimals: 0)) right"
  }
}
