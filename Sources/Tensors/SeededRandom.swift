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
    let count = Shape.count(shape), pairs = (count + 1) / 2
    // The first half is √(-2 log u) · cos(angle), the second the same with sin; if the count is odd the last is left out.
    let values = Tensor(shape: [2 * pairs]) { memory in
      let (u, angle) = (memory, memory + pairs)
      // 0 < u ≤ 1, so that the logarithm is finite.
      for index in 0..<pairs { u[index] = 1 - random.uniform() }
      for index in 0..<pairs { angle[index] = 2 * .pi * random.uniform() }
      // A block at a time, so that a large tensor needs no more memory than its own.
      withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * normalBlock) { scratch in
        guard let radius = scratch.baseAddress else { return }
        let sine = radius + normalBlock
        for start in stride(from: 0, to: pairs, by: normalBlock) {
          let count = Swift.min(normalBlock, pairs - start)
          let (u, angle) = (u + start, angle + start)
          ck_unary(UnaryKernel.logarithm.rawValue, count, u, 0, 0, radius)
          for index in 0..<count { radius[index] *= -2 }
          ck_unary(UnaryKernel.squareRoot.rawValue, count, radius, 0, 0, radius)
          ck_unary(UnaryKernel.cosine.rawValue, count, angle, 0, 0, u)
          ck_unary(UnaryKernel.sine.rawValue, count, angle, 0, 0, sine)
          for index in 0..<count {
            let length = radius[index] * standardDeviation
            u[index] = length * u[index] + mean
            angle[index] = length * sine[index] + mean
          }
        }
      }
    }
    return values.slice(from: 0, count: count, axis: 0).reshaped(to: shape)
  }

  private static let normalBlock = 4096
}
