// A page's text as it grows, block by block, for formats that say what their blocks are.
import DocumentReading

/// Puts blocks below each other: an empty line between them, a line's end between items of a list and rows of a table.
struct PageBuilder {
  private var text = String.UnicodeScalarView()
  private var count = 0
  private var blocks: [TextBlock] = []

  /// Adds a block without the white space at its ends; nothing if there is nothing else.
  mutating func add(_ kind: TextBlock.Kind, _ content: some StringProtocol) {
    let scalars = content.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return }
    if let before = blocks.last?.kind {
      let isClose = before == kind && (kind == .listItem || kind == .tableRow)
      text.append(contentsOf: (isClose ? "\n" : "\n\n").unicodeScalars)
      count += isClose ? 1 : 2
    }
    // Indentation of code belongs to it.
    let start =
      kind == .code ? scalars[..<first].lastIndex(of: "\n").map(scalars.index(after:)) ?? scalars.startIndex : first
    let kept = scalars[start...last]
    let begin = count
    for scalar in kept {
      text.append(scalar)
      count += 1
    }
    blocks.append(TextBlock(kind, begin..<count))
  }

  var hasHeading: Bool { blocks.contains { if case .heading = $0.kind { true } else { false } } }

  var page: DocumentPage { DocumentPage(number: 1, text: String(text), blocks: blocks) }
}
