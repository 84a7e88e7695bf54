// What may stand between the brackets of `x[0, 1..<3, 2...]`.

/// Selects places along one axis: an integer (the axis goes), a range, or an array of integers (in that order, also more
/// than once).
///
/// Negative integers count from the end, in ranges with one bound too: `x[..<(-1)]` is all but the last.
public protocol AxisSelection {
  func places(ofAxisWithSize size: Int) -> AxisPlaces
}

/// Places along an axis, not yet known to be inside it.
public enum AxisPlaces: Sendable, Equatable {
  case one(Int)
  case range(Range<Int>)
  case list([Int])
}

extension Int: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces { .one(fromEnd(size)) }

  fileprivate func fromEnd(_ size: Int) -> Int { self < 0 ? self + size : self }

  /// The next integer; the largest stays, for it is outside every axis anyway.
  fileprivate var next: Int { self == .max ? self : self + 1 }
}

extension Range<Int>: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces { .range(self) }
}

extension ClosedRange<Int>: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces { .range(lowerBound..<upperBound.next) }
}

extension PartialRangeFrom<Int>: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces {
    let first = lowerBound.fromEnd(size)
    return .range(first..<Swift.max(first, size))
  }
}

extension PartialRangeUpTo<Int>: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces {
    let end = upperBound.fromEnd(size)
    return .range(Swift.min(0, end)..<end)
  }
}

extension PartialRangeThrough<Int>: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces {
    let last = upperBound.fromEnd(size)
    return .range(Swift.min(0, last.next)..<last.next)
  }
}

extension Array<Int>: AxisSelection {
  public func places(ofAxisWithSize size: Int) -> AxisPlaces { .list(map { $0.fromEnd(size) }) }
}
