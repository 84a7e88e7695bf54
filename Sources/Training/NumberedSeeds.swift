// A random generator for each batch, so that any batch can be drawn without those before it.

import Tensors

extension SeededRandom {
  /// A generator of its own for each number from 0 on.
  init(seed: Int, number: Int) { self.init(seed: Self.seed(seed, number: number)) }

  /// A seed of its own for each number.
  static func seed(_ seed: Int, number: Int) -> Int {
    var random = SeededRandom(seed: seed)
    return Int(truncatingIfNeeded: random.next()) &+ number
  }

  /// Evenly distributed in 0 ..< count, for counts far below 2⁶⁴; written out, so that no version of Swift draws other
  /// numbers.
  mutating func index(below count: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(count)).high) }
}
