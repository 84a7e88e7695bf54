// A line that is typed: history, completion, and how it is seen in a narrow row.
import Rendering
import Testing

@testable import TextEditing

struct PromptLineTests {
  private func typed(_ keys: [Key], _ line: PromptLine = PromptLine()) -> PromptLine {
    var line = line
    for key in keys { line.press(key) }
    return line
  }

  private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test("what is typed, with moves and deletions")
  func typing() {
    let line = typed(
      keys("weihts") + [.left, .left, .left, .character("g"), .control("e"), .character("!"), .backspace])
    #expect(line.text == "weights")
    #expect(line.cursor == 7)
    #expect(typed(keys("a b") + [.control("w"), .character("c")]).text == "a c")
    #expect(typed([.control("a"), .character("x")], PromptLine("yz")).text == "xyz")
  }

  @Test("pasted lines become one line")
  func pasting() {
    #expect(typed([.pasted("a\nb\r\n")]).text == "a b")
    #expect(typed([.pasted("x  ")]).text == "x  ")
  }

  @Test("Up and Down go through earlier lines and come back to what was being typed")
  func history() {
    var line = typed(keys("dr"), PromptLine(history: ["one", "two"]))
    line.press(.up)
    #expect(line.text == "two")
    line.press(.up)
    line.press(.up)
    #expect(line.text == "one")
    line.press(.down)
    line.press(.down)
    #expect(line.text == "dr")
    line.press(.down)
    #expect(line.text == "dr")
  }

  private let names = ["weights", "weightSum", "vars", ":zoom", "日本"]

  @Test(
    "Tab completes as far as it is plain",
    arguments: [
      ("va", "vars", 0), ("we", "weight", 2), ("show(we", "show(weight", 2), ("weightS", "weightSum", 0),
      (":z", ":zoom", 0),
      ("x.va", "x.vars", 0), ("lova", "lova", 0), ("日", "日本", 0), ("q", "q", 0), ("a + ", "a + ", 5),
    ])
  func completing(_ text: String, _ expected: String, _ offers: Int) {
    let line = typed(keys(text) + [.tab], PromptLine(completions: names))
    #expect(line.text == expected)
    #expect(line.offers.count == offers)
  }

  @Test("more Tabs put in one name after the other, Shift-Tab the one before, any other key takes it")
  func cycling() {
    var line = typed(keys("f(we)") + [.left, .tab, .tab], PromptLine(completions: names))
    #expect(line.text == "f(weightSum)")
    line.press(.tab)
    #expect(line.text == "f(weights)")
    line.press(.tab)
    #expect(line.text == "f(weightSum)")
    line.press(.backTab)
    #expect(line.text == "f(weights)")
    line.press(.character("["))
    #expect(line.text == "f(weights[)")
    #expect(line.offers.isEmpty)
  }

  @Test("a long line is scrolled so that the cursor is seen")
  func scrolling() {
    var line = typed(keys("0123456789abcdefghij"))
    var (row, column) = line.draw(width: 10, options: TextOptions())
    #expect(row.plainText == "‹efghij")
    #expect(column == 7)
    line.press(.home)
    (row, column) = line.draw(width: 10, options: TextOptions())
    #expect(row.plainText == "012345678›")
    #expect(column == 0)
  }

  @Test("the row is never wider than it may be, and the cursor is in it")
  func widths() {
    var random = SystemRandomNumberGenerator()
    var line = PromptLine(completions: names)
    let some: [Key] = [
      .character("漢"), .character("w"), .character("\t"), .left, .right, .home, .end, .backspace, .tab,
    ]
    for _ in 0..<400 {
      line.press(some.randomElement(using: &random) ?? .left)
      let width = Int.random(in: 1..<40, using: &random)
      let (row, column) = line.draw(width: width, options: TextOptions())
      #expect(row.displayWidth <= width)
      #expect((0..<width).contains(column))
    }
  }

  @Test("names on offer stand behind the line, as far as there is room")
  func offers() {
    var line = typed(keys("we") + [.tab], PromptLine(completions: names))
    #expect(line.draw(width: 40, options: TextOptions()).line.plainText == "weight  (weightSum, weights)")
    #expect(line.draw(width: 20, options: TextOptions()).line.plainText == "weight  (weightSum…)")
    #expect(line.draw(width: 8, options: TextOptions()).line.plainText == "weight")
  }
}
