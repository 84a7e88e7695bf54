// Markdown: its text without marks.
import DocumentReading
import MarkdownTrees

/// Reads CommonMark through libcmark, and tables as GitHub writes them, which CommonMark takes for paragraphs.
struct MarkdownReader {
  private var page = PageBuilder()

  static func page(_ text: String) -> DocumentPage {
    var reader = MarkdownReader()
    let lines = SourceLines(Array(text.utf8))
    let document = MarkdownNode.parse(lines, from: firstLine(of: lines)).document
    for node in document.children { reader.add(node, as: .paragraph) }
    return reader.page.page
  }

  /// Behind the front matter, if the file begins with one.
  private static func firstLine(of lines: SourceLines) -> Int {
    guard lines.text(line: 1) == "---", lines.count > 1 else { return 1 }
    let end = (2...lines.count).first { ["---", "..."].contains(lines.text(line: $0)) }
    return end.map { $0 + 1 } ?? 1
  }

  /// Nesting is bounded by the parser.
  private mutating func add(_ node: MarkdownNode, as kind: TextBlock.Kind) {
    switch node.kind {
    case .heading(let level): page.add(.heading(level: level), Self.text(of: node.children))
    case .paragraph:
      let text = Self.text(of: node.children)
      if let rows = PipeTable(text) { addTable(rows) } else { page.add(kind, text.joiningLines) }
    case .codeBlock(_, let literal): page.add(.code, literal)
    case .listItem: for child in node.children { add(child, as: .listItem) }
    case .document, .blockQuote, .list: for child in node.children { add(child, as: kind) }
    default: break
    }
  }

  private mutating func addTable(_ table: PipeTable) {
    for row in table.rows { page.add(.tableRow, TableText.line(row, columns: table.columns)) }
  }

  /// Line breaks that the author asked for are U+2028 until paragraphs are joined: others become spaces.
  private static func text(of nodes: [MarkdownNode]) -> String {
    nodes.map { node in
      switch node.kind {
      case .text(let text), .code(let text): text
      case .softBreak: "\n"
      case .lineBreak: "\u{2028}"
      case .htmlInline: ""
      default: text(of: node.children)
      }
    }.joined()
  }
}

extension String {
  fileprivate var joiningLines: String {
    String(map { $0 == "\n" ? " " : $0 == "\u{2028}" ? "\n" : $0 })
  }
}

/// `| a | b |`, a row of dashes, and rows.
struct PipeTable {
  let columns: [String]
  let rows: [[String]]

  /// - Parameter text: a paragraph with its line breaks.
  init?(_ text: String) {
    let lines = text.split(separator: "\n")
    guard lines.count >= 2, lines[0].contains("|"), lines[1].contains("-"), lines[1].contains("|"),
      lines[1].allSatisfy({ "|:- ".contains($0) })
    else { return nil }
    columns = Self.cells(lines[0])
    rows = lines.dropFirst(2).map(Self.cells)
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    if cells.first?.allSatisfy(\.isWhitespace) == true { cells.removeFirst() }
    if cells.last?.allSatisfy(\.isWhitespace) == true { cells.removeLast() }
    return cells
  }
}
