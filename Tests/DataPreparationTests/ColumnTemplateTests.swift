// Templates filled from the columns of any data set.
import DataPreparation
import Testing

@Suite("A template of columns")
struct ColumnTemplateTests {
  private let row = ColumnTable.Row(line: 1, cells: ["a": ["one"], "b": ["x", "y"], "c": ["1", "2"], "none": []])

  @Test("is filled from a row; doubled braces are braces")
  func text() throws {
    let template = try ColumnTemplate("{a}: { a }, {b} {{a}} é")
    #expect(try template.text(of: row) == "one: one, x, y {a} é")
    #expect(template.columns == ["a", "b"])
    #expect(try ColumnTemplate("").text(of: row) == "")
  }

  @Test("makes one text for each element of its lists")
  func texts() throws {
    #expect(try ColumnTemplate("{a} {b}").texts(of: row) == ["one x", "one y"])
    #expect(try ColumnTemplate("{b}{c}!").texts(of: row) == ["x1!", "y2!"])
    #expect(try ColumnTemplate("{a}").texts(of: row) == ["one"])
    #expect(try ColumnTemplate("{none}").texts(of: row).isEmpty)
    let longer = ColumnTable.Row(line: 1, cells: ["b": ["x", "y"], "c": ["1", "2", "3"]])
    #expect(throws: ColumnTemplateError.otherLength("c", 3, 2)) { try ColumnTemplate("{b}{c}").texts(of: longer) }
  }

  @Test("says what is wrong with its braces, and which column is not there")
  func problems() {
    #expect(throws: ColumnTemplateError.notClosed("a")) { try ColumnTemplate("x {a") }
    #expect(throws: ColumnTemplateError.notClosed("a {b}")) { try ColumnTemplate("{a {b}") }
    #expect(throws: ColumnTemplateError.notOpened) { try ColumnTemplate("a}") }
    #expect(throws: ColumnTemplateError.noName) { try ColumnTemplate("{ }") }
    do {
      _ = try ColumnTemplate("{bb}").text(of: row)
      Issue.record("a column that is not there was filled")
    } catch {
      #expect(error.description == #"there is no "bb"; the nearest column is "b". There are: a, b, c, none"#)
    }
  }

  @Test("a table has what its file has: lists, numbers, objects; null is absent, an empty cell of CSV an empty text")
  func table() throws {
    let json = try ColumnTable.parse(
      Array(#"{"a":"x","n":1.5,"t":true,"l":["p","q"],"o":{"k":1},"z":null}"#.utf8) + Array("\r\n[1]\n".utf8),
      file: "f.jsonl")
    #expect(json.columns == ["a", "n", "t", "l", "o", "z"])
    #expect(
      json.rows.map(\.cells) == [["a": ["x"], "n": ["1.5"], "t": ["true"], "l": ["p", "q"], "o": [#"{"k":1}"#]]])
    #expect(json.problems.map(\.line) == [2])
    let csv = try ColumnTable.parse(Array("a,b\n1,\n\"2\",x\n".utf8), file: "f.csv")
    #expect(csv.rows.map(\.cells) == [["a": ["1"], "b": [""]], ["a": ["2"], "b": ["x"]]])
    #expect(csv.rows.map(\.line) == [2, 3])
    #expect(throws: RowError.self) { try ColumnTable.parse([0xFF, 0x41], file: "f.csv") }
    #expect(throws: RowError.self) { try ColumnTable.parse([], file: "f.docx") }
  }
}
