// A row token by token: what is read, what is learnt, what was cut.
import Experiments
import Rendering

enum ExamplePicture {
  private static let quiet = TextStyle(dim: true)
  private static let learnt = TextStyle(foreground: TextColor(46, 160, 67), bold: true)

  /// - Parameter most: lines for each part at most; nil for all.
  static func lines(_ view: ExampleView, most: Int? = nil, options: TextOptions) -> [StyledLine] {
    var lines = [StyledLine(view.summary, TextStyle(bold: true))]
    func add(_ name: String, _ tokens: [ExampleView.Token], _ style: TextStyle) {
      guard !tokens.isEmpty else { return }
      let wrapped = wrap(tokens, style, width: max(8, options.width - indent), options)
      let kept = most.map { Array(wrapped.prefix($0)) } ?? wrapped
      for (place, line) in kept.enumerated() {
        let head = (place == 0 ? name : "").padding(indent)
        lines.append(StyledLine(head, quiet) + line)
      }
      if kept.count < wrapped.count {
        lines.append(StyledLine("".padding(indent) + "and \(wrapped.count - kept.count) lines more", quiet))
      }
    }
    add("  cut", view.cut, quiet)
    var rest = view.tokens[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isLearnt == first.isLearnt }
      add(first.isLearnt ? "  learns" : "  reads", Array(run), first.isLearnt ? learnt : TextStyle())
      rest = rest.dropFirst(run.count)
    }
    return lines
  }

  private static let indent = 10

  /// A bar behind each token; spaces made visible, or said.
  private static func wrap(
    _ tokens: [ExampleView.Token], _ style: TextStyle, width: Int, _ options: TextOptions
  ) -> [StyledLine] {
    let (bar, space) = options.plain ? (", ", "space ") : options.ascii ? ("|", "_") : ("│", "␣")
    var lines = [StyledLine()]
    for token in tokens {
      let text = ExampleView.shown(token.text).replacing(" ", with: space)
      var piece = StyledLine(text, style)
      piece.append(bar, quiet)
      if lines[lines.count - 1].displayWidth + piece.displayWidth > width, !lines[lines.count - 1].spans.isEmpty {
        lines.append(StyledLine())
      }
      for span in piece.spans { lines[lines.count - 1].append(span.text, span.style) }
    }
    return lines.flatMap { $0.wrapped(to: width) }
  }
}

extension String {
  fileprivate func padding(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
