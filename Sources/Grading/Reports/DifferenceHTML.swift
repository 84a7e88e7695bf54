// The numbers of a small value, expected and given, as tables of a page; the wrong ones marked as at the terminal.
import Rendering

enum DifferenceHTML {
  /// Opened by the reader; nil where there are no numbers to show.
  static func html(_ difference: ValueDifference) -> HTML? {
    guard let sides = DrawnNumbers.sides(of: difference) else { return nil }
    let column = NumberColumn(sides.expected.values + sides.actual.values, options: TextOptions())
    let hasOtherShape = sides.expected.shape != sides.actual.shape
    let parts = [(sides.expected, "expected", false), (sides.actual, "yours", true)].map { side, title, isActual in
      let shape = hasOtherShape ? " \(ValueText.shape(side.shape))" : ""
      return table(side, title: title + shape, column, isActual: isActual)
    }
    return .element("details", [:], [.element("summary", text: "all numbers")] + parts)
  }

  private static func table(_ side: DrawnNumbers, title: String, _ column: NumberColumn, isActual: Bool) -> HTML {
    let rows = side.rows.map { row in
      HTML.element(
        "tr", [:],
        row.map { index in
          let isMarked = isActual && side.wrong.contains(index)
          return .element(
            "td", ["class": isMarked ? "numeric failed" : "numeric"],
            text: column.string(side.values[index]) + (isMarked ? NumberGrid.mark : ""))
        })
    }
    return .element(
      "table", ["class": "numbers"], [.element("caption", text: title), .element("tbody", [:], rows)])
  }
}
