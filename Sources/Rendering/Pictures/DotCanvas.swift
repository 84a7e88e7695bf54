// A grid of dots in terminal cells: eight Braille dots a cell, or one sign a cell where curves must be told apart
// without colours.

struct DotCanvas {
  enum Dots {
    /// Two dots wide and four high in each cell.
    case braille
    /// One sign a cell, one of these for each curve in turn.
    case signs([Character])
  }

  /// Cells.
  let columns: Int
  let rows: Int
  private let dots: Dots
  private var masks: [UInt8]
  /// Which curve a cell shows; the last one drawn.
  private var owners: [Int?]

  init(columns: Int, rows: Int, dots: Dots) {
    self.columns = columns
    self.rows = rows
    self.dots = dots
    masks = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: nil, count: columns * rows)
  }

  /// Dots a cell has in each direction.
  private var density: (x: Int, y: Int) {
    if case .braille = dots { (2, 4) } else { (1, 1) }
  }

  /// A place from the left lower corner (0, 0) to the right upper corner (1, 1), as a dot counted from the left top.
  private func dot(x: Double, y: Double) -> (x: Int, y: Int) {
    let (width, height) = (columns * density.x, rows * density.y)
    return (
      Int((min(max(x, 0), 1) * Double(width - 1)).rounded()),
      Int(((1 - min(max(y, 0), 1)) * Double(height - 1)).rounded())
    )
  }

  /// A straight line between two places (Bresenham 1965); a place alone when both are the same.
  mutating func line(from start: (x: Double, y: Double), to end: (x: Double, y: Double), series: Int) {
    var (x, y) = dot(x: start.x, y: start.y)
    let (endX, endY) = dot(x: end.x, y: end.y)
    let (dx, dy) = (abs(endX - x), -abs(endY - y))
    let (stepX, stepY) = (x < endX ? 1 : -1, y < endY ? 1 : -1)
    var error = dx + dy
    while true {
      set(x, y, series: series)
      if x == endX && y == endY { return }
      let doubled = 2 * error
      if doubled >= dy {
        error += dy
        x += stepX
      }
      if doubled <= dx {
        error += dx
        y += stepY
      }
    }
  }

  private mutating func set(_ x: Int, _ y: Int, series: Int) {
    let cell = y / density.y * columns + x / density.x
    // Braille numbers its dots 1 2 3 7 down the left and 4 5 6 8 down the right.
    let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    masks[cell] |= bits[y % density.y][x % density.x]
    owners[cell] = series
  }

  func line(row: Int, style: (Int) -> TextStyle) -> StyledLine {
    var line = StyledLine()
    for cell in row * columns..<(row + 1) * columns {
      guard let owner = owners[cell] else {
        line.append(" ")
        continue
      }
      switch dots {
      case .braille:
        line.append(Unicode.Scalar(0x2800 + UInt32(masks[cell])).map { String(Character($0)) } ?? " ", style(owner))
      case .signs(let signs): line.append(String(signs[owner % signs.count]), style(owner))
      }
    }
    return line
  }
}
