// A row of a table as a line of text.

/// A row becomes "Departure: 8.30; To: Saltmarsh" where the columns have names, so that it can be found and cited without
/// the rest of the table; else "8.30 | Saltmarsh".
package enum TableText {
  /// - Parameter columns: names; nil or fewer than cells where there are none. Empty cells are left out.
  package static func line(_ cells: [String], columns: [String]?) -> String {
    let cells = cells.map(closedUp)
    guard let columns else { return cells.filter { !$0.isEmpty }.joined(separator: " | ") }
    return cells.enumerated().compactMap { index, cell in
      guard !cell.isEmpty else { return nil }
      let name = index < columns.count ? closedUp(columns[index]) : ""
      return name.isEmpty ? cell : "\(name): \(cell)"
    }.joined(separator: "; ")
  }

  /// Whether a first row can be names of columns: none empty, none twice, no numbers, nothing long.
  package static func areNames(_ row: [String]) -> Bool {
    let names = row.map(closedUp)
    return !names.isEmpty && Set(names).count == names.count
      && names.allSatisfy { name in
        name.unicodeScalars.count <= 60 && name.unicodeScalars.contains { $0.isLetter }
      }
  }

  /// On one line, white space closed up.
  package static func closedUp(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
