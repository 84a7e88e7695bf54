// A difference in one to three plain lines. What the numbers have in common with the expected ones is in DifferenceHint.
import StepRecords

enum DifferenceText {
  /// What is there and what is expected, how much is wrong, and what is certain to help thinking; empty if the values
  /// are equal within the tolerance.
  static func sentences(expected: ProbedValue, actual: ProbedValue, tolerance: Tolerance) -> String {
    guard let walk = ValueWalk(expected: expected, actual: actual, tolerance: tolerance) else { return "" }
    let hint = DifferenceHint.line(expected: walk.expected, actual: walk.actual, tolerance: tolerance)
    return (lines(for: walk.difference) + (hint.map { [$0] } ?? [])).joined(separator: "\n")
  }

  /// What is there, what is expected and where; and of several numbers how many are wrong and how far.
  static func lines(for difference: ValueDifference) -> [String] {
    [fact(difference)] + (count(difference).map { [$0] } ?? [])
  }

  private static func fact(_ difference: ValueDifference) -> String {
    let (expected, actual) = (difference.expected, difference.actual)
    let place = difference.place.isEmpty ? "" : "at \(ValueText.place(difference.place)): "
    return switch difference.kind {
    case .shape: "\(place)the shape is \(actual), expected \(expected)"
    case .kind: "\(place)this is \(actual), expected \(expected)"
    case .values, .text, .truth, .items: "\(place)\(actual), expected \(expected)"
    }
  }

  private static func count(_ difference: ValueDifference) -> String? {
    guard let wrong = difference.wrongCount, let count = difference.count, count > 1 else { return nil }
    let share = wrong == count ? "all \(ValueText.counted(count, "number")) are wrong" : part(wrong, of: count)
    guard wrong > 1, let error = difference.largestError else { return share }
    let place = difference.worstPlace.map { ", at \(ValueText.place($0))" } ?? ""
    return "\(share); the largest error is \(ValueText.number(error))\(place)"
  }

  private static func part(_ wrong: Int, of count: Int) -> String {
    "\(ValueText.count(wrong)) of \(ValueText.counted(count, "number")) \(wrong == 1 ? "is" : "are") wrong"
  }
}
