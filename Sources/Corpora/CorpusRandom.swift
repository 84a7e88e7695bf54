// The random numbers that texts are drawn with. `Tensors` has its own; this module depends on nothing.

/// SplitMix64 (Steele, Lea and Flood 2014): the smallest generator whose every step is a bijection of its state, so that
/// two seeds can be shown to never start alike.
package struct CorpusRandom: RandomNumberGenerator {
  private var state: UInt64

  /// Different pairs of seed and stream start differently, for seeds in -2⁶² ..< 2⁶² and streams 0 and 1.
  package init(seed: Int, stream: Int = 0) {
    state = Self.mixed(UInt64(bitPattern: Int64(seed)) &* 2 &+ UInt64(stream))
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mixed(state)
  }

  /// A bijection of the 64-bit words.
  private static func mixed(_ word: UInt64) -> UInt64 {
    var z = word
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension RandomNumberGenerator {
  /// Evenly distributed in 0 ..< 1, a multiple of 2⁻⁵³; written out, so that no version of Swift draws other texts.
  package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Evenly distributed in 0 ..< count, for counts far below 2⁵³.
  package mutating func index(below count: Int) -> Int { Int(unit() * Double(count)) }
}

extension Array {
  /// The elements in a random order (Fisher and Yates).
  package func inRandomOrder(using random: inout some RandomNumberGenerator) -> [Element] {
    var result = self
    for last in stride(from: count - 1, to: 0, by: -1) { result.swapAt(last, random.index(below: last + 1)) }
    return result
  }
}
