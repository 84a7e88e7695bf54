// The editor's page: what keys do to it, and what is seen of it.
import Rendering
import Testing

@testable import TextEditing

struct EditorPageTests {
  private func page(_ text: String) -> EditorPage { EditorPage(text, title: "step a", firstLine: 41) }

  private func rows(
    _ page: inout EditorPage, _ columns: Int = 40, _ rows: Int = 6, _ options: TextOptions = TextOptions()
  ) -> [String] {
    page.draw(columns: columns, rows: rows, options: options).lines.map(\.plainText)
  }

  private func press(_ page: inout EditorPage, _ keys: Key...) -> EditorPage.Outcome {
    var outcome = EditorPage.Outcome.editing
    for key in keys { outcome = page.press(key) }
    return outcome
  }

  @Test("title, numbered lines and what can be done")
  func looks() {
    var page = page("let a = 1\nlet b = 2")
    #expect(
      rows(&page) == [
        "── step a ──────────────────────────────", "41  let a = 1", "42  let b = 2", "", "",
        "Ctrl-S run · Esc leave              41:1",
      ])
    #expect(rows(&page, 40, 6, TextOptions(ascii: true))[0] == "-- step a ------------------------------")
  }

  @Test("source has the colours of a listing")
  func colours() {
    let source = "let a = \"x\" // why\nstruct T {}"
    var page = page(source)
    let options = TextOptions(width: 80)
    let drawn = page.draw(columns: 80, rows: 8, options: options).lines
    let listing = CodePicture.lines(for: source, firstLine: 41, options: options)
    for index in 0..<2 { #expect(drawn[index + 1].spans.dropFirst() == listing[index].spans.dropFirst()) }
  }

  @Test(
    "the cursor stands where the character does: behind tabs, wide characters and signs of control characters",
    arguments: [("ab", 2), ("\ta", 9), ("漢字", 4), ("a\tb", 9), ("e\u{301}", 1), ("👍🏽", 2), ("\u{1}", 1), ("\u{85}", 6)])
  func cursor(_ line: String, _ column: Int) {
    var page = page(line)
    _ = page.press(.end)
    let drawn = page.draw(columns: 60, rows: 6, options: TextOptions())
    #expect(drawn.column == 4 + column)
    #expect(drawn.row == 1)
    #expect(drawn.lines[1].displayWidth == 4 + column)
  }

  @Test("in ASCII the cursor stands behind what a letter is spelled with")
  func asciiCursor() {
    var page = page("π")
    _ = page.press(.end)
    #expect(page.draw(columns: 60, rows: 6, options: TextOptions(ascii: true)).column == 4 + 2)
  }

  @Test("only the cursor's line scrolls sideways, and marks show where lines go on")
  func sideways() {
    var page = page("0123456789012345678901234567890123456789\n0123456789012345678901234567890123456789")
    #expect(rows(&page, 34)[1] == "41  01234567890123456789012345678›")
    _ = page.press(.end)
    let drawn = page.draw(columns: 34, rows: 6, options: TextOptions())
    #expect(drawn.lines[1].plainText == "41  ‹2345678901234567890123456789")
    #expect(drawn.lines[2].plainText == "42  01234567890123456789012345678›")
    #expect(drawn.column < 34)
    _ = page.press(.down)
    #expect(rows(&page, 34)[1] == "41  01234567890123456789012345678›")
  }

  @Test("the cursor is seen and never on a mark, in windows of any size")
  func windows() {
    var random = SystemRandomNumberGenerator()
    let text = (0..<50).map { "\t\($0) 漢字 " + String(repeating: "ab é👍 ", count: $0) }.joined(separator: "\n")
    var page = page(text)
    let keys: [Key] = [
      .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .alt("<"), .alt(">"), .alt("f"), .enter, .tab,
      .character("漢"), .backspace,
    ]
    for _ in 0..<400 {
      _ = page.press(keys.randomElement(using: &random) ?? .up)
      let (columns, rows) = (Int.random(in: 1..<90, using: &random), Int.random(in: 1..<30, using: &random))
      let drawn = page.draw(columns: columns, rows: rows, options: TextOptions())
      #expect(drawn.lines.count <= rows)
      #expect((0..<rows).contains(drawn.row) && (0..<columns).contains(drawn.column))
      #expect(drawn.lines.allSatisfy { $0.displayWidth <= columns }, "\(columns)")
    }
  }

  @Test("Page keys move by what is seen, and the window follows with lines around the cursor")
  func paging() {
    var page = page((1...100).map(String.init).joined(separator: "\n"))
    _ = rows(&page, 40, 22)
    _ = press(&page, .pageDown)
    #expect(page.buffer.cursor.line == 19)
    // The cursor is on 60; two lines below it are seen.
    #expect(rows(&page, 40, 22)[20] == " 62  22")
    _ = press(&page, .alt(">"))
    #expect(rows(&page, 40, 22)[20] == "140  100")
    _ = press(&page, .pageUp, .pageUp, .pageUp, .pageUp, .pageUp, .pageUp)
    #expect(rows(&page, 40, 22)[1] == " 41  1")
  }

  @Test("Ctrl-S runs; Escape, Ctrl-C and Ctrl-D leave a text that has not changed")
  func leaving() {
    var page = page("a")
    #expect(page.press(.control("s")) == .run)
    for key: Key in [.escape, .interrupt, .endOfInput] { #expect(page.press(key) == .leave) }
  }

  @Test("changes are dropped only by a key that says so, and Escape twice is no loss")
  func dropping() {
    var page = page("a")
    _ = page.press(.character("b"))
    #expect(page.press(.escape) == .editing)
    #expect(rows(&page, 80).last == "Leave without running? d drops your changes, Esc goes on editing")
    #expect(page.press(.character("x")) == .editing)
    #expect(page.press(.escape) == .editing)
    #expect(page.buffer.text == "ba")
    #expect(press(&page, .character("c"), .interrupt, .character("d")) == .leave)
  }

  @Test("a change that was taken back is none")
  func takenBack() {
    var page = page("a")
    #expect(press(&page, .character("b"), .backspace, .escape) == .leave)
  }

  @Test("a terminal that is gone ends the editor")
  func gone() {
    var page = page("a")
    #expect(press(&page, .character("b"), .endOfInput, .endOfInput) == .leave)
  }
}
