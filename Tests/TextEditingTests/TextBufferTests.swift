// A text that is edited: moves, edits, indentation, cutting, undoing.
import Testing

@testable import TextEditing

struct TextBufferTests {
  /// A buffer with the cursor where `|` stands in the text.
  private func buffer(_ text: String) -> TextBuffer {
    var before = TextBuffer(String(text.prefix { $0 != "|" }))
    before.moveToBottom()
    var buffer = TextBuffer(text.replacing("|", with: ""))
    buffer.move(to: before.cursor)
    return buffer
  }

  /// The text with `|` at the cursor.
  private func shown(_ buffer: TextBuffer) -> String {
    var lines = buffer.lines
    let line = lines[buffer.cursor.line]
    lines[buffer.cursor.line] =
      String(line.prefix(buffer.cursor.column)) + "|" + String(line.dropFirst(buffer.cursor.column))
    return lines.joined(separator: "\n")
  }

  /// What keys make of a text.
  private func after(_ keys: [Key], _ text: String) -> String {
    var buffer = buffer(text)
    for key in keys { buffer.press(key) }
    return shown(buffer)
  }

  @Test("text comes back as it went in, with one kind of newline")
  func text() {
    for text in ["", "a", "a\nb", "a\n", "\n\n"] { #expect(TextBuffer(text).text == text) }
    #expect(TextBuffer("a\r\nb\rc").text == "a\nb\nc")
  }

  @Test(
    "moves",
    arguments: [
      (Key.left, "ab|c", "a|bc"), (.left, "a\n|b", "a|\nb"), (.left, "|a", "|a"), (.right, "a|\nb", "a\n|b"),
      (.right, "a|", "a|"), (.up, "ab\nc|d", "a|b\ncd"), (.up, "a|b", "|ab"), (.down, "a|b\ncd", "ab\nc|d"),
      (.down, "a|b", "ab|"), (.home, "  a|b", "  |ab"), (.home, "  |ab", "|  ab"), (.home, "|  ab", "  |ab"),
      (.end, "|ab", "ab|"), (.control("a"), "a|b", "|ab"), (.control("e"), "a|b", "ab|"), (.alt("<"), "a\nb|", "|a\nb"),
      (.alt(">"), "|a\nb", "a\nb|"),
    ])
  func moves(_ key: Key, _ before: String, _ expected: String) {
    #expect(after([key], before) == expected)
  }

  @Test(
    "words are letters, digits and underscores",
    arguments: [
      (Key.alt("f"), "|let x_1 = foo(a)", "let| x_1 = foo(a)"), (.alt("f"), "let| x_1 = b", "let x_1| = b"),
      (.alt("f"), "x|) // b", "x) // b|"), (.alt("f"), "x|)", "x)|"), (.alt("f"), "x|\n  y", "x\n|  y"),
      (.alt("b"), "foo(bar|)", "foo(|bar)"), (.alt("b"), "foo(|bar)", "|foo(bar)"), (.alt("b"), "x\n|y", "x|\ny"),
      (.alt("b"), "é漢_9|", "|é漢_9"),
    ])
  func words(_ key: Key, _ before: String, _ expected: String) {
    #expect(after([key], before) == expected)
  }

  @Test("up and down keep to the column of the screen over shorter lines, wide characters and tabs")
  func goalColumn() {
    #expect(after([.down, .down], "abcd|ef\nx\nabcdef") == "abcdef\nx\nabcd|ef")
    #expect(after([.down], "abcd|ef\n漢漢漢") == "abcdef\n漢漢|漢")
    #expect(after([.down], "abc|def\n漢漢漢") == "abcdef\n漢|漢漢")
    #expect(after([.down], "12345678|9\n\tx") == "123456789\n\t|x")
    #expect(after([.down, .home, .down], "abcd|\nab\nabcd") == "abcd\nab\n|abcd")
  }

  @Test("a character is what a reader sees, however many code points it has")
  func graphemes() {
    #expect(after([.left], "👩‍👩‍👧|") == "|👩‍👩‍👧")
    #expect(after([.backspace], "a🇩🇪|") == "a|")
    #expect(after([.backspace], "e\u{301}|x") == "|x")
    // As a terminal sends them, one by one.
    #expect(after([.character("e"), .character("\u{301}"), .character("x")], "|") == "e\u{301}x|")
    #expect(after("👩\u{200d}👧".unicodeScalars.map { .character(Character($0)) } + [.backspace], "a|b") == "a|b")
    #expect(after([.character("\u{301}")], "|") == "\u{301}|")
  }

  @Test(
    "deleting",
    arguments: [
      (Key.backspace, "ab|c", "a|c"), (.backspace, "a\n|b", "a|b"), (.backspace, "|a", "|a"), (.delete, "a|bc", "a|c"),
      (.delete, "a|\nb", "a|b"), (.delete, "a|", "a|"), (.control("k"), "a|bc\nd", "a|\nd"),
      (.control("k"), "a|\nd", "a|d"), (.control("k"), "a|", "a|"), (.control("u"), "ab|c", "|c"),
      (.control("w"), "foo bar|", "foo |"), (.control("w"), "foo  |x", "|x"), (.control("w"), "a\n|b", "a|b"),
      (.alt("d"), "a| foo b", "a| b"),
    ])
  func deleting(_ key: Key, _ before: String, _ expected: String) {
    #expect(after([key], before) == expected)
  }

  @Test("what is cut is put back, and cuts in a row add up")
  func cutting() {
    #expect(after([.control("k"), .end, .control("y")], "|ab") == "ab|")
    #expect(
      after([.control("k"), .control("k"), .control("k"), .control("y"), .control("y")], "|a\nb\nc") == "a\nba\nb|\nc")
    #expect(after([.control("w"), .control("w"), .control("y")], "x foo bar|") == "x foo bar|")
    #expect(after([.control("k"), .right, .left, .control("w"), .control("y")], "ab| cd\n") == "ab|\n")
    #expect(after([.control("y")], "a|") == "a|")
  }

  @Test("pasted text stands as it is, without control characters")
  func pasting() {
    #expect(after([.pasted("{\n    x\n}\n")], "a|b") == "a{\n    x\n}\n|b")
    #expect(after([.pasted("a\r\nb\rc\u{1b}[31m\u{0}\u{7f}\u{85}\td")], "|") == "a\nb\nc[31m\td|")
  }

  // MARK: Indentation

  private func entered(_ text: String) -> String {
    var buffer = buffer(text)
    buffer.insertNewline()
    return shown(buffer)
  }

  @Test(
    "a new line keeps the indentation, one level more behind what opens a block",
    arguments: [
      ("  a|", "  a\n  |"), ("if x {|", "if x {\n  |"), ("  foo(|", "  foo(\n    |"), ("let a = [|", "let a = [\n  |"),
      ("xs.map { x in|", "xs.map { x in\n  |"), ("for x in|", "for x in\n|"), ("\tif x {|", "\tif x {\n\t\t|"),
      ("if x { // why|", "if x { // why\n  |"), ("let s = \"{|", "let s = \"{\n|"), ("// {|", "// {\n|"),
      ("f() }|", "f() }\n|"), ("  a|  b", "  a\n  |b"), ("  |", "\n  |"), ("  |b", "\n  |b"), ("|b", "\n|b"),
      ("foo(|)", "foo(\n|)"), ("if x {  |", "if x {  \n  |"),
    ])
  func newline(_ before: String, _ expected: String) {
    #expect(entered(before) == expected)
  }

  @Test("the levels are those of the text")
  func levels() {
    #expect(entered("if a {\n    b\n    if c {|\n}") == "if a {\n    b\n    if c {\n        |\n}")
    #expect(entered("func f() {\n\ta {|\n}") == "func f() {\n\ta {\n\t\t|\n}")
  }

  @Test(
    "a bracket that closes goes under the line that opened it",
    arguments: [
      ("if a {\n  b\n  |", Key.character("}"), "if a {\n  b\n}|"),
      ("  f(\n    a,\n      |", .character(")"), "  f(\n    a,\n  )|"),
      ("a {\n  b {\n  }\n  |", .character("}"), "a {\n  b {\n  }\n}|"), ("x {\n  a |", .character("}"), "x {\n  a }|"),
      ("  |", .character("}"), "  }|"), ("\"\"\"\n{\n\"\"\"\n  |", .character("}"), "\"\"\"\n{\n\"\"\"\n  }|"),
    ])
  func closing(_ before: String, _ key: Key, _ expected: String) {
    #expect(after([key], before) == expected)
  }

  @Test("Tab goes to the next level, Shift-Tab takes one away")
  func tabs() {
    func changed(_ text: String, _ change: (inout TextBuffer) -> Void) -> String {
      var buffer = buffer(text)
      change(&buffer)
      return shown(buffer)
    }
    #expect(changed("|a") { $0.indent() } == "  |a")
    #expect(changed(" |a") { $0.indent() } == "  |a")
    #expect(changed("\tx\n|a") { $0.indent() } == "\tx\n\t|a")
    #expect(changed("x\n  b\n    a|") { $0.unindent() } == "x\n  b\n  a|")
    #expect(changed("   |a") { $0.unindent() } == " |a")
    #expect(changed("a|") { $0.unindent() } == "a|")
    #expect(changed("\ta|") { $0.unindent() } == "a|")
  }

  // MARK: Undoing

  @Test("undo takes back words, runs of deletions and single edits; redo brings them again")
  func undo() {
    var buffer = buffer("x|")
    for character in "one two" { buffer.press(.character(character)) }
    buffer.press(.control("z"))
    #expect(shown(buffer) == "xone |")
    buffer.press(.control("z"))
    #expect(shown(buffer) == "x|")
    buffer.press(.control("z"))
    #expect(shown(buffer) == "x|")
    buffer.press(.alt("z"))
    buffer.press(.alt("z"))
    #expect(shown(buffer) == "xone two|")
    for _ in 0..<3 { buffer.press(.backspace) }
    #expect(shown(buffer) == "xone |")
    buffer.press(.control("z"))
    #expect(shown(buffer) == "xone two|")
  }

  @Test("a move begins another group, and a new edit forgets what was undone")
  func undoGroups() {
    var buffer = buffer("|")
    for key: Key in [.character("a"), .character("b"), .left, .character("c"), .control("z")] { buffer.press(key) }
    #expect(shown(buffer) == "a|b")
    buffer.press(.character("d"))
    buffer.press(.alt("z"))
    #expect(shown(buffer) == "ad|b")
  }

  @Test("any edits are undone to the beginning and redone to the end")
  func undoAll() {
    var random = SystemRandomNumberGenerator()
    let keys: [Key] = [
      .character("a"), .character(" "), .character("}"), .character("漢"), .backspace, .delete, .up, .down, .left,
      .right,
      .home, .end, .control("k"), .control("u"), .control("w"), .control("y"), .pasted("p\nq {\n"), .alt("d"),
      .alt("b"),
      .enter, .tab, .backTab, .character("\u{301}"),
    ]
    for _ in 0..<200 {
      let start = "func f() {\n  let x = 1\n\n\treturn 漢\n}"
      var buffer = TextBuffer(start)
      for _ in 0..<60 {
        switch keys.randomElement(using: &random) ?? .left {
        case .enter: buffer.insertNewline()
        case .tab: buffer.indent()
        case .backTab: buffer.unindent()
        case let key: buffer.press(key)
        }
        #expect(buffer.lines.indices.contains(buffer.cursor.line))
        #expect((0...buffer.lines[buffer.cursor.line].count).contains(buffer.cursor.column))
        #expect(buffer.lines.allSatisfy { !$0.contains("\n") })
      }
      let end = buffer.text
      for _ in 0..<100 { buffer.undo() }
      #expect(buffer.text == start)
      for _ in 0..<100 { buffer.redo() }
      #expect(buffer.text == end)
    }
  }

  @Test("places outside the text are the nearest inside")
  func outside() {
    var buffer = TextBuffer("ab\nc")
    buffer.move(to: .init(line: 9, column: 9))
    #expect(shown(buffer) == "ab\nc|")
    buffer.move(to: .init(line: -1, column: -1))
    #expect(shown(buffer) == "|ab\nc")
  }
}
