// Rows of tables that a reader has set cell below cell.
import Testing

@testable import Retrieval

struct TableRowTests {
  @Test("a row is written with the names of its columns, which the first row of its table holds")
  func rows() throws {
    let texts = [
      "The crew.", "Ferry\n\nCaptain\n\nSeats", "Tern\n\nHalloran\n\n150", "Old Margit\n\nPike\n\n160",
      "A sentence that goes\non in the next line.", "12\n\n13", "Pier\n\n6",
    ]
    let rows = TableRow.rows(in: texts)
    #expect(rows.map { $0 == nil } == [true, false, false, false, true, false, false])
    #expect(rows[1]?.columns == [])
    #expect(rows[2]?.written(below: "1 The crew") == "1 The crew: Ferry: Tern; Captain: Halloran; Seats: 150")
    #expect(rows[3]?.written(below: nil) == "Ferry: Old Margit; Captain: Pike; Seats: 160")
    // Numbers are no names of columns.
    #expect(rows[6]?.written(below: nil) == "Pier | 6")
  }

  @Test("another cell is another name")
  func names() {
    let text = "Old Margit\n\nPike\n\nblue"
    let names = HeldFact.facts(in: text).filter { $0.kind == .name }.map { Array(text.unicodeScalars)[$0.range].string }
    #expect(names == ["Old Margit", "Pike"])
  }

  @Test("an hour in words is a time")
  func times() {
    #expect(HeldFact.facts(in: "Beer is sold from eleven in the morning on.").map(\.kind) == [.time])
    #expect(HeldFact.facts(in: "It lies eleven in the sand.").map(\.kind) == [.number])
  }
}
