// Whether two models differ in which items they get right.
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// McNemar's test (1947), exact: only items that one model gets right and the other does not say anything, and if both were
/// as good, each would be a toss of a coin.
public struct McNemarTest: Equatable, Sendable {
  /// Right only by A, and only by B.
  public let onlyA: Int
  public let onlyB: Int

  public init(onlyA: Int, onlyB: Int) { (self.onlyA, self.onlyB) = (onlyA, onlyB) }

  /// Whether each item was right.
  public init(_ a: [Bool], _ b: [Bool]) {
    precondition(a.count == b.count, "\(a.count) items of A, \(b.count) of B")
    self.init(onlyA: zip(a, b).count { $0 && !$1 }, onlyB: zip(a, b).count { !$0 && $1 })
  }

  /// How often tosses would be as uneven, in either direction; 1 if the models differ nowhere.
  public var pValue: Double {
    let (few, total) = (min(onlyA, onlyB), onlyA + onlyB)
    // By logarithms, as the binomials themselves are too large.
    let tail = (0...few).reduce(0.0) { sum, count in
      let ways = lgamma(Double(total + 1)) - lgamma(Double(count + 1)) - lgamma(Double(total - count + 1))
      return sum + exp(ways - Double(total) * log(2))
    }
    return min(1, 2 * tail)
  }
}
