// The numbers of a small value, expected and actual.
import Rendering

enum DifferenceTable {
  private static let mostNumbers = 64

  /// nil if the value is large, has more than two axes, or is no numbers.
  static func html(_ difference: ValueDifference) -> HTML? {
    guard let shape = difference.shape, (1...2).contains(shape.count),
      shape.allSatisfy({ $0 > 0 && $0 <= mostNumbers }),
      let expected = difference.expectedNumbers, let actual = difference.actualNumbers,
      expected.count <= mostNumbers, expected.count == actual.count, expected.count == shape.reduce(1, *),
      let columns = shape.last
    else { return nil }
    return .element(
      "details", [:],
      [
        .element("summary", text: "all numbers"), .element("p", text: "expected"), table(expected, columns),
        .element("p", text: "yours"), table(actual, columns),
      ])
  }

  private static func table(_ values: [Double], _ columns: Int) -> HTML {
    let numbers = NumberText(TextOptions())
    let rows = stride(from: 0, to: values.count, by: columns).map { start in
      HTML.element(
        "tr", [:],
        values[start..<start + columns].map { .element("td", ["class": "numeric"], text: numbers.short($0)) })
    }
    return .element("table", ["class": "numbers"], [.element("tbody", [:], rows)])
  }
}
