// How a number looks as a cell of a map: a background colour, or a shade when there are not enough colours.

/// From the smallest to the largest value of a map. Signed values are symmetric round zero.
struct ShadeScale {
  let lower: Double
  let upper: Double
  let isSigned: Bool
  /// Shares of one: the legend writes them as percent.
  private let areShares: Bool
  private let options: TextOptions

  /// Over the finite values; not finite values are signs of their own, see `span`.
  init(values: some Sequence<Double>, options: TextOptions) {
    var (smallest, largest) = (Double.infinity, -Double.infinity)
    for value in values where value.isFinite {
      smallest = min(smallest, value)
      largest = max(largest, value)
    }
    if smallest > largest { (smallest, largest) = (0, 0) }
    self.init(lower: smallest, upper: largest, options: options)
  }

  init(lower: Double, upper: Double, areShares: Bool = false, options: TextOptions) {
    isSigned = lower < 0
    let magnitude = max(abs(lower), abs(upper))
    self.lower = isSigned ? -magnitude : lower
    self.upper = isSigned ? magnitude : upper
    self.areShares = areShares
    self.options = options
  }

  /// −1…1 for signed scales, else 0…1; the middle when all values are equal.
  func position(_ value: Double) -> Double {
    if isSigned { return upper > 0 ? value / upper : 0 }
    return upper > lower ? (value / 2 - lower / 2) / (upper / 2 - lower / 2) : 0.5
  }

  /// A cell of `width` columns, with `label` at its right if there is one; a label needs two columns more than its own.
  func span(_ value: Double, width: Int, label: String = "") -> StyledSpan {
    if !value.isFinite {
      return StyledSpan(sign(of: value, width: width).padded(to: width, .right), PictureStyle.warning)
    }
    let position = position(value)
    if options.color == .twoHundredFiftySix {
      let color = isSigned ? Palette.terminalDiverging(position) : Palette.terminalSequential(position)
      let text = label.isEmpty ? "" : label + " "
      return StyledSpan(
        text.padded(to: width, .right), TextStyle(foreground: color.readableInk, background: color))
    }
    let glyph = glyph(position)
    var style = TextStyle()
    if options.color == .sixteen, isSigned {
      style.foreground = position < 0 ? TextColor(92, 92, 255) : TextColor(205, 0, 0)
    }
    if !label.isEmpty { return StyledSpan((glyph + label).padded(to: width, .right), style) }
    let isNegative = isSigned && position < 0 && glyph != " "
    let first = isNegative && width > 1 ? (options.ascii ? "-" : "−") : glyph
    return StyledSpan(first + String(repeating: glyph, count: width - 1), style)
  }

  /// Smallest, the steps between, largest.
  func legend(width: Int) -> StyledLine {
    guard upper > lower else { return StyledLine("all \(text(lower))") }
    var line = StyledLine(text(lower) + " ")
    let cellWidth = usesBackground && !isSigned ? 1 : 2
    // As many steps as leave room for both numbers.
    let room = width - 2 - text(lower).displayWidth - text(upper).displayWidth - 2
    let cells = [12, 6, 4].first { ($0 + 1) * cellWidth <= room && ($0 < 12 || width >= 40) } ?? 2
    for step in 0...cells {
      let share = Double(step) / Double(cells)
      line.spans.append(span(lower * (1 - share) + upper * share, width: cellWidth))
    }
    line.append(" " + text(upper))
    return line
  }

  func text(_ value: Double) -> String {
    areShares ? NumberText(options).percent(value, decimals: 0) : NumberText(options).short(value, digits: 3)
  }

  var usesBackground: Bool { options.color == .twoHundredFiftySix }

  /// Whether a cell needs two columns, since the sign takes one.
  var needsTwoColumns: Bool { isSigned && !usesBackground }

  private func glyph(_ position: Double) -> String {
    let glyphs = Array(options.ascii ? " :=+*#%@" : " ░▒▓█")
    guard abs(position) >= Self.visibleShare else { return " " }
    let index = (abs(position) * Double(glyphs.count - 1)).rounded(.up)
    return String(glyphs[Int(min(index, Double(glyphs.count - 1)))])
  }

  /// Smaller positions stay empty; the others share the glyphs evenly.
  private static let visibleShare = 0.05

  private func sign(of value: Double, width: Int) -> String {
    if value.isNaN { return options.ascii ? "?" : "×" }
    if width < 2 { return options.ascii ? "!" : "∞" }
    return (value < 0 ? (options.ascii ? "-" : "−") : "+") + (options.ascii ? "i" : "∞")
  }

  /// What the signs for values that are not finite mean; nil if `values` holds none.
  func notFiniteLegend(_ values: some Sequence<Double>) -> String? {
    var kinds: Set<String> = []
    for value in values where !value.isFinite {
      kinds.insert(
        sign(of: value, width: 2) + " "
          + (value.isNaN ? "not a number" : value < 0 ? "minus infinity" : "infinity"))
    }
    return kinds.isEmpty ? nil : kinds.sorted().joined(separator: ", ")
  }
}
