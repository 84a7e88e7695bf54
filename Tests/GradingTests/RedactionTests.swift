import Testing

@testable import Grading

@Suite struct RedactionTests {
  @Test func `what a terminal obeys becomes signs that do nothing`() {
    let hostile = "\u{1b}[2J\u{1b}]0;title\u{7}a\u{202e}b\u{2066}c\u{9b}31m\u{0}d\u{8}\u{7f}\r"
    let text = Redaction().text(hostile)
    #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value) })
    #expect(!text.unicodeScalars.contains { [0x202e, 0x2066].contains($0.value) })
    #expect(text.hasPrefix("␛[2J"))
    #expect(Redaction().text("a\tb\nc") == "a\tb\nc")
    #expect(Redaction().text(String(decoding: [0x61, 0xff, 0xfe], as: UTF8.self)) == "a\u{fffd}\u{fffd}")
  }

  @Test func `names of hidden probes are left out, the longer before the shorter`() {
    let redaction = Redaction(hiddenNames: ["rows sum", "rows sum to one", ""])
    #expect(redaction.text("it needs \"rows sum to one\" first") == "it needs \"a hidden probe\" first")
    #expect(redaction.oneLine("rows sum\nrows sum") == "a hidden probe⏎a hidden probe")
  }

  @Test func `folders of the judge's machine are left out`() {
    let redaction = Redaction(folders: [
      "/srv/course": "", "/srv/course/Solutions/a": "", "/home/ada": "~", "/": "root",
    ])
    #expect(redaction.text("/srv/course/Exercises/a/A.swift:3") == "Exercises/a/A.swift:3")
    #expect(redaction.text("at /srv/course/Solutions/a/A.swift") == "at A.swift")
    #expect(redaction.text("in /home/ada/x and /srv/course") == "in ~/x and .")
    #expect(redaction.text("a/b") == "a/b")
  }

  /// Short, as arguments are printed; each is repeated.
  @Test(arguments: ["w", "line\n", "\u{301}", "\u{9b}", "👩‍👩‍👧‍👦"])
  func `long text is cut, and what is cut stays as it is`(part: String) {
    let text = "a" + String(repeating: part, count: 200_000)
    let redaction = Redaction(hiddenNames: ["w hidden"])
    let cut = redaction.text(text)
    #expect(cut.unicodeScalars.count <= 1_500)
    #expect(cut.split(separator: "\n", omittingEmptySubsequences: false).count <= 12)
    #expect(cut.hasSuffix(" …"))
    #expect(redaction.text(cut) == cut)
    #expect(redaction.oneLine(text).unicodeScalars.count <= 300 + 12)
  }

  @Test func `text within the limits stays as it is`() {
    let text = String(repeating: "w", count: 1_500)
    #expect(Redaction().text(text) == text)
    #expect(Redaction().text("") == "")
  }

  @Test func `of what was printed the end is kept`() {
    #expect(Redaction().printed("") == nil)
    #expect(Redaction().printed("\n \n") == nil)
    #expect(Redaction().printed("a\nb\n") == "a\nb")
    let many = (1...100).map { "\($0)" }.joined(separator: "\n")
    #expect(Redaction().printed(many) == "… " + (89...100).map { "\($0)" }.joined(separator: "\n"))
    let long = String(repeating: "w", count: 1 << 20) + "end"
    #expect(Redaction().printed(long)?.hasSuffix("wend") == true)
    #expect(Redaction().printed("\u{1b}[31mred") == "␛[31mred")
  }

  @Test func `keys and texts of a difference are on one line and short`() {
    let key = "\u{1b}[31m\n" + String(repeating: "k", count: 1_000)
    let difference = Redaction().difference(
      ValueDifference(
        kind: .text, place: [key] + [String](repeating: "0", count: 500), expected: "a\nb", actual: key,
        worstPlace: [key]))
    #expect(difference.place.count == 32)
    #expect(difference.place[16] == "…")
    #expect(difference.place[0].hasPrefix("␛[31m⏎kkk"))
    #expect(difference.place[0].unicodeScalars.count <= 80)
    #expect(difference.worstPlace?.first == difference.place[0])
    #expect(difference.expected == "a⏎b")
    #expect(difference.actual.unicodeScalars.count <= 300)
  }
}
