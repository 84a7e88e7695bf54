// Whether a probe's value is the expected one, and where it first is not. Values come from a submission: they may be
// huge, deep or of any kind, so nothing here calls itself, and time is linear in their size.
import StepRecords

/// Compares in this order: kind, then shape (or length, or keys), then values.
enum ValueComparison {
  /// How `actual` differs; nil if it is equal within the tolerance.
  ///
  /// NaN equals NaN only, and an infinity itself only. Numbers with axes and a list are compared item by item, so that
  /// rows of different lengths are told where they differ.
  static func difference(expected: ProbedValue, actual: ProbedValue, tolerance: Tolerance) -> ValueDifference? {
    ValueWalk(expected: expected, actual: actual, tolerance: tolerance)?.difference
  }

  /// Whether a value is the same as another, such as that of a well-known mistake.
  static func isSame(_ value: ProbedValue, as other: ProbedValue, tolerance: Tolerance = .standard) -> Bool {
    ValueWalk(expected: other, actual: value, tolerance: tolerance) == nil
  }
}

/// Two values gone through side by side, to the end, so that all their numbers are counted.
struct ValueWalk {
  private(set) var difference: ValueDifference
  /// The innermost values that differ first.
  let expected: ProbedValue
  let actual: ProbedValue

  /// nil if the values are equal.
  init?(expected: ProbedValue, actual: ProbedValue, tolerance: Tolerance) {
    var search = Search(tolerance: tolerance)
    search.compare(expected, actual)
    while let last = search.open.indices.last {
      guard let (expected, actual) = search.open[last].next() else {
        search.open.removeLast()
        continue
      }
      search.compare(expected, actual)
    }
    guard let first = search.first else { return nil }
    difference = first.difference
    self.expected = first.expected
    self.actual = first.actual
    difference.place = first.place + difference.place
    guard search.numbers.wrongCount > 0 else { return }
    difference.count = search.numbers.count
    difference.wrongCount = search.numbers.wrongCount
    difference.largestError = search.numbers.largestError
    if search.numbers.worstPlace != difference.place { difference.worstPlace = search.numbers.worstPlace }
  }

  private struct Search {
    let tolerance: Tolerance
    /// Lists and dictionaries that are being gone through, outermost first.
    var open: [OpenPair] = []
    var first: (difference: ValueDifference, place: [String], expected: ProbedValue, actual: ProbedValue)?
    var numbers = NumberTally()

    mutating func compare(_ expected: ProbedValue, _ actual: ProbedValue) {
      switch (expected, actual) {
      case (.numbers(let shape, let values), .numbers(let other, let others)):
        compareNumbers(expected, shape, values, actual, other, others)
      case (.truth(let a), .truth(let b)):
        if a != b { note(ValueDifference(kind: .truth, expected: "\(a)", actual: "\(b)"), expected, actual) }
      case (.text(let a), .text(let b)):
        guard first == nil, let difference = TextDifference(expected: a, actual: b) else { return }
        note(difference.valueDifference, expected, actual)
      case (.nothing, .nothing): break
      case (.entries(let a), .entries(let b)):
        if a.count != b.count || !a.keys.allSatisfy({ b[$0] != nil }) {
          note(
            ValueDifference(kind: .items, expected: ValueText.keys(of: a), actual: ValueText.keys(of: b)), expected,
            actual)
        }
        open.append(OpenPair(entries: a, b))
      default:
        guard let a = expected.itemCount, let b = actual.itemCount else {
          note(
            ValueDifference(
              kind: .kind, expected: ValueText.kind(of: expected), actual: ValueText.kind(of: actual)), expected, actual
          )
          return
        }
        if a != b {
          note(
            ValueDifference(kind: .items, expected: ValueText.items(of: expected), actual: ValueText.items(of: actual)),
            expected, actual)
        }
        open.append(OpenPair(items: expected, actual, count: min(a, b)))
      }
    }

    private mutating func compareNumbers(
      _ expected: ProbedValue, _ shape: [Int], _ values: [Double], _ actual: ProbedValue, _ otherShape: [Int],
      _ others: [Double]
    ) {
      guard shape == otherShape else {
        var difference = ValueDifference(
          kind: .shape, expected: ValueText.shape(shape), actual: ValueText.shape(otherShape))
        difference.draw(shape, values, otherShape, others, wrong: nil)
        note(difference, expected, actual)
        return
      }
      let wrong = numbers.add(values, others, shape, tolerance) { open.map(\.label) }
      guard let firstWrong = wrong.first else { return }
      let texts = ValueText.numbers(expected: values[firstWrong], actual: others[firstWrong])
      var difference = ValueDifference(
        kind: .values, place: ValueText.place(of: firstWrong, in: shape), expected: texts.expected, actual: texts.actual
      )
      difference.draw(shape, values, shape, others, wrong: wrong)
      note(difference, expected, actual)
    }

    private mutating func note(_ difference: ValueDifference, _ expected: ProbedValue, _ actual: ProbedValue) {
      if first == nil { first = (difference, open.map(\.label), expected, actual) }
    }
  }
}

/// Two lists or dictionaries, and how far they have been gone through.
private struct OpenPair {
  private let expected: ProbedValue
  private let actual: ProbedValue
  /// Of dictionaries: the keys that both have, in order.
  private let keys: [String]?
  private let count: Int
  private var index = -1

  init(items expected: ProbedValue, _ actual: ProbedValue, count: Int) {
    (self.expected, self.actual, self.count, keys) = (expected, actual, count, nil)
  }

  init(entries expected: [String: ProbedValue], _ actual: [String: ProbedValue]) {
    let keys = expected.keys.filter { actual[$0] != nil }.sorted()
    (self.expected, self.actual, self.keys, count) = (.entries(expected), .entries(actual), keys, keys.count)
  }

  /// The key or the index of the pair that `next` gave last.
  var label: String { keys.map { $0[index] } ?? String(index) }

  mutating func next() -> (ProbedValue, ProbedValue)? {
    index += 1
    guard index < count else { return nil }
    guard let keys else { return (expected.item(index), actual.item(index)) }
    return (expected.entry(keys[index]), actual.entry(keys[index]))
  }
}

extension ProbedValue {
  /// Of a list, and of numbers that have an axis.
  var itemCount: Int? {
    switch self {
    case .list(let items): items.count
    case .numbers(let shape, _): shape.first
    default: nil
    }
  }

  fileprivate func item(_ index: Int) -> ProbedValue {
    switch self {
    case .list(let items): return items[index]
    case .numbers(let shape, let values):
      let size = shape.dropFirst().reduce(1, *)
      return .numbers(shape: Array(shape.dropFirst()), values: Array(values[index * size..<(index + 1) * size]))
    default: return .nothing
    }
  }

  fileprivate func entry(_ key: String) -> ProbedValue {
    guard case .entries(let entries) = self else { return .nothing }
    return entries[key] ?? .nothing
  }
}
