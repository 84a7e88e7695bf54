import StepRecords
import Testing

@testable import Grading

private func hint(_ expected: ProbedValue, _ actual: ProbedValue, _ tolerance: Tolerance = .standard) -> String? {
  DifferenceHint.line(expected: expected, actual: actual, tolerance: tolerance)
}

private let square = matrix([0.1, 0.2, 0.7], [0.3, 0.6, 0.1], [0.25, 0.5, 0.25])

private func mapped(_ value: ProbedValue, _ transform: (Int, Double) -> Double) -> ProbedValue {
  guard case .numbers(let shape, let values) = value else { return value }
  return .numbers(shape: shape, values: values.enumerated().map(transform))
}

@Suite struct DifferenceHintTests {
  @Test func `a transpose is told, in the same shape and in another`() {
    let transposed = matrix([0.1, 0.3, 0.25], [0.2, 0.6, 0.5], [0.7, 0.1, 0.25])
    #expect(hint(square, transposed)?.contains("transpose") == true)
    #expect(hint(matrix([1, 2, 3], [4, 5, 6]), matrix([1, 4], [2, 5], [3, 6]))?.contains("transpose") == true)
    #expect(hint(matrix([1, 2, 3], [4, 5, 6]), matrix([1, 2], [3, 4], [5, 6])) != nil)
    #expect(hint(matrix([1, 2, 3], [4, 5, 6]), matrix([1, 4], [2, 5], [3, 7])) == nil)
  }

  @Test func `right numbers in another shape`() {
    #expect(hint(matrix([1, 2], [3, 4]), list(1, 2, 3, 4))?.contains("only the shape") == true)
    #expect(hint(list(1), .numbers(shape: [], values: [1]))?.contains("only the shape") == true)
    #expect(hint(matrix([1, 2], [3, 4]), list(1, 2, 3, 5)) == nil)
  }

  @Test func `numbers missing or too many at an end`() {
    #expect(hint(list(1, 2, 3), list(1, 2)) == "what is there is right; 1 number is missing at the end")
    #expect(hint(list(1, 2, 3, 4), list(3, 4)) == "what is there is right; 2 numbers are missing at the beginning")
    #expect(hint(list(1, 2), list(1, 2, 3, 4)) == "it begins right; 2 numbers are too many at the end")
    #expect(hint(list(1, 2), list(0, 1, 2)) == "it ends right; 1 number is too many at the beginning")
    #expect(hint(list(1, 2, 3), list(1, 3)) == nil)
  }

  @Test func `what makes nan and infinities`() {
    #expect(hint(list(1, 2), list(.nan, 2))?.hasPrefix("nan comes from") == true)
    #expect(hint(list(1, 2), list(.infinity, 2))?.hasPrefix("inf comes from") == true)
    #expect(hint(list(1, 2), list(-.infinity, 2))?.hasPrefix("-inf comes from") == true)
    #expect(hint(list(.nan, 2), list(.nan, 3)) != "nan comes from")
  }

  @Test func `nothing but zeros`() {
    #expect(hint(list(1, 2), list(0, 0))?.contains("every number is 0") == true)
    #expect(hint(.numbers(shape: [], values: [1]), .numbers(shape: [], values: [0])) == nil)
  }

  @Test func `a factor, with where it may come from`() {
    #expect(hint(square, mapped(square) { $1 * 3 }) == "every number is 3 times the expected one")
    #expect(hint(square, mapped(square) { $1 / 8 }) == "every number is 0.125 (1 / 8) times the expected one")
    #expect(hint(square, mapped(square) { $1 * 8.0.squareRoot() })?.contains("2.828 (√8)") == true)
    #expect(hint(square, mapped(square) { $1 / 8.0.squareRoot() })?.contains("(1 / √8)") == true)
    #expect(hint(square, mapped(square) { -$1 }) == "every number has the opposite sign")
    #expect(hint(list(0, 1, 0), list(0, 3, 0))?.contains("times") != true)
    #expect(hint(list(1, 2, 4), list(2, 4, 8.1)) == nil)
  }

  @Test func `a constant that is added`() {
    #expect(hint(list(1, 5, 2), list(1.5, 5.5, 2.5)) == "every number is 0.5 more than the expected one")
    #expect(hint(list(1, 5, 2), list(0, 4, 1)) == "every number is 1 less than the expected one")
    // Beside a million, a difference of 1 and one of 2 are not the same.
    #expect(hint(list(1e6, 2e6, 5e6), list(1e6 + 1, 2e6 + 2, 5e6 + 1), .exact) == nil)
  }

  @Test func `a function of the expected numbers`() {
    #expect(hint(list(0.5, 3), list(0.25, 9))?.contains("square of") == true)
    #expect(hint(list(0.25, 9), list(0.5, 3))?.contains("square root of") == true)
    #expect(hint(list(0.25, 5), list(4, 0.2))?.contains("1 divided by") == true)
    let (loss, perplexity) = (2.3, 9.974182454814718)
    let number = { ProbedValue.numbers(shape: [], values: [$0]) }
    #expect(hint(number(perplexity), number(loss)) == "this is the natural logarithm of the expected number")
    #expect(hint(number(loss), number(perplexity))?.contains("exponential") == true)
    // Of a single whole number that is chance.
    #expect(hint(number(4), number(2)) == nil)
  }

  @Test func `the right numbers elsewhere`() {
    #expect(hint(list(1, 2, 4), list(4, 2, 1)) == "these are the expected numbers in reverse order")
    #expect(hint(list(1, 2, 4, 8), list(4, 1, 8, 2)) == "the numbers are right, their order is not")
    #expect(hint(matrix([1, 2], [3, 5]), matrix([3, 5], [1, 2])) == "these are the expected rows in reverse order")
    #expect(hint(matrix([1, 2], [3, 5]), matrix([2, 1], [5, 3])) == "each row is in reverse order")
    #expect(hint(list(10_000, 20_000), list(10_001, 20_000), .exact) != "the numbers are right, their order is not")
  }

  @Test func `everything one place off`() {
    #expect(hint(list(1, 5, 2, 7), list(0, 1, 5, 2)) == "everything stands one place too late")
    #expect(hint(list(1, 5, 2, 7), list(5, 2, 7, 0)) == "everything stands one place too early")
    let rows = matrix([1, 9], [5, 3], [2, 8])
    #expect(hint(rows, matrix([0, 0], [1, 9], [5, 3])) == "everything stands one row too late")
    #expect(hint(list(1, 1, 1, 1), list(0, 1, 1, 1))?.contains("too late") != true)
  }

  @Test func `sums that should be 1`() {
    #expect(hint(list(0.25, 0.75), list(0.5, 1.3)) == "the numbers sum to 1.8; they should sum to 1")
    let byColumns = matrix([0.2, 0.5, 0.1], [0.5, 0.25, 0.3], [0.3, 0.25, 0.6])
    #expect(hint(square, byColumns) == "the columns sum to 1; the rows should")
    let together = matrix([0.1, 0.1, 0.1], [0.1, 0.2, 0.1], [0.1, 0.1, 0.1])
    #expect(hint(square, together) == "all numbers together sum to 1; each row should")
    let neither = hint(matrix([0.5, 0.5], [0.25, 0.75]), matrix([0.5, 1], [0.25, 1.5]))
    #expect(neither == "the rows sum to 1.5, 1.75; each should sum to 1")
  }

  @Test func `rows and columns that are off by numbers of their own`() {
    let rows = matrix([1, 2, 4], [3, 1, 8], [2, 9, 7])
    #expect(
      hint(rows, matrix([2, 4, 8], [9, 3, 24], [2, 9, 7]))?.hasPrefix(
        "each row is a multiple of the expected one (2, 3, 1)") == true)
    #expect(
      hint(rows, matrix([2, 6, 4], [6, 3, 8], [4, 27, 7]))?.hasPrefix(
        "each column is a multiple of the expected one (2, 3, 1)") == true)
    #expect(
      hint(rows, matrix([2, 3, 5], [1, -1, 6], [2.5, 9.5, 7.5]))?.hasPrefix(
        "each row is off by a number of its own (1, -2, 0.5)") == true)
  }

  @Test(arguments: [
    ([0, 1, 2], "the numbers in the first row are wrong, all others are right"),
    ([6, 8], "all wrong numbers stand in the last row"),
    ([0, 3, 6], "the numbers in the first column are wrong, all others are right"),
    ([2, 8], "all wrong numbers stand in the last column"),
    ([0, 4, 8], "the numbers on the diagonal are wrong, all others are right"),
    ([1, 5], "all wrong numbers stand above the diagonal"), ([3, 7], "all wrong numbers stand below the diagonal"),
    ([0, 1, 5], "all wrong numbers stand on or above the diagonal"),
  ])
  func `where all wrong numbers stand`(places: [Int], line: String) {
    // Changes that have nothing in common.
    let actual = mapped(matrix([1, 2, 4], [3, 1, 8], [2, 9, 7])) {
      places.contains($0) ? $1 * (2 + Double($0 * $0)) + 0.37 : $1
    }
    #expect(hint(matrix([1, 2, 4], [3, 1, 8], [2, 9, 7]), actual) == line)
  }

  @Test func `one wrong number among others is a place and no pattern`() {
    #expect(hint(matrix([1, 2, 4], [3, 1, 8]), matrix([1, 2, 4.7], [3, 1, 8])) == nil)
    #expect(hint(list(1, 2, 4), list(1, 2, 4.7)) == "only the last number is wrong")
    #expect(hint(list(1, 2, 4), list(1, 2.2, 4)) == nil)
  }

  @Test func `numbers that have nothing in common get no line`() {
    #expect(hint(list(1, 2, 4), list(3.1, 0.7, 12)) == nil)
    #expect(hint(matrix([1, 2], [3, 5]), matrix([9, 2.5], [1, 1])) == nil)
    #expect(hint(.truth(true), .truth(false)) == nil)
  }

  @Test func `a wide tolerance makes no patterns`() {
    #expect(hint(list(1, 5, 2), list(1.9, 3.2, 2.7), .absolute(0.5)) == nil)
  }
}

@Suite struct TextPatternTests {
  @Test(arguments: [
    ("Harbour", "harbour", "only upper and lower case differ"), ("a b\n", "ab", "only spaces and line breaks differ"),
    ("abcd", "dcba", "this is the expected text backwards"),
    ("abcd", "ab", "the text is right as far as it goes, and ends too early"),
    ("ab", "abcd", "the text begins right, and goes on too long"), ("ab", "", "the text is empty"),
  ])
  func `a text`(expected: String, actual: String, line: String) {
    #expect(TextPattern.line(expected: expected, actual: actual) == line)
  }

  @Test(arguments: [
    (["a", "b", "c"], ["c", "b", "a"], "these are the expected items in reverse order"),
    (["a", "b", "c"], ["b", "a", "c"], "the items are right, their order is not"),
    (["a", "b", "c"], ["a", "b"], "what is there is right; 1 item missing at the end"),
    (["a", "b", "c"], ["b", "c"], "what is there is right; 1 item missing at the beginning"),
    (["a", "b"], ["a", "b", "c"], "it begins right; 1 item too many at the end"),
    (["fer", "ry"], ["fe", "rry"], "together they are the expected text; it is cut in other places"),
    (["a", "b"], [], "the list is empty"),
  ])
  func `a list of texts`(expected: [String], actual: [String], line: String) {
    #expect(
      TextPattern.line(expected: expected.map(ProbedValue.text), actual: actual.map(ProbedValue.text)) == line)
  }

  @Test func `texts that have nothing in common get no line`() {
    #expect(TextPattern.line(expected: "ferry", actual: "boat") == nil)
    #expect(TextPattern.line(expected: [.text("a"), .text("b")], actual: [.text("c"), .truth(true)]) == nil)
  }
}

@Suite struct DifferenceTextTests {
  private func message(_ expected: ProbedValue, _ actual: ProbedValue) -> String {
    DifferenceText.sentences(expected: expected, actual: actual, tolerance: .standard)
  }

  @Test func `a message says what is there, what is expected, how much is wrong and what it has in common`() {
    #expect(
      message(matrix([0.5, 0.5], [0.2, 0.8]), matrix([0.5, 0.5], [0.1, 0.4])) == """
        at [1, 0]: 0.1, expected 0.2
        2 of 4 numbers are wrong; the largest error is 0.4, at [1, 1]
        the rows sum to 1, 0.5; each should sum to 1
        """)
    #expect(message(matrix([1, 2], [3, 4]), list(1, 2)) == "the shape is [2], expected [2, 2]")
    #expect(message(.truth(true), .truth(false)) == "false, expected true")
    #expect(message(list(1, 2), .truth(true)) == "this is true, expected numbers of shape [2]")
    #expect(
      message(.entries(["loss": .list([.text("a"), .nothing])]), .entries(["loss": .list([.text("b"), .nothing])]))
        == "at loss, 0, character 1: \"b\", expected \"a\"")
    #expect(message(list(1, 2), list(1, 2)).isEmpty)
  }

  @Test(arguments: [
    (list(0.25, 0.75), "[0.25, 0.75]"), (.numbers(shape: [], values: [.nan]), "nan"), (list(), "[]"),
    (matrix([1, 2], [3, 4]), "numbers of shape [2, 2]: 1, 2, 3, 4"),
    (list(1, 2, 3, 4, 5, 6, 7, 8, 9), "numbers of shape [9]: 1, 2, 3, 4, 5, 6, 7, 8, …"),
    (.list([.text("a"), .nothing]), "a list of 2 items: the text \"a\", nil"),
    (.entries(["b": .nothing]), "keys \"b\""),
    (.truth(true), "true"),
  ])
  func `a value in a few words`(value: ProbedValue, text: String) {
    #expect(ValueText.summary(of: value) == text)
  }
}
