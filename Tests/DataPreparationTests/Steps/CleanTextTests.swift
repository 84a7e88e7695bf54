// What tidying does to texts, switch by switch.
import DataPreparation
import Testing

struct CleanTextTests {
  private func cleaned(_ answer: String, file: String? = nil, _ set: (inout CleanText) -> Void = { _ in }) -> String {
    var step = CleanText()
    set(&step)
    return step.apply([text(answer, file: file)], seed: 1).rows[0].answer
  }

  @Test("spaces become one, empty lines one, and ends are bare")
  func whiteSpace() {
    #expect(cleaned("  a \t b\u{A0}c \n\n\n\n d\n\n") == "a b c\n\nd")
    #expect(cleaned("  a  b ") { $0.whiteSpace = false } == "  a  b ")
  }

  @Test("invisible marks and control characters go, line ends become one kind")
  func controls() {
    #expect(cleaned("a\u{200B}b\u{7}c\r\nd\re\u{AD}f") == "abc\nd\nef")
    // What holds a family together stays.
    #expect(cleaned("👩\u{200D}👧") == "👩\u{200D}👧")
  }

  @Test("lines that a page has broken are joined, lists and headings are not, and data sets stay as they are")
  func brokenLines() {
    let page =
      "Fares\nThe fare to Sandholm is four crowns for an\nadult and two for a child, paid on board the\nTern.\n1. Pay\n2. Sail"
    let joined =
      "Fares\nThe fare to Sandholm is four crowns for an adult and two for a child, paid on board the Tern.\n1. Pay\n2. Sail"
    #expect(cleaned(page, file: "a.pdf") == joined)
    #expect(cleaned(page) == page)
  }

  @Test("links, addresses and emoji are kept, masked or removed")
  func treatments() {
    let text = "See https://example.org/a?b=1. Or www.example.org, or mail me@example.org 🛳️ at 5 #1 ❤"
    #expect(cleaned(text) == text)
    let masked = cleaned(text) { ($0.links, $0.addresses, $0.emoji) = (.mask, .mask, .mask) }
    #expect(masked == "See [link]. Or [link], or mail [mail] [emoji] at 5 #1 ❤")
    let removed = cleaned(text) { ($0.links, $0.addresses, $0.emoji) = (.remove, .remove, .remove) }
    #expect(removed == "See . Or , or mail at 5 #1 ❤")
  }

  @Test("case is lowered when asked; what changed is counted with its reason")
  func caseAndReasons() {
    #expect(cleaned("The TERN") { $0.letters = .lower } == "the tern")
    let outcome = CleanText().apply([text("a  b"), text("a b")], seed: 1)
    #expect(outcome.changed.map(\.reasons) == [["white space"]])
    #expect(outcome.changed[0].before == text("a  b"))
  }
}
