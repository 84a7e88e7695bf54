// How several series of one SVG picture are told apart: by colour, and by a form for those who see none.

enum SeriesStyle {
  /// Readable on light and on dark paper.
  private static let colors = ["#0a78d1", "#c26a00", "#008a5e", "#c2539a", "#5f7f9f", "#a35200"]
  private static let dashes = [nil, "6 3", "2 3", "9 3 2 3", "4 4", "1 4"] as [String?]

  static func color(_ index: Int) -> String { colors[index % colors.count] }

  static func dash(_ index: Int) -> String? { dashes[index % dashes.count] }

  /// Disc, square, triangle, diamond.
  static func mark(_ index: Int, x: Double, y: Double, tip: String? = nil) -> HTML {
    let title = tip.map { [HTML.element("title", text: $0)] } ?? []
    let fill = color(index)
    func polygon(_ points: [(Double, Double)]) -> HTML {
      let text = points.map { "\(SVG.length(x + $0)),\(SVG.length(y + $1))" }.joined(separator: " ")
      return .element("polygon", ["points": text, "fill": fill], title)
    }
    return switch index % 4 {
    case 0: .element("circle", ["cx": SVG.length(x), "cy": SVG.length(y), "r": "4", "fill": fill], title)
    case 1: polygon([(-3.5, -3.5), (3.5, -3.5), (3.5, 3.5), (-3.5, 3.5)])
    case 2: polygon([(0, -5), (4.5, 3.5), (-4.5, 3.5)])
    default: polygon([(0, -5), (5, 0), (0, 5), (-5, 0)])
    }
  }

  /// Names with their marks, in as many rows as they need.
  ///
  /// - Returns: the legend and its height.
  static func legend(_ names: [String], left: Double, top: Double, width: Double) -> (parts: [HTML], height: Double) {
    var (parts, x, y) = ([HTML](), left, top + 10)
    for (index, name) in names.enumerated() {
      let shown = name.truncated(to: 40)
      let needed = SVG.width(of: shown) + 34
      if x > left, x + needed > left + width { (x, y) = (left, y + 18) }
      parts.append(mark(index, x: x + 5, y: y))
      parts.append(SVG.text(shown, x: x + 15, y: y + 4))
      x += needed
    }
    return (parts, names.isEmpty ? 0 : y + 12 - top)
  }
}
