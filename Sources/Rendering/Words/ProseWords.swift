// A lesson's prose for those who listen: what marks, bars and indentation tell the eye is said. Leaves out rules between
// sections, which say nothing.
import LessonDocuments

struct ProseWords {
  let options: TextOptions

  /// Blocks that follow each other, an empty line between two.
  func lines(for nodes: [MarkdownNode]) -> [StyledLine] {
    var lines: [StyledLine] = []
    for node in nodes.flatMap({ $0.kind == .document ? $0.children : [$0] }) where !node.isComment {
      let block = paragraphs(node, depth: 0, listDepth: 0).flatMap { $0.wrapped(to: options.width) }
      if !lines.isEmpty, !block.isEmpty { lines.append(StyledLine()) }
      lines += block
    }
    return lines
  }

  /// Lines that are not wrapped yet.
  private func paragraphs(_ node: MarkdownNode, depth: Int, listDepth: Int) -> [StyledLine] {
    guard depth < MarkdownNode.maximumDepth else { return [StyledLine(options.oneLine(node.plainText))] }
    func inside(_ node: MarkdownNode, listDepth: Int) -> [StyledLine] {
      node.children.filter { !$0.isComment }.flatMap { paragraphs($0, depth: depth + 1, listDepth: listDepth) }
    }
    switch node.kind {
    case .document, .listItem: return inside(node, listDepth: listDepth)
    case .heading(let level):
      return beginning("Heading \(level): ", InlinePicture(node.children, options: options).lines)
    case .blockQuote:
      let quoted = inside(node, listDepth: listDepth)
      return beginning("Quote: ", quoted) + (quoted.count > 1 ? [StyledLine("End of quote.")] : [])
    case .list(let style, _):
      let items = node.children.filter { !$0.isComment }
      return items.enumerated().flatMap { index, item -> [StyledLine] in
        let inner = listDepth > 0 ? "Inner item" : "Item"
        let mark =
          switch style {
          case .bullet: "\(inner) \(index + 1) of \(items.count): "
          case .ordered(let start): listDepth > 0 ? "\(inner) \(start + index): " : "\(start + index). "
          }
        return beginning(mark, inside(item, listDepth: listDepth + 1))
      }
    case .codeBlock(let info, let literal):
      let isSwift = info?.split(separator: " ").first == "swift"
      let code =
        isSwift ? CodePicture.lines(for: literal, options: options) : CodePicture.plainLines(literal, options: options)
      return [StyledLine("Code:")] + code + [StyledLine("End of code.")]
    case .htmlBlock(let html): return options.lines(of: html.withoutComments).map { StyledLine($0) }
    case .thematicBreak: return []
    case .paragraph: return InlinePicture(node.children, options: options).lines
    default: return InlinePicture([node], options: options).lines
    }
  }

  private func beginning(_ mark: String, _ lines: [StyledLine]) -> [StyledLine] {
    guard let first = lines.first else { return [StyledLine(mark)] }
    return [StyledLine(mark) + first] + lines.dropFirst()
  }
}
