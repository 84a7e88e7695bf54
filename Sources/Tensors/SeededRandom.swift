// Random numbers that are the same on every run.

/// A generator with a seed: xoshiro256** (Blackman and Vigna 2018), its state filled by SplitMix64. A copy goes on as
/// the original would.
public struct SeededRandom: RandomNumberGenerator, Sendable {
  private var state: (UInt64, UInt64, UInt64, UInt64)

  public init(seed: Int) {
    var counter = UInt64(bitPattern: Int64(seed))
    func word() -> UInt64 {
      counter &+= 0x9E37_79B9_7F4A_7C15
      var z = counter
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = (word(), word(), word(), word())
  }

  public mutating func next() -> UInt64 {
    let scrambled = rotate(state.1 &* 5, by: 7) &* 9
    let shifted = state.1 << 17
    state.2 ^= state.0
    state.3 ^= state.1
    state.1 ^= state.2
    state.0 ^= state.3
    state.2 ^= shifted
    state.3 = rotate(state.3, by: 45)
    return scrambled
  }

  /// Evenly distributed in 0 ..< 1, a multiple of 2⁻²⁴.
  public mutating func uniform() -> Float { Float(next() >> 40) * 0x1p-24 }

  private func rotate(_ word: UInt64, by bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
}

extension Tensor {
  /// Evenly distributed in the range; stops if it is empty. One number is drawn for each element.
  public static func randomUniform(
    _ shape: [Int], in range: Range<Float> = 0..<1, using random: inout SeededRandom
  ) -> Tensor {
    guard !range.isEmpty else { stop("randomUniform: the range \(range) is empty") }
    return Tensor(shape: shape) { memory in
      for index in 0..<Shape.count(shape) {
        // Rounding may reach the upper bound, which is not in the range.
        let value = range.lowerBound + random.uniform() * (range.upperBound - range.lowerBound)
        memory[index] = value < range.upperBound ? value : range.upperBound.nextDown
      }
    }
  }

  /// Normally distributed, by the method of Box and Muller (1958). Two numbers are drawn for each pair of elements.
  public static func randomNormal(
    _ shape: [Int], mean: Float = 0, standardDeviation: Float = 1, using random: inout SeededRandom
  ) -> Tensor {
    let pairs = (Shape.count(shape) + 1) / 2
    // u in 0 < u ≤ 1, so that the logarithm is finite.
    let u = Tensor(shape: [pairs]) { memory in
      for index in 0..<pairs { memory[index] = 1 - random.uniform() }
    }
    let angle = Tensor(shape: [pairs]) { memory in
      for index in 0..<pairs { memory[index] = 2 * .pi * random.uniform() }
    }
    let radius = (u.log() * -2).sqrt() * standardDeviation
    let values = concatenated([radius * angle.cos(), radius * angle.sin()]) + mean
    return values.slice(from: 0, count: Shape.count(shape), axis: 0).reshaped(to: shape)
  }
}
