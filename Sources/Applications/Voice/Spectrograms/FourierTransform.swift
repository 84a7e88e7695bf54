// The fast Fourier transform, radix 2 (Cooley and Tukey 1965).
internal import Foundation

/// Which waves a stretch of sound is made of: `X[k] = Σ x[n] · exp(-2πi · k · n / count)`.
public struct FourierTransform: Sendable {
  /// A power of two.
  public let count: Int
  /// Where each number goes before the first round: its place, the bits in the opposite order.
  private let places: [Int]
  /// The points of a circle, count / 2 of them.
  private let cosines, sines: [Float]

  /// Stops unless the count is a power of two.
  public init(count: Int) {
    precondition(count > 0 && count & (count - 1) == 0, "FourierTransform: \(count) is not a power of two")
    self.count = count
    let bits = count.trailingZeroBitCount
    places = (0..<count).map { number in
      (0..<bits).reduce(0) { $0 | (number >> $1 & 1) << (bits - 1 - $1) }
    }
    let angles = (0..<count / 2).map { -2 * Double.pi * Double($0) / Double(count) }
    cosines = angles.map { Float(cos($0)) }
    sines = angles.map { Float(sin($0)) }
  }

  /// The transform of complex numbers. In O(count · log count).
  public func callAsFunction(real: [Float], imaginary: [Float]) -> (real: [Float], imaginary: [Float]) {
    precondition(
      real.count == count && imaginary.count == count,
      "FourierTransform of \(count): given \(real.count) and \(imaginary.count) numbers")
    var (real, imaginary) = (places.map { real[$0] }, places.map { imaginary[$0] })
    real.withUnsafeMutableBufferPointer { real in
      imaginary.withUnsafeMutableBufferPointer { imaginary in
        // Two transforms of `half` numbers make one of twice as many.
        var half = 1
        while half < count {
          let stride = count / (2 * half)
          for start in Swift.stride(from: 0, to: count, by: 2 * half) {
            for k in 0..<half {
              let (even, odd) = (start + k, start + k + half)
              let (c, s) = (cosines[k * stride], sines[k * stride])
              let turned = (real[odd] * c - imaginary[odd] * s, real[odd] * s + imaginary[odd] * c)
              (real[odd], imaginary[odd]) = (real[even] - turned.0, imaginary[even] - turned.1)
              (real[even], imaginary[even]) = (real[even] + turned.0, imaginary[even] + turned.1)
            }
          }
          half *= 2
        }
      }
    }
    return (real, imaginary)
  }

  /// How strong each wave of a stretch of sound is, `|X[k]|²`, from k = 0 to count / 2: the others say the same again.
  ///
  /// - Parameter samples: `count` at most; zeros follow them.
  public func power(of samples: [Float]) -> [Float] {
    let padded = samples + Array(repeating: 0, count: count - samples.count)
    let (real, imaginary) = self(real: padded, imaginary: Array(repeating: 0, count: count))
    return (0...count / 2).map { real[$0] * real[$0] + imaginary[$0] * imaginary[$0] }
  }
}
