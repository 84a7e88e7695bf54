import StepRecords
import Testing
import Transformers

@testable import StepSupport

@Suite("Showing outside a lesson")
struct PlainShowingTests {
  @Test(
    "each kind of record is one short line with its name",
    arguments: [
      (Record.Content.value(ValueRecord(type: "Int", text: "3")), "n: 3"),
      (.table(TableRecord(columns: ["a", "b"], rows: [["1", "2"]])), "n: 1 rows: a, b"),
      (.distribution(DistributionRecord(labels: ["x", "y"], probabilities: [0.75, 0.25])), "n: x 75.0 %, y 25.0 %"),
      (.picture(PictureRecord(svg: "<svg/>", alternative: "a\ndisc")), "n: a disc"),
    ])
  func lines(content: Record.Content, line: String) {
    #expect(PlainShowing.line(for: content, name: "n") == line)
  }

  @Test("a long value is cut")
  func long() {
    let value = ValueRecord(type: "String", text: String(repeating: "a", count: 500))
    #expect(PlainShowing.line(for: .value(value), name: "").count == PlainShowing.width)
  }

  @Test("a tensor describes itself, below its name if it has several lines")
  func tensor() {
    let matrix = Tensor([[1, 2], [3, 4]])
    #expect(PlainShowing.text(for: matrix, name: "m") == "m:\n\(matrix)")
    let number = Tensor([5]).sum()
    #expect(PlainShowing.text(for: number, name: "s") == "s: \(number)")
  }
}
