// Text that was searched for, marked in styled lines.
import Testing

@testable import Rendering

@Suite("Found text")
struct HighlightingTests {
  private let mark = TextStyle(background: TextColor(255, 215, 0), underlined: true)

  @Test("is marked in every place, whatever the case, and across spans")
  func marks() {
    let line = StyledLine("The fer", PictureStyle.name) + StyledLine("RY and the ferry", PictureStyle.quiet)
    let marked = line.highlighting("Ferry", style: mark)
    #expect(marked.plainText == line.plainText)
    #expect(marked.spans.filter(\.style.isUnderlined).map(\.text) == ["fer", "RY", "ferry"])
    #expect(marked.spans.filter(\.style.isUnderlined).map(\.style.isBold) == [true, false, false])
  }

  @Test("does not overlap itself")
  func overlap() {
    let marked = StyledLine("aaaaa").highlighting("aa", style: mark)
    #expect(marked.spans.map(\.text) == ["aaaa", "a"])
  }

  @Test(
    "is found as a reader sees it",
    arguments: [("Größe", "GRÖSSE", false), ("naïve", "NAÏVE", true), ("漢字", "字", true)])
  func letters(_ line: String, _ text: String, _ isFound: Bool) {
    #expect(StyledLine(line).holds(text) == isFound)
  }

  @Test("leaves a line without it as it was", arguments: ["", "x", "longer than the line"])
  func nothing(_ text: String) {
    let line = StyledLine("a ", PictureStyle.name) + StyledLine("line")
    #expect(line.highlighting(text, style: mark) == line)
  }
}
