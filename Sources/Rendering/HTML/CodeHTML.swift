// Swift source in colours, line by line.

package enum CodeHTML {
  /// - Parameter firstLine: the number of the first line; nil draws no numbers.
  package static func html(for source: String, firstLine: Int? = nil) -> HTML {
    var lines: [[HTML]] = [[]]
    for piece in SwiftHighlighting.pieces(of: source) {
      for (index, text) in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append([]) }
        guard !text.isEmpty else { continue }
        let html = HTML.text(String(text))
        lines[lines.count - 1].append(
          piece.role == .plain ? html : .element("span", ["class": piece.role.rawValue], [html]))
      }
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    guard let firstLine else {
      return .element("pre", [:], [.element("code", [:], [lines.map { $0.joined() }.joined("\n")])])
    }
    let numbered = lines.map { HTML.element("span", ["class": "line"], $0) }
    return .element(
      "pre", ["class": "numbered", "style": "counter-reset:line \(firstLine - 1)"], [.element("code", [:], numbered)])
  }
}
