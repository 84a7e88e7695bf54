import StepRecords
import Testing

@testable import Grading

func list(_ values: Double...) -> ProbedValue { .numbers(shape: [values.count], values: values) }

func matrix(_ rows: [Double]...) -> ProbedValue {
  .numbers(shape: [rows.count, rows.first?.count ?? 0], values: rows.flatMap { $0 })
}

private func number(_ value: Double) -> ProbedValue { .numbers(shape: [], values: [value]) }

private func difference(
  _ expected: ProbedValue, _ actual: ProbedValue, _ tolerance: Tolerance = .standard
) -> ValueDifference? {
  ValueComparison.difference(expected: expected, actual: actual, tolerance: tolerance)
}

@Suite struct ValueComparisonTests {
  @Test(arguments: [
    number(3), list(), list(1, -0.0), list(.nan, .infinity, -.infinity), .text("a"), .truth(true), .nothing, .list([]),
    .entries(["a": .list([.text("b"), number(1)])]),
  ])
  func `a value equals itself`(value: ProbedValue) {
    #expect(difference(value, value, .exact) == nil)
    #expect(ValueComparison.isSame(value, as: value))
  }

  @Test(arguments: [
    (1.0, 1.0001, Tolerance.standard, true), (1, 1.00011, .standard, false), (0, 1e-6, .standard, true),
    (0, 1.1e-6, .standard, false), (1000, 1000.09, .standard, true), (-1000, -1000.2, .standard, false),
    (2, 2.5, .absolute(0.5), true), (2, 2.51, .absolute(0.5), false), (1, 1.0000000001, .exact, false),
    (.nan, .nan, .exact, true), (.nan, 1, .absolute(10), false), (1, .nan, .absolute(10), false),
    (.infinity, .infinity, .exact, true), (.infinity, -.infinity, .absolute(.infinity), false),
    (1e308, -1e308, .standard, false), (.infinity, 1e308, .relative(1), false), (0, -0.0, .exact, true),
  ])
  func `a number may be off by the tolerance and no more`(
    expected: Double, actual: Double, tolerance: Tolerance, isRight: Bool
  ) {
    #expect((difference(number(expected), number(actual), tolerance) == nil) == isRight)
  }

  @Test func `another kind of value is told before anything else`() throws {
    let found = try #require(difference(list(1, 2), .text("1, 2")))
    #expect(found.kind == .kind)
    #expect(found.expected == "numbers of shape [2]")
    #expect(found.actual == "the text \"1, 2\"")
    #expect(difference(number(1), .truth(true))?.kind == .kind)
    #expect(difference(.nothing, number(1))?.kind == .kind)
    #expect(difference(.entries([:]), .list([]))?.kind == .kind)
    #expect(difference(number(1), .list([number(1)]))?.kind == .kind)
  }

  @Test func `the shape comes before the values`() throws {
    let found = try #require(difference(matrix([1, 2], [3, 4]), list(9, 9)))
    #expect(found.kind == .shape)
    #expect(found.expected == "[2, 2]")
    #expect(found.actual == "[2]")
    #expect(found.wrongCount == nil)
    #expect(difference(number(1), list(1))?.expected == "one number")
  }

  @Test func `the first wrong number, the largest error and their places are told`() throws {
    let found = try #require(difference(matrix([1, 2], [3, 4]), matrix([1, 2.5], [3, 6])))
    #expect(found.kind == .values)
    #expect(found.place == ["0", "1"])
    #expect(found.expected == "2")
    #expect(found.actual == "2.5")
    #expect(found.largestError == 2)
    #expect(found.worstPlace == ["1", "1"])
    #expect(found.wrongCount == 2)
    #expect(found.count == 4)
  }

  @Test func `the largest error leaves out what is not finite, and its place if it is the first`() throws {
    let found = try #require(difference(list(1, 1, 1), list(3, .nan, .infinity)))
    #expect(found.largestError == 2)
    #expect(found.worstPlace == nil)
    #expect(found.wrongCount == 3)
    #expect(difference(list(.nan), list(1))?.largestError == nil)
  }

  @Test(arguments: [
    (0.5, 0.25, "0.5", "0.25"), (0.123456, 0.123457, "0.123456", "0.123457"),
    (0.12345678901, 0.12345678902, "0.12345678901", "0.12345678902"), (12_345_678, 12_345_679, "12345678", "12345679"),
    (0.1, 0.1 + 1e-17 * 4, "0.1", "0.10000000000000005"), (.nan, 1, "nan", "1"), (1, -.infinity, "1", "-inf"),
    (1e300, 1.00001e300, "1e+300", "1.00001e+300"),
  ])
  func `numbers have as many digits as it takes`(expected: Double, actual: Double, wanted: String, shown: String) {
    let texts = ValueText.numbers(expected: expected, actual: actual)
    #expect(texts == (wanted, shown))
  }

  @Test func `small numbers are kept for drawing, with the wrong ones`() throws {
    let found = try #require(difference(list(1, 2, 3), list(1, 5, 4)))
    #expect(found.shape == [3])
    #expect(found.expectedNumbers == [1, 2, 3])
    #expect(found.actualNumbers == [1, 5, 4])
    #expect(found.wrongNumbers == [1, 2])
    #expect(found.actualShape == nil)
    let shapes = try #require(difference(list(1, 2), matrix([1, 2])))
    #expect(shapes.shape == [2])
    #expect(shapes.actualShape == [1, 2])
    #expect(shapes.wrongNumbers == nil)
  }

  @Test func `large numbers and more than two axes are not kept`() {
    let zeros = [Double](repeating: 0, count: 65)
    let ones = [Double](repeating: 1, count: 65)
    #expect(difference(.numbers(shape: [65], values: zeros), .numbers(shape: [65], values: ones))?.shape == nil)
    let cube = ProbedValue.numbers(shape: [1, 1, 1], values: [0])
    #expect(difference(cube, .numbers(shape: [1, 1, 1], values: [1]))?.expectedNumbers == nil)
    #expect(difference(cube, .numbers(shape: [1, 1, 1], values: [1]))?.place == ["0", "0", "0"])
  }

  @Test func `rows of different lengths are compared row by row`() throws {
    let found = try #require(difference(matrix([1, 2], [3, 4]), .list([list(1, 2), list(3)])))
    #expect(found.kind == .shape)
    #expect(found.place == ["1"])
    #expect(difference(matrix([1, 2]), .list([list(1, 2)])) == nil)
    let shorter = try #require(difference(matrix([1, 2], [3, 4]), .list([list(1, 2)])))
    #expect(shorter.kind == .items)
    #expect(shorter.actual == "1 item")
  }

  @Test func `the place leads through lists and dictionaries`() throws {
    let expected = ProbedValue.entries(["loss": .list([number(1), .text("x"), list(1, 2)]), "steps": number(2)])
    let actual = ProbedValue.entries(["loss": .list([number(1), .text("x"), list(1, 3)]), "steps": number(2)])
    let found = try #require(difference(expected, actual))
    #expect(found.place == ["loss", "2", "1"])
    #expect(found.count == 4)
    #expect(found.wrongCount == 1)
    #expect(ValueText.place(found.place) == "loss, 2, 1")
    #expect(ValueText.place(["2", "0"]) == "[2, 0]")
  }

  @Test func `missing and additional keys are named`() throws {
    let found = try #require(difference(.entries(["a": number(1), "b": number(2)]), .entries(["a": number(3)])))
    #expect(found.kind == .items)
    #expect(found.expected == #"keys "a", "b""#)
    #expect(found.actual == #"keys "a""#)
    #expect(difference(.entries(["a": .nothing]), .entries(["b": .nothing]))?.kind == .items)
    #expect(difference(.entries(["a": .nothing]), .entries([:]))?.actual == "no keys")
  }

  @Test func `a list that is too short or too long says so`() {
    let found = difference(.list([.text("ha"), .text("r b")]), .list([.text("a")]))
    #expect(found?.expected == "2 items: \"ha\", \"r b\"")
    #expect(found?.actual == "1 item: \"a\"")
    #expect(difference(.list([]), .list([.truth(true)]))?.actual == "1 item")
    #expect(difference(.list([]), .list([.truth(true)]))?.expected == "0 items")
    let many = ProbedValue.list((0..<20).map { .text("\($0)") })
    #expect(difference(.list([]), many)?.actual.hasSuffix("\"10\", \"11\", …") == true)
  }

  @Test func `a truth value differs from the other one`() {
    let found = difference(.truth(true), .truth(false))
    #expect(found?.kind == .truth)
    #expect(found?.actual == "false")
  }

  @Test func `a mistake's value is recognised within the tolerance`() {
    #expect(ValueComparison.isSame(list(1, .nan), as: list(1.00001, .nan)))
    #expect(!ValueComparison.isSame(list(1, .nan), as: list(1.1, .nan)))
    #expect(ValueComparison.isSame(list(1), as: list(1.1), tolerance: .absolute(0.2)))
  }
}

@Suite struct TextDifferenceTests {
  @Test func `the first character that differs is told with its surroundings`() throws {
    let found = try #require(
      TextDifference(expected: "the ferry leaves at nine from the old pier", actual: "the ferry leaves at ten"))
    #expect(found.character == 21)
    #expect(!found.hasLines)
    #expect(found.expected == "\"…ferry leaves at nine from the old pier\"")
    #expect(found.actual == "\"…ferry leaves at ten\"")
  }

  @Test func `in several lines only the one that differs is shown from its beginning`() throws {
    let found = try #require(difference(.text("one\ntwo\nthree"), .text("one\ntwo\nThree")))
    #expect(found.place == ["line 3", "character 1"])
    #expect(found.expected == "\"…three\"")
  }

  @Test(arguments: [("abc", "ab", 3), ("", "x", 1), ("a\u{1b}[2J", "a", 2), ("é", "e", 1), ("a\r\nb", "a\nb", 2)])
  func `texts that end early, are empty or hold control characters differ somewhere`(
    expected: String, actual: String, character: Int
  ) throws {
    let found = try #require(TextDifference(expected: expected, actual: actual))
    #expect(found.character == character)
    #expect((found.expected + found.actual).unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7f })
  }

  @Test func `letters written in two ways are the same, as in Swift`() {
    #expect(TextDifference(expected: "caf\u{e9}", actual: "cafe\u{301}") == nil)
  }
}

@Suite struct HostileValueTests {
  private func nested(_ depth: Int, _ inner: ProbedValue) -> ProbedValue {
    (0..<depth).reduce(inner) { value, _ in .list([value]) }
  }

  @Test func `lists in lists in lists are compared to the bottom`() throws {
    #expect(difference(nested(500, .text("a")), nested(500, .text("a"))) == nil)
    let found = try #require(difference(nested(500, .text("a")), nested(500, .text("b"))))
    #expect(found.place.count == 501)
    #expect(ValueText.place(found.place) == "0, 0, 0, 0, …, 0, 0, character 1")
    #expect(difference(nested(500, .nothing), nested(501, .nothing))?.kind == .kind)
  }

  @Test func `a million numbers, items and characters give short texts`() throws {
    let numbers = { (value: Double) in
      ProbedValue.numbers(shape: [1000, 1000], values: [Double](repeating: value, count: 1_000_000))
    }
    let texts = { (text: String) in ProbedValue.list([ProbedValue](repeating: .text(text), count: 1_000_000)) }
    let pairs: [(ProbedValue, ProbedValue)] = [
      (numbers(0), numbers(1)), (texts("a"), texts("b")), (numbers(0), texts("a")),
      (.text(String(repeating: "a", count: 1 << 20)), .text(String(repeating: "a", count: 1 << 20) + "b")),
      (.text("a"), .text("b" + String(repeating: "\u{301}", count: 1 << 20))),
      (.text("a"), .list([.text(String(repeating: "b", count: 1 << 20))])),
    ]
    for (expected, actual) in pairs {
      let found = try #require(difference(expected, actual))
      #expect(found.expected.unicodeScalars.count < 250)
      #expect(found.actual.unicodeScalars.count < 250)
      let sentences = DifferenceText.sentences(expected: expected, actual: actual, tolerance: .standard)
      #expect(sentences.unicodeScalars.count < 600)
      #expect(ValueText.summary(of: actual).unicodeScalars.count < 600)
    }
  }

  @Test func `keys as a submission likes them are short and inert`() throws {
    let keys = (0..<100).map { "\u{1b}[31m\u{202e}\($0)" + String(repeating: "k", count: 10_000) }
    let actual = ProbedValue.entries(Dictionary(uniqueKeysWithValues: keys.map { ($0, .nothing) }))
    let found = try #require(difference(.entries([:]), actual))
    #expect(found.actual.count < 500)
    #expect(found.actual.hasSuffix("and 94 more"))
    #expect(!found.actual.unicodeScalars.contains { $0.value == 0x1b || $0.value == 0x202e })
  }
}
