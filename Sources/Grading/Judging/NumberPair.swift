// Expected and actual numbers with what the patterns ask of them: rows, sums, and when two numbers are the same.
import Foundation
import StepRecords

struct NumberPair {
  let shape: [Int]
  let expected: [Double]
  let actualShape: [Int]
  let actual: [Double]
  let tolerance: Tolerance

  var isFinite: Bool { expected.allSatisfy(\.isFinite) && actual.allSatisfy(\.isFinite) }

  /// Whether two lists are the same number for number. As strict as the probe, and never laxer than 1e-4 of the largest
  /// number: a probe that allows much must not make everything look alike.
  func areSame(_ a: [Double], _ b: [Double]) -> Bool {
    guard a.count == b.count else { return false }
    let scale = b.reduce(0) { max($0, $1.isFinite ? abs($1) : 0) }
    return zip(a, b).allSatisfy { a, b in
      guard a.isFinite, b.isFinite else { return a == b || (a.isNaN && b.isNaN) }
      let limit = min(tolerance.absolute + tolerance.relative * abs(b), 1e-4 * scale)
      return abs(a - b) <= max(limit, 1e-9 * scale)
    }
  }

  // MARK: Rows and columns

  /// Numbers along the last axis.
  var width: Int { shape.last ?? 1 }
  var isMatrix: Bool { shape.count == 2 && shape[0] > 1 && shape[1] > 1 }

  func rows(_ values: [Double]) -> [[Double]] {
    guard width > 0 else { return [] }
    return stride(from: 0, to: values.count, by: width).map { Array(values[$0..<min($0 + width, values.count)]) }
  }

  /// Of a matrix.
  func columns(_ values: [Double]) -> [[Double]] {
    (0..<width).map { column in stride(from: column, to: values.count, by: width).map { values[$0] } }
  }

  /// The `[columns][rows]` numbers of a matrix of `[rows][columns]`.
  static func transposed(_ values: [Double], shape: [Int]) -> [Double] {
    let (rows, columns) = (shape[0], shape[1])
    return (0..<columns).flatMap { column in (0..<rows).map { values[$0 * columns + column] } }
  }

  // MARK: One list made from another

  /// The number that makes `actual` of `expected` when everything is multiplied by it; nil if none does, or if fewer
  /// than two numbers say so.
  func factor(_ expected: [Double], _ actual: [Double]) -> Double? {
    guard expected.count(where: { $0 != 0 }) > 1,
      let largest = expected.indices.max(by: { abs(expected[$0]) < abs(expected[$1]) })
    else { return nil }
    let factor = actual[largest] / expected[largest]
    guard factor.isFinite, factor != 0, areSame(actual, expected.map { $0 * factor }) else { return nil }
    return factor
  }

  /// The number that makes `actual` of `expected` when it is added to everything; nil if none does, or if fewer than
  /// two numbers say so.
  func offset(_ expected: [Double], _ actual: [Double]) -> Double? {
    guard expected.count > 1 else { return nil }
    let offset = actual[0] - expected[0]
    // The difference is what is compared: beside large numbers every small one would pass.
    let differences = zip(actual, expected).map { $0 - $1 }
    guard offset.isFinite, offset != 0, areSame(differences, differences.map { _ in offset }) else { return nil }
    return offset
  }
}
