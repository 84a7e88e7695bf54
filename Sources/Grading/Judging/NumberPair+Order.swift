// Patterns of the right numbers in wrong places or in another shape.

extension NumberPair {
  // MARK: Same shape

  var isTransposed: String? {
    guard isMatrix, shape[0] == shape[1], areSame(actual, Self.transposed(expected, shape: shape)) else { return nil }
    return "this is the transpose of what is expected: rows and columns are swapped"
  }

  var isReversed: String? {
    guard expected.count > 2 else { return nil }
    if shape.count == 1, areSame(actual, expected.reversed()) {
      return "these are the expected numbers in reverse order"
    }
    guard isMatrix else { return nil }
    if areSame(actual, rows(expected).reversed().flatMap { $0 }) {
      return "these are the expected rows in reverse order"
    }
    return areSame(actual, rows(expected).flatMap { $0.reversed() }) ? "each row is in reverse order" : nil
  }

  /// Everything one place further along the last axis, or along the first.
  var isShifted: String? {
    let axes =
      [("column", rows(expected), rows(actual))] + (isMatrix ? [("row", columns(expected), columns(actual))] : [])
    for (name, expected, actual) in axes where expected.count * ((expected.first?.count ?? 0) - 1) > 2 {
      let place = shape.count == 1 ? "place" : name
      let lines = zip(expected, actual)
      // A line of one number says nothing of where it stands.
      guard expected.contains(where: { Set($0).count > 2 }) else { continue }
      if lines.allSatisfy({ areSame(Array($1.dropFirst()), Array($0.dropLast())) }) {
        return "everything stands one \(place) too late"
      }
      if lines.allSatisfy({ areSame(Array($1.dropLast()), Array($0.dropFirst())) }) {
        return "everything stands one \(place) too early"
      }
    }
    return nil
  }

  var isReordered: String? {
    guard expected.count > 1, Set(expected).count > 1, areSame(actual.sorted(), expected.sorted()) else { return nil }
    return "the numbers are right, their order is not"
  }

  // MARK: Another shape

  var isTransposedShape: String? {
    guard shape.count == 2, actualShape == [shape[1], shape[0]],
      areSame(actual, Self.transposed(expected, shape: shape))
    else { return nil }
    return "this is the transpose of what is expected: rows and columns are swapped"
  }

  var isReshaped: String? {
    guard !expected.isEmpty, areSame(actual, expected) else { return nil }
    return "the numbers and their order are right; only the shape is not"
  }

  /// Numbers at an end are missing, or too many.
  var isCutOff: String? {
    guard shape.count == 1, actualShape.count == 1 else { return nil }
    let (shorter, difference) = (min(expected.count, actual.count), abs(expected.count - actual.count))
    guard shorter > 1 else { return nil }
    let isMissing = actual.count < expected.count
    let number = ValueText.counted(difference, "number")
    let are = difference == 1 ? "is" : "are"
    if areSame(Array(actual.prefix(shorter)), Array(expected.prefix(shorter))) {
      return isMissing
        ? "what is there is right; \(number) \(are) missing at the end"
        : "it begins right; \(number) \(are) too many at the end"
    }
    if areSame(Array(actual.suffix(shorter)), Array(expected.suffix(shorter))) {
      return isMissing
        ? "what is there is right; \(number) \(are) missing at the beginning"
        : "it ends right; \(number) \(are) too many at the beginning"
    }
    return nil
  }
}
