// Pages of long and wide content: scrolling, searching, resizing.
import Rendering
import Testing

@testable import TextEditing

struct PageViewTests {
  private func view(_ lines: [String], columns: Int = 40, rows: Int = 7) -> PageView {
    var view = PageView(title: "weights")
    view.take(lines.map { StyledLine($0) }, columns: columns, rows: rows, options: TextOptions(width: columns))
    return view
  }

  private let numbers = (1...20).map { "line \($0)" }

  private func rows(_ view: PageView) -> [String] {
    var view = view
    return view.draw().lines.map(\.plainText)
  }

  private func pressed(_ keys: Key..., in view: PageView) -> PageView {
    var view = view
    for key in keys { #expect(view.press(key) == .reading) }
    return view
  }

  /// The number of the first line on the page.
  private func first(_ view: PageView) -> String { rows(view)[1] }

  @Test("title, lines, what can be done and how far one is")
  func looks() {
    #expect(
      rows(view(numbers, columns: 60)) == [
        "── weights ─────────────────────────────────────────────────", "line 1", "line 2", "line 3", "line 4",
        "line 5",
        "q leave · Space more · b back · / search                25 %",
      ])
    #expect(rows(view(["a"]))[6] == "q leave · / search                   all")
    #expect(rows(view([]))[6] == "q leave · / search                   all")
  }

  @Test("keys move by pages, half pages, lines and to the ends, and not beyond")
  func moving() {
    let start = view(numbers)
    #expect(first(pressed(.character(" "), in: start)) == "line 5")
    #expect(first(pressed(.pageDown, .pageDown, .character("b"), in: start)) == "line 5")
    #expect(first(pressed(.down, .down, .up, in: start)) == "line 2")
    #expect(first(pressed(.character("G"), in: start)) == "line 16")
    #expect(first(pressed(.end, .character(" "), in: start)) == "line 16")
    #expect(first(pressed(.end, .character("g"), in: start)) == "line 1")
    #expect(first(pressed(.up, in: start)) == "line 1")
    #expect(rows(pressed(.end, in: start))[6].hasSuffix("100 %"))
  }

  @Test("q, Escape, Enter and Ctrl-C leave")
  func leaving() {
    for key: Key in [.character("q"), .escape, .enter, .interrupt, .endOfInput] {
      var view = view(numbers)
      #expect(view.press(key) == .leave)
    }
  }

  @Test("wide content is scrolled sideways, with marks where it goes on")
  func sideways() {
    let wide = view([String(repeating: "0123456789", count: 7), "short"])
    #expect(rows(wide)[1] == "012345678901234567890123456789012345678›")
    #expect(rows(wide)[6].contains("← →"))
    let right = pressed(.right, in: wide)
    #expect(rows(right)[1] == "‹12345678901234567890123456789012345678›")
    #expect(rows(right)[2] == "‹")
    #expect(rows(pressed(.right, .right, .right, in: wide))[1] == "‹123456789012345678901234567890123456789")
    #expect(rows(pressed(.right, .left, in: wide)) == rows(wide))
  }

  @Test("a wide character that is cut leaves a space")
  func cutCharacter() {
    let line = StyledLine("漢字漢字")
    #expect(line.window(from: 1, width: 5, options: TextOptions()).displayWidth == 5)
    #expect(line.window(from: 1, width: 5, options: TextOptions()).plainText == "‹字 ›")
  }

  private func searched(_ text: String, in view: PageView) -> PageView {
    var view = view
    _ = view.press(.character("/"))
    for character in text { _ = view.press(.character(character)) }
    _ = view.press(.enter)
    return view
  }

  @Test("a search goes to the first hit from here on, n and N to the others, round the ends")
  func searching() {
    var found = searched("LINE 1", in: view(numbers, columns: 60))
    #expect(rows(found)[6].hasSuffix("hit 1 of 11, 25 %"))
    #expect(found.draw().cursor?.row == 1)
    found = pressed(.character("n"), in: found)
    #expect(rows(found).contains("line 10"))
    #expect(rows(found)[6].contains("hit 2 of 11"))
    found = pressed(.character("N"), .character("N"), in: found)
    #expect(rows(found)[6] == "from the end again")
    #expect(rows(found).contains("line 19"))
    found = pressed(.character("n"), in: found)
    #expect(rows(found)[6] == "from the top again")
  }

  @Test("hits are marked, the current one in another way, without losing a character")
  func marks() {
    var found = searched("n", in: view(["an Nn", "x"], columns: 60))
    let line = found.draw().lines[1]
    #expect(line.plainText == "an Nn")
    #expect(line.spans.filter { $0.style.background != nil }.map(\.text) == ["n", "Nn"])
    #expect(Set(line.spans.compactMap(\.style.background)).count == 2)
  }

  @Test("what is nowhere is said, and an empty search forgets nothing")
  func nothingFound() {
    let none = searched("xyz", in: view(numbers))
    #expect(rows(none)[6] == "\"xyz\" is not here")
    #expect(first(none) == "line 1")
    #expect(rows(pressed(.character("n"), in: view(numbers)))[6] == "nothing is searched for yet; / searches")
    let again = searched("", in: searched("line 7", in: view(numbers, columns: 60)))
    #expect(rows(again)[6].contains("hit 1 of 1"))
  }

  @Test("a hit outside the window is brought in, down and sideways")
  func hitOutside() {
    var found = searched(
      "there", in: view(Array(repeating: "x", count: 30) + [String(repeating: " ", count: 90) + "there"]))
    let drawn = found.draw()
    #expect(drawn.lines.contains { $0.plainText.contains("there") })
    #expect(drawn.cursor != nil)
  }

  @Test("while a search is typed Escape leaves only the search")
  func cancelledSearch() {
    var view = view(numbers)
    _ = view.press(.character("/"))
    _ = view.press(.character("q"))
    #expect(rows(view).last == "/q")
    #expect(view.press(.escape) == .reading)
    #expect(view.press(.escape) == .leave)
  }

  @Test("another size keeps the place")
  func resizing() {
    var view = pressed(.character("G"), in: view((1...100).map { "line \($0)" }))
    let folded = (1...100).flatMap { [StyledLine("line \($0)"), StyledLine("more of \($0)")] }
    view.take(folded, columns: 20, rows: 7, options: TextOptions(width: 20))
    #expect(first(view) == "line 96")
    view.take(folded, columns: 20, rows: 300, options: TextOptions(width: 20))
    #expect(first(view) == "line 1")
  }

  @Test("windows of any size are filled and never exceeded")
  func windows() {
    let lines = (1...40).map { String(repeating: "漢 a", count: $0) }
    for columns in [1, 2, 3, 5, 8, 13, 21, 34, 55] {
      for height in [1, 2, 3, 4, 10, 60] {
        var view = searched("a", in: view(lines, columns: columns, rows: height))
        for key: Key in [.character("n"), .right, .end, .left, .pageUp] {
          _ = view.press(key)
          let drawn = view.draw()
          #expect(drawn.lines.count <= height)
          #expect(drawn.lines.allSatisfy { $0.displayWidth <= columns })
          #expect(drawn.cursor.map { $0.row < height && $0.column < columns } ?? true)
        }
      }
    }
  }
}
