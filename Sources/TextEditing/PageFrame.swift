// The rows around a full-screen page: what it is, and what can be done.
import Rendering

struct PageFrame {
  let columns: Int
  let rows: Int
  let options: TextOptions

  /// One row says what can be done, and one what this is, where there are rows enough.
  var hasTitle: Bool { rows > 3 }
  var contentRows: Int { max(1, rows - (hasTitle ? 2 : 1)) }

  /// The page in rows of the screen.
  ///
  /// - Parameter content: at most `contentRows`
  func lines(title: String, content: [StyledLine], status: StyledLine) -> [StyledLine] {
    let empty = [StyledLine](repeating: StyledLine(), count: max(0, contentRows - content.count))
    let rows = (hasTitle ? [header(title)] : []) + content.prefix(contentRows) + empty + (rows > 1 ? [status] : [])
    return rows.map { $0.truncated(to: columns, ellipsis: "") }
  }

  private func header(_ title: String) -> StyledLine {
    let dash = options.ascii ? "-" : "─"
    let name = options.oneLine(title).truncated(to: max(0, columns - 6), ellipsis: options.ellipsis)
    let room = max(0, columns - name.displayWidth - 4)
    return StyledLine([
      StyledSpan("\(dash)\(dash) ", Self.quiet), StyledSpan(name, TextStyle(bold: true)),
      StyledSpan(" " + String(repeating: dash, count: room), Self.quiet),
    ])
  }

  /// As many offers as fit, from the first on, and a place at the right if it fits too.
  func status(_ offers: [String], place: String) -> StyledLine {
    let separator = options.ascii ? " | " : " · "
    let room = columns - (columns < 30 ? 0 : place.displayWidth + 2)
    var text = offers.first ?? ""
    for offer in offers.dropFirst() {
      let longer = text + separator + offer
      guard longer.displayWidth <= room else { break }
      text = longer
    }
    let gap = columns - text.displayWidth - place.displayWidth
    if gap > 1 { text += String(repeating: " ", count: gap) + place }
    return StyledLine(text, Self.quiet)
  }

  /// A sentence where the offers stand.
  func message(_ text: String) -> StyledLine {
    StyledLine(options.oneLine(text), TextStyle(bold: true)).truncated(to: columns, ellipsis: options.ellipsis)
  }

  static let quiet = TextStyle(dim: true)
}
