import Rendering
import StepRecords
import Testing

@testable import Grading

/// Numbers that differ, at a terminal.
@Suite struct DifferencePictureTests {
  private func picture(
    _ expected: ProbedValue, _ actual: ProbedValue, _ options: TextOptions = TextOptions(width: 80)
  ) -> String {
    let difference = ValueComparison.difference(expected: expected, actual: actual, tolerance: .standard)
    return difference.map { DifferencePicture($0, options: options).lines.encoded(options) } ?? "equal"
  }

  /// `[rows][columns]` numbers that count up, the last of them wrong if asked for.
  private func counting(_ rows: Int, _ columns: Int, wrong: Int? = nil) -> ProbedValue {
    .numbers(
      shape: [rows, columns], values: (0..<rows * columns).map { $0 == wrong ? -1 : Double($0) + 0.5 })
  }

  @Test func `a list stands below the expected one`() {
    #expect(
      picture(list(0.25, 0.5, 100), list(0.25, -0.5, .infinity)) == """
                       0        1        2
        expected    0.25     0.50   100.00
           yours    0.25    −0.50*     inf*

        """)
  }

  @Test func `lists of other lengths show where one ends`() {
    #expect(
      picture(list(5, 6, 7), list(5, 6), TextOptions(width: 60, ascii: true)) == """
                  0   1   2
        expected  5   6   7
           yours  5   6

        """)
  }

  @Test func `matrices of other shapes say their shapes`() {
    #expect(
      picture(matrix([1, 2, 3], [4, 5, 6]), matrix([1, 4], [2, 5], [3, 6])) == """
        expected [2, 3]    yours [3, 2]
           0   1   2          0   1
        0  1   2   3       0  1   4
        1  4   5   6       1  2   5
                           2  3   6

        """)
  }

  @Test func `what does not fit beside stands below, and the wrong number is in sight`() {
    let options = TextOptions(width: 60)
    let below = picture(counting(3, 8), counting(3, 8, wrong: 23), options)
    #expect(below.contains("\n\nyours\n"))
    let lines = picture(counting(1, 64), counting(1, 64, wrong: 63), options).split(separator: "\n")
    #expect(lines.contains { $0.hasSuffix("−1.0*") })
    #expect(lines[1].hasPrefix("  …"))
    let tall = picture(counting(64, 1), counting(64, 1, wrong: 40), options)
    #expect(tall.contains("−1.0*"))
    #expect(tall.contains("…"))
    #expect(tall.split(separator: "\n").count < 20)
  }

  @Test(arguments: [20, 60, 120]) func `nothing is wider than the terminal`(width: Int) {
    let values: [(ProbedValue, ProbedValue)] = [
      (counting(8, 8), counting(8, 8, wrong: 30)), (counting(1, 64), counting(1, 64, wrong: 0)),
      (list(1e-300, 1e300, .nan), list(-1e300, .infinity, 0)), (counting(64, 1), counting(1, 64)),
    ]
    for (expected, actual) in values {
      for options in [TextOptions(width: width), TextOptions(width: width, ascii: true)] {
        let lines = picture(expected, actual, options).split(separator: "\n")
        #expect(!lines.isEmpty)
        // The narrowest terminals are cut by the verdict's picture.
        for line in lines where width >= 60 { #expect(line.count <= width, "\(line)") }
        if options.ascii { #expect(lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7f).contains($0) } }) }
      }
    }
  }

  @Test func `colours say the same as the marks`() {
    let text = picture(list(1, 2), list(1, 3), TextOptions(width: 80, color: .sixteen))
    #expect(text.contains("\u{1b}[31m3*\u{1b}[0m"))
    #expect(text.contains("\u{1b}[32m2"))
  }

  @Test func `a single number, a large value and three axes are not drawn`() {
    #expect(picture(.numbers(shape: [], values: [1]), .numbers(shape: [], values: [2])) == "")
    #expect(picture(counting(1, 65), counting(1, 65, wrong: 3)) == "")
    #expect(picture(.numbers(shape: [1, 1, 2], values: [1, 2]), .numbers(shape: [1, 1, 2], values: [1, 3])) == "")
  }

  @Test func `numbers that do not fill their shape are not drawn`() {
    for (shape, values) in [
      ([2, 2], [1.0]), ([-1, 4], [1, 2]), ([0], []), ([1 << 40, 1 << 40], [1, 2]), ([], [1, 2]),
    ] {
      var difference = ValueDifference(kind: .values, expected: "1", actual: "2")
      difference.shape = shape
      difference.expectedNumbers = values
      difference.actualNumbers = values
      difference.wrongNumbers = [99, -1]
      #expect(DifferencePicture(difference, options: TextOptions()).lines.isEmpty)
      #expect(DifferenceHTML.html(difference) == nil)
    }
  }

  @Test func `a page has the same numbers, the wrong ones marked`() throws {
    let difference = try #require(
      ValueComparison.difference(expected: list(1, 2), actual: list(1, .nan), tolerance: .standard))
    let source = try #require(DifferenceHTML.html(difference)).source
    #expect(source.contains("<caption>expected</caption><tbody><tr><td class=\"numeric\">1</td>"))
    #expect(source.contains("<td class=\"numeric failed\">nan*</td>"))
    let shapes = try #require(
      ValueComparison.difference(expected: list(1, 2), actual: matrix([1, 2]), tolerance: .standard))
    #expect(DifferenceHTML.html(shapes)?.source.contains("<caption>yours [1, 2]</caption>") == true)
  }
}
