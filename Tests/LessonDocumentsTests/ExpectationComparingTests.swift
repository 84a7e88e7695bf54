// What a step printed against its expect block (LESSON_FORMAT rule 8).
import Testing

@testable import LessonDocuments

struct ExpectationComparingTests {
  private func difference(_ expected: [String], _ output: String) -> [String]? {
    let nowhere = SourceRange(start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 1))
    let expectation = Expectation(step: 1, lines: expected, range: nowhere, contentLines: 2..<3, linePrefix: "")
    return expectation.compare(with: output)?.map(\.description)
  }

  @Test(
    "equal lines match, whatever ends them",
    arguments: [
      ([], ""), (["a"], "a"), (["a"], "a\n"), (["a", ""], "a\n\n"), (["a", "b"], "a\r\nb\r"), (["", "a"], "\na\n"),
    ])
  func equal(_ expected: [String], _ output: String) {
    #expect(difference(expected, output) == nil)
  }

  @Test(
    "a difference says what is missing and what is there instead",
    arguments: [
      (["a"], "", ["- a"]), ([], "a\n", ["+ a"]), (["a", "b"], "a\nc\n", ["  a", "- b", "+ c"]),
      (["a"], "a \n", ["- a", "+ a "]),
      (["a"], "a\n\n", ["  a", "+ "]), (["b"], "a\nb\nc\n", ["+ a", "  b", "+ c"]), (["1"], "1.0\n", ["- 1", "+ 1.0"]),
    ])
  func different(_ expected: [String], _ output: String, _ lines: [String]) {
    #expect(difference(expected, output) == lines)
  }

  @Test(
    "... stands for any lines, or any part of a line",
    arguments: [
      (["..."], ""), (["..."], "a\nb\n"), (["a", "...", "d"], "a\nb\nc\nd\n"), (["a", "...", "d"], "a\nd\n"),
      (["  ... "], "a\n"),
      (["a..."], "abc\n"), (["a...c"], "abbc\n"), (["...c...e"], "abcde\n"), (["...", "b", "..."], "a\nb\na\n"),
      (["a..."], "a\n"), (["..."], "...\n"),
    ])
  func skipped(_ expected: [String], _ output: String) {
    #expect(difference(expected, output) == nil)
  }

  @Test(
    "what ... cannot stand for is a difference",
    arguments: [(["a", "...", "d"], "a\nb\nc\n"), (["a...c"], "abcd\n"), (["...", "b"], "b\nc\n")])
  func notSkipped(_ expected: [String], _ output: String) {
    #expect(difference(expected, output) != nil)
  }

  @Test(
    "numbers match within their tolerance",
    arguments: [
      ("≈0.333", "0.3333", true), ("≈0.333", "0.334", false), ("≈100", "100.1", true), ("≈100", "100.2", false),
      ("≈0", "0.001", true),
      ("≈0", "0.0011", false), ("≈-2e3", "-2001", true), ("≈-2", "2", false), ("0.123±0.01", "0.133", true),
      ("0.123±0.01", "0.1331", false),
      ("5±0", "5.0", true), ("≈nan", "nan", true), ("≈nan", "1", false), ("≈inf", "inf", true), ("≈inf", "-inf", false),
      ("loss ≈1.5, end", "loss 1.5001, end", true), ("≈1", "one", false), ("[≈1, ≈2]", "[1.0, 2.0]", true),
      ("≈0.5", "≈0.5", true), ("x2±1", "x2±1", true),
      ("...≈2", "12", false), ("≈1", "1e400", false), ("≈1", "", false),
    ])
  func numbers(_ expected: String, _ output: String, _ matches: Bool) {
    #expect((difference([expected], output + "\n") == nil) == matches)
  }

  @Test("a long difference is shortened, and says how much is left out")
  func shortened() throws {
    let expected = (0..<5_000).map { "line \($0)" }
    let output = expected.map { $0 == "line 2500" ? "other" : $0 }.joined(separator: "\n")
    let lines = try #require(difference(expected, output))
    #expect(
      lines == [
        "  … 2497 lines the same", "  line 2497", "  line 2498", "  line 2499", "- line 2500", "+ other", "  line 2501",
        "  line 2502", "  line 2503", "  … 2496 lines the same",
      ])
    let all = try #require(difference(expected, String(repeating: "y\n", count: 5_000)))
    #expect(all.count < 100)
    #expect(all.last?.contains("more lines of difference") == true)
  }

  @Test(
    "what was printed matches itself, whatever it looks like",
    arguments: ["...", "≈1 ±2", "a ... b", "0.1±0.2", "\u{0}\t "])
  func itself(_ output: String) {
    #expect(difference([output.replacing("\0", with: "\u{FFFD}")], output) == nil)
  }
}
