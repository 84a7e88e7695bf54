// A tree as text, to look at and to compare with: one node a line, children indented, with positions.

extension MarkdownNode: CustomDebugStringConvertible {
  public var debugDescription: String { dump() }

  /// ```
  /// document 1:1-3:6
  ///   heading 1 1:1-1:7
  ///     text "Ferry" 1:3-1:7
  /// ```
  ///
  /// - Parameter withPositions: whether each node says where it stands; `?` where that is not known.
  public func dump(withPositions: Bool = true) -> String {
    dumpLines(withPositions: withPositions).joined(separator: "\n") + "\n"
  }

  private func dumpLines(withPositions: Bool) -> [String] {
    let place = withPositions ? " " + (range.map(\.description) ?? "?") : ""
    return [kind.dump + place] + children.flatMap { $0.dumpLines(withPositions: withPositions) }.map { "  " + $0 }
  }
}

extension MarkdownNode.Kind {
  fileprivate var dump: String {
    switch self {
    case .document: "document"
    case .heading(let level): "heading \(level)"
    case .paragraph: "paragraph"
    case .blockQuote: "quote"
    case .list(.bullet, let isTight): "list\(isTight ? " tight" : "")"
    case .list(.ordered(let start), let isTight): "list from \(start)\(isTight ? " tight" : "")"
    case .listItem: "item"
    case .codeBlock(let info?, let literal): "fence \(info.debugDescription) \(literal.debugDescription)"
    case .codeBlock(nil, let literal): "indented code \(literal.debugDescription)"
    case .htmlBlock(let html): "html \(html.debugDescription)"
    case .thematicBreak: "break"
    case .text(let text): "text \(text.debugDescription)"
    case .softBreak: "soft break"
    case .lineBreak: "line break"
    case .code(let code): "code \(code.debugDescription)"
    case .htmlInline(let html): "inline html \(html.debugDescription)"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .link(let destination, let title): "link \(destination.debugDescription) \(title.debugDescription)"
    case .image(let source, let title): "image \(source.debugDescription) \(title.debugDescription)"
    }
  }
}

extension SourcePosition: CustomStringConvertible {
  /// `line:column`
  public var description: String { "\(line):\(column)" }
}

extension SourceRange: CustomStringConvertible {
  /// `line:column-line:column`
  public var description: String { "\(start)-\(end)" }
}
