// Text measured, cut and made harmless, by terminal columns.
import StepRecords
import Testing

@testable import Rendering

@Suite("Text")
struct TextTests {
  @Test(
    "takes as many columns as a terminal gives it",
    arguments: [
      ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｶﾅ", 2), ("👩‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("❤️", 2), ("1️⃣", 2), ("√ᵀ·−", 4),
      ("\u{200b}", 0), ("한국", 4), ("", 0),
    ])
  func width(_ text: String, _ columns: Int) { #expect(text.displayWidth == columns) }

  @Test("is cut at a character, never inside a wide one")
  func truncation() {
    #expect("漢字漢字".truncated(to: 5, ellipsis: "…") == "漢字…")
    #expect("漢字漢字".truncated(to: 4, ellipsis: "…") == "漢…")
    #expect("abc".truncated(to: 3, ellipsis: "...") == "abc")
    #expect("abcdef".truncated(to: 2, ellipsis: "...") == "ab")
  }

  @Test("wraps between words, inside a word that is too long, and anywhere in East Asian text")
  func wrapping() {
    #expect("the ferry to the island".wrapped(to: 10) == ["the ferry", "to the", "island"])
    #expect("abcdefghij".wrapped(to: 4) == ["abcd", "efgh", "ij"])
    #expect("漢字かな".wrapped(to: 5) == ["漢字", "かな"])
    #expect(StyledLine("one two three").wrapped(to: 8, indent: 2).map(\.plainText) == ["one two", "  three"])
  }

  @Test("that a step printed is broken between words", arguments: [TextRecord.Stream.stdout, .stderr])
  func printed(_ stream: TextRecord.Stream) {
    let record = TextRecord(stream: stream, text: "The ferry to Birk leaves today\n  in a thick fog, late\n")
    let lines = TextPicture.lines(for: record, options: TextOptions(width: 20)).map(\.plainText)
    let expected = ["The ferry to Birk", "leaves today", "  in a thick fog,", "late"]
    #expect(lines.map { stream == .stdout ? $0 : String($0.dropFirst(2)) } == expected)
  }

  @Test("cannot move the cursor or change the terminal")
  func sanitizing() {
    #expect("a\u{1b}[2Jb\u{7}\u{9b}c\u{202e}d\r\ne".sanitized() == "a␛[2Jb␇\\u{9b}c\\u{202e}d\ne")
    #expect("a\tb\nc".sanitizedOnOneLine() == "a⇥b⏎c")
    #expect("\u{301}x".sanitized() == "◌\u{301}x")
  }

  @Test("in ASCII keeps its meaning")
  func transliteration() {
    #expect("≈ 0.5 → naïve … √d".transliterated() == "~ 0.5 -> naive ... sqrtd")
    #expect("␇␛船".transliterated() == "^G^[\\u{8239}")
  }

  @Test("styles end with the line, and spaces that nobody sees are left out")
  func encoding() {
    let color = TextOptions(color: .twoHundredFiftySix)
    let red = TextStyle(foreground: TextColor(255, 0, 0))
    let line = StyledLine("a ") + StyledLine("b", red) + StyledLine("  ")
    #expect(line.encoded(color) == "a \u{1b}[38;5;196mb\u{1b}[0m")
    #expect(line.encoded(TextOptions()) == "a b")
    let cell = StyledLine("  ", TextStyle(background: TextColor(0, 0, 95)))
    #expect(cell.encoded(color) == "\u{1b}[48;5;17m  \u{1b}[0m")
    #expect(StyledLine("x\u{1b}[0m").encoded(color) == "x␛[0m")
  }

  @Test("numbers are short, and say what they are not")
  func numbers() {
    let text = NumberText(TextOptions())
    #expect(
      [0.25, -0.25, 1200, 4.5e-7, -.infinity, .nan, 1_234_567.5].map { text.short($0) }
        == ["0.25", "−0.25", "1200", "4.5e-07", "−inf", "nan", "1.235e+06"])
    #expect([0.623, 0.0001, 0, 1].map { text.percent($0) } == ["62.3 %", "<0.1 %", "0.0 %", "100.0 %"])
    #expect([0.04, 12, 72, 7500, .nan].map(text.duration) == ["0.0 s", "12 s", "1 min 12 s", "2 h 5 min", "?"])
    #expect(NumberText(TextOptions(ascii: true)).short(-0.25) == "-0.25")
  }

  @Test("colours of maps grow brighter with the magnitude, on the page and in a terminal")
  func palettes() {
    let steps = (0...100).map { Double($0) / 100 }
    for palette in [Palette.sequential, Palette.terminalSequential, Palette.diverging, Palette.terminalDiverging] {
      let bright = steps.map { palette($0).luminance }
      #expect(zip(bright, bright.dropFirst()).allSatisfy { $0 <= $1 })
    }
    for palette in [Palette.diverging, Palette.terminalDiverging] {
      let bright = steps.map { palette(-$0).luminance }
      #expect(zip(bright, bright.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test("inks of sixteen colours are read on black and on white", arguments: [0, 60, 120, 180, 255] as [UInt8])
  func inks(_ red: UInt8) {
    let unreadable: Set<Int> = [0, 3, 4, 7, 10, 11, 14, 15]
    for green: UInt8 in [0, 80, 160, 255] {
      for blue: UInt8 in [0, 80, 160, 255] {
        #expect(!unreadable.contains(TextColor(red, green, blue).nearestInkOfSixteen))
      }
    }
    let onYellow = StyledLine("x", TextStyle(foreground: TextColor(0, 0, 0), background: TextColor(255, 255, 0)))
    #expect(onYellow.encoded(TextOptions(color: .sixteen)) == "\u{1b}[30;103mx\u{1b}[0m")
  }
}
