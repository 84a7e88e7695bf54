// The frame around what a step shows. Its label says in words what its colour says.

struct SlideFrame {
  let label: String
  let style: TextStyle
  /// What stands in it when there is nothing else.
  let emptyText: String
  private let options: TextOptions

  /// Columns that the frame itself takes.
  static let columns = 4

  init(_ standing: SlideOutput.Standing, options: TextOptions) {
    self.options = options
    (label, style, emptyText) =
      switch standing {
      case .waiting: ("not run yet", PictureStyle.quiet, "")
      case .running: ("running", PictureStyle.accent, "")
      case .ended: ("output", PictureStyle.accent, "(nothing to show)")
      case .failed: ("failed", PictureStyle.failure, "")
      case .notRun: ("not run", PictureStyle.failure, "")
      case .rehearsed: ("rehearsed output", PictureStyle.warning, "(nothing to show)")
      }
  }

  /// - Parameter width: of the lines; none is wider.
  func around(_ lines: [StyledLine], width: Int) -> [StyledLine] {
    let dash = options.ascii ? "-" : "─"
    let side = options.ascii ? "|" : "│"
    let corners = options.ascii ? ["+", "+", "+", "+"] : ["╭", "╮", "╰", "╯"]
    let label = " \(label) "
    let rest = max(width + 2 - 1 - label.displayWidth, 0)
    let top =
      StyledLine(corners[0] + dash, style) + StyledLine(label, style.inBold)
      + StyledLine(String(repeating: dash, count: rest) + corners[1], style)
    let bottom = StyledLine(corners[2] + String(repeating: dash, count: width + 2) + corners[3], style)
    let body = lines.map { line in
      StyledLine(side + " ", style) + line.truncated(to: width, ellipsis: options.ellipsis).padded(to: width)
        + StyledLine(" " + side, style)
    }
    return [top] + body + [bottom]
  }
}

extension TextStyle {
  fileprivate var inBold: TextStyle {
    var style = self
    style.isBold = true
    style.isDim = false
    return style
  }
}
