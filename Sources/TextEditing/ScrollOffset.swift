// Where a window stands over something longer than itself.

/// A first row or column that follows the place that must be seen.
struct ScrollOffset: Equatable, Sendable {
  private(set) var first = 0

  /// Moves as little as shows `place` with `margin` around it, where the content reaches so far.
  mutating func follow(_ place: Int, size: Int, margin: Int = 0) {
    let margin = min(margin, max(0, (size - 1) / 2))
    first = max(0, min(first, place - margin), place + margin + 1 - max(size, 1))
  }

  /// Moves so that nothing behind the end is shown.
  mutating func clamp(count: Int, size: Int) { first = max(0, min(first, count - size)) }

  mutating func move(to place: Int) { first = max(0, place) }
}
