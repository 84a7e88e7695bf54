// Shares on several axes round a centre, a closed line for each series.
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

package enum RadarSVG {
  private static let radius = 130.0
  private static let width = 560.0

  /// nil for fewer than three axes, which enclose nothing.
  ///
  /// - Parameter series: a value from 0 to 1 for each axis; nil where there is none, which breaks the line.
  package static func picture(axes: [String], series: [(name: String, values: [Double?])], title: String) -> HTML? {
    guard axes.count >= 3 else { return nil }
    let legend = SeriesStyle.legend(series.map(\.name), left: 0, top: 0, width: width)
    let (centerX, centerY) = (width / 2, legend.height + radius + 34)
    func place(_ axis: Int, _ share: Double) -> (x: Double, y: Double) {
      let angle = 2 * Double.pi * Double(axis) / Double(axes.count) - .pi / 2
      return (centerX + cos(angle) * radius * share, centerY + sin(angle) * radius * share)
    }
    func points(_ places: [(x: Double, y: Double)]) -> String {
      places.map { "\(SVG.length($0.x)),\(SVG.length($0.y))" }.joined(separator: " ")
    }
    var children = legend.parts
    for share in [0.25, 0.5, 0.75, 1] {
      children.append(
        .element(
          "polygon", ["points": points(axes.indices.map { place($0, share) }), "fill": "none", "class": "grid"]))
      children.append(SVG.text("\(Int(share * 100))", x: centerX + 4, y: centerY - radius * share + 4, class: "axis"))
    }
    for (axis, name) in axes.enumerated() {
      let end = place(axis, 1)
      children.append(SVG.line(x1: centerX, y1: centerY, x2: end.x, y2: end.y, class: "grid"))
      let label = place(axis, 1.09)
      let side = label.x - centerX
      let anchor: SVG.Anchor = abs(side) < 8 ? .middle : side < 0 ? .end : .start
      children.append(
        SVG.text(name.truncated(to: 20), x: label.x, y: label.y + (label.y > centerY ? 8 : 0), anchor: anchor))
    }
    for (index, one) in series.enumerated() {
      let values = axes.indices.map { $0 < one.values.count ? one.values[$0] : nil }
      let places = values.enumerated().map { axis, value in value.map { place(axis, min(max($0, 0), 1)) } }
      // From each axis to the next, where both have a value.
      for axis in axes.indices {
        let next = (axis + 1) % axes.count
        guard let from = places[axis], let to = places[next] else { continue }
        children.append(
          .element(
            "polyline",
            [
              "points": points([from, to]), "fill": "none", "stroke": SeriesStyle.color(index), "stroke-width": "2",
              "stroke-dasharray": SeriesStyle.dash(index),
            ]))
      }
      for (axis, found) in places.enumerated() {
        guard let found, let value = values[axis] else { continue }
        let tip = "\(one.name), \(axes[axis]): \(percent(value))"
        children.append(SeriesStyle.mark(index, x: found.x, y: found.y, tip: tip))
      }
    }
    let words = series.map { one in
      let parts = zip(axes, one.values).compactMap { axis, value in value.map { "\(axis) \(percent($0))" } }
      return "\(one.name): \(parts.joined(separator: ", "))"
    }
    return SVG.picture(
      width: width, height: centerY + radius + 24, title: title, description: words.joined(separator: "; "), children)
  }

  private static func percent(_ share: Double) -> String { NumberText(TextOptions()).percent(share) }
}
