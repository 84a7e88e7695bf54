// Word's .docx: a zip file with XML in it (ECMA-376, WordprocessingML).
import DocumentReading

/// Reads the text of a document's body: paragraphs, headings by their style, lists, tables row by row. Headers, footers and
/// comments are left out, and what was deleted while changes were tracked.
struct WordReader {
  private var page = PageBuilder()
  private let styles: WordStyles

  static func page(_ bytes: [UInt8]) throws(DocumentError) -> DocumentPage {
    // What Office wraps a document into that has a password, and what .doc was before.
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw DocumentError(.needsPassword) }
    let entries = try ZipEntries.read(bytes, wanted: ["word/document.xml", "word/styles.xml"])
    guard let source = entries["word/document.xml"] else {
      throw DocumentError(.damaged(reason: "it is a zip file without word/document.xml, so no Word document"))
    }
    guard let tree = XMLTree(xml: source), let body = tree.root?.first("body") else {
      throw DocumentError(.damaged(reason: "its word/document.xml is no whole XML"))
    }
    var reader = WordReader(styles: WordStyles(entries["word/styles.xml"]))
    reader.add(body)
    return reader.page.page
  }

  private init(styles: WordStyles) { self.styles = styles }

  private mutating func add(_ container: XMLElement) {
    for element in container.elements {
      switch element.name {
      case "p": addParagraph(element)
      case "tbl": addTable(element)
      // A content control, and what was inserted while changes were tracked.
      case "sdt": if let content = element.first("sdtContent") { add(content) }
      case "ins", "moveTo", "customXml", "smartTag": add(element)
      default: break
      }
    }
  }

  private mutating func addParagraph(_ paragraph: XMLElement) {
    let properties = paragraph.first("pPr")
    var run = WordText()
    run.add(paragraph)
    page.add(kind(properties), run.text)
    // Text boxes stand beside the paragraph that they are tied to.
    for box in run.boxes { add(box) }
  }

  private func kind(_ properties: XMLElement?) -> TextBlock.Kind {
    let style = properties?.first("pStyle")?.attribute("val") ?? ""
    if let level = WordStyles.outlineLevel(properties) ?? styles.headingLevels[style] { return .heading(level: level) }
    let isItem = properties?.first("numPr") != nil || styles.listStyles.contains(style)
    return isItem ? .listItem : .paragraph
  }

  private mutating func addTable(_ table: XMLElement) {
    let rows = table.elements.filter { $0.name == "tr" }
    let cells = rows.map { row in row.elements.filter { $0.name == "tc" }.map(WordText.text) }
    let isSpanning = rows.contains { $0.holds(["gridSpan", "vMerge"]) }
    let isMarked = rows.first?.first("trPr")?.first("tblHeader") != nil
    let hasNames = !isSpanning && cells.count > 1 && cells[0].count > 1 && (isMarked || TableText.areNames(cells[0]))
    for row in cells.dropFirst(hasNames ? 1 : 0) {
      page.add(.tableRow, TableText.line(row, columns: hasNames ? cells[0] : nil))
    }
  }
}

/// The text of runs.
struct WordText {
  private(set) var text = ""
  private(set) var boxes: [XMLElement] = []

  /// Of a cell, its paragraphs on one line.
  static func text(of cell: XMLElement) -> String {
    var result = WordText()
    result.add(cell)
    return result.text
  }

  mutating func add(_ element: XMLElement) {
    for child in element.elements {
      switch child.name {
      case "t": text += child.text
      case "tab", "ptab": text += " "
      case "br", "cr": text += child.attribute("type") == nil ? "\n" : " "
      case "noBreakHyphen": text += "-"
      case "p", "tbl", "tr", "tc":
        if !text.isEmpty { text += " " }
        add(child)
      case "txbxContent": boxes.append(child)
      // Deleted text, codes of fields, marks; and the second form of a picture for old programs.
      case "del", "moveFrom", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "Fallback": break
      default: add(child)
      }
    }
  }
}

extension XMLElement {
  /// What stands directly in it.
  fileprivate var text: String { children.map { if case .text(let text) = $0 { text } else { "" } }.joined() }
}
