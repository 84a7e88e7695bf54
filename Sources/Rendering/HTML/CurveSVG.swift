// Points joined to a curve, over a grid with numbers.

enum CurveSVG {
  private static let height = 220.0
  private static let bottom = 28.0
  private static let top = 8.0

  /// nil if no point can be drawn. A point that is not finite breaks the curve.
  ///
  /// - Parameter points: in ascending order of whole `x`.
  static func picture(of points: [LineSeries.Point], title: String, description: String) -> HTML? {
    let finite = points.filter(\.y.isFinite)
    guard let lowest = finite.map(\.y).min(), let highest = finite.map(\.y).max(), let last = points.last else {
      return nil
    }
    let y = AxisTicks(lowest, highest, count: 5)
    let x = AxisTicks(0, max(last.x, 1), count: 8, whole: true, widens: false)
    let numbers = NumberText(TextOptions())
    let labels = y.values.map { y.label($0, numbers) }
    let left = (labels.map { SVG.width(of: $0) }.max() ?? 0) + 8
    let right = SVG.fullWidth - 12
    func across(_ value: Double) -> Double { left + x.position(value) * (right - left) }
    func down(_ value: Double) -> Double { top + (1 - y.position(value)) * (height - bottom - top) }

    var children: [HTML] = []
    for (value, label) in zip(y.values, labels) {
      children.append(SVG.line(x1: left, y1: down(value), x2: right, y2: down(value), class: "grid"))
      children.append(SVG.text(label, x: left - 6, y: down(value) + 4, anchor: .end, class: "axis"))
    }
    for value in x.values {
      let label = x.label(value, numbers)
      let center = min(across(value), SVG.fullWidth - SVG.width(of: label) / 2)
      children.append(SVG.text(label, x: center, y: height - 8, anchor: .middle, class: "axis"))
    }
    for piece in points.split(whereSeparator: { !$0.y.isFinite }) {
      guard piece.count > 1 else {
        for point in piece {
          children.append(
            .element(
              "circle",
              ["cx": SVG.length(across(point.x)), "cy": SVG.length(down(point.y)), "r": "3", "class": "dot"]))
        }
        continue
      }
      let places = piece.map { "\(SVG.length(across($0.x))),\(SVG.length(down($0.y)))" }
      children.append(.element("polyline", ["points": places.joined(separator: " "), "class": "curve"]))
    }
    return SVG.picture(width: SVG.fullWidth, height: height, title: title, description: description, children)
  }
}
