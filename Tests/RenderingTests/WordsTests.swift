// What is said instead of drawn.
import LessonDocuments
import StepRecords
import Testing

@testable import Rendering

@Suite("Words")
struct WordsTests {
  private let options = TextOptions(plain: true)

  private static let curves: [(words: String, value: @Sendable (Double) -> Double)] = [
    ("falls from 40 to 0, steadily", { 40 - $0 }),
    ("falls from 10 to 0.2439, fast at first, then slowly", { 10 / (1 + $0) }),
    ("rises from 0 to 64, slowly at first, then fast", { $0 * $0 * $0 / 1000 }),
    ("falls from 400 to 0 at value 20, then rises to 400", { ($0 - 20) * ($0 - 20) }),
    ("rises from 0 to 400 at value 20, then falls to 0", { 400 - ($0 - 20) * ($0 - 20) }),
    ("goes up and down, from 0 at first to 0 at last", { $0.truncatingRemainder(dividingBy: 5) }),
    ("all are 2", { _ in 2 }),
  ]

  @Test("say which way a curve goes", arguments: curves.indices)
  func trends(_ index: Int) throws {
    let curve = Self.curves[index]
    let trend = try #require(CurveTrend((0...40).map { curve.value(Double($0)) }))
    #expect(trend.words(NumberText(options)) { String($0) } == curve.words)
  }

  @Test(
    "name spaces and line breaks of tokens", arguments: [(" the", "space the"), ("\n", "new line"), ("", "nothing")])
  func tokens(_ token: String, _ words: String) { #expect(TokenLabel.text(token, options) == words) }

  @Test("write units out")
  func units() {
    let text = NumberText(options)
    #expect(
      [text.percent(0.623), text.percent(0.0001), text.short(-.infinity), text.short(.nan), text.short(-2)]
        == ["62.3 percent", "less than 0.1 percent", "minus infinity", "not a number", "-2"])
    #expect([1, 72, 7260].map(text.duration) == ["1 second", "1 minute 12 seconds", "2 hours 1 minute"])
  }

  @Test("tell the parts of prose apart without signs")
  func prose() throws {
    let text = """
      ## Two

      > Said by **one**
      >
      > and another

      - first
      - second
        - inner `code`

      ---

      1. one
      """
    let lesson = try LessonReader.read(text, named: "x.md").lesson
    let lines = ProsePicture.lines(for: lesson.document, options: options).map(\.plainText)
    #expect(
      lines == [
        "Heading 2: Two", "", "Quote: Said by one", "and another", "End of quote.", "", "Item 1 of 2: first",
        "Item 2 of 2: second", "Inner item 1 of 1: inner code", "", "1. one",
      ])
  }
}
