// Telling a model where a token stands. Learned positions are an `Embedding`.

internal import Foundation
import Tensors

/// Waves of falling frequency (Vaswani et al. 2017, section 3.5): channel 2i is `sin(position / 10000^(2i /
/// channels))`, channel 2i + 1 the cosine.
public struct SinusoidalPositions: Sendable {
  public let channels: Int

  public init(channels: Int) { self.channels = channels }

  /// `[positions.count, channels]`
  public func callAsFunction(_ positions: [Int]) -> Tensor {
    let values = positions.flatMap { position in
      (0..<channels).map { channel in
        let angle = Double(position) / pow(10_000, Double(channel / 2 * 2) / Double(channels))
        return Float(channel % 2 == 0 ? sin(angle) : cos(angle))
      }
    }
    return Tensor(values, shape: [positions.count, channels])
  }
}

/// Turns queries and keys by angles that grow with the position, so that their products depend on the distance only
/// (RoPE, Su et al. 2021). Channel i is turned together with channel i + headSize / 2, as in Llama.
public struct RotaryPositions: Sendable {
  public let headSize: Int
  /// The slowest wave's length, over 2π; 10000 in the paper.
  public let base: Float

  public init(headSize: Int, base: Float = 10_000) {
    guard headSize % 2 == 0 else { stop("rotary positions turn channels in pairs; the head size \(headSize) is odd") }
    self.headSize = headSize
    self.base = base
  }

  /// The rotation of tokens at given positions.
  public struct Rotation {
    /// `[batch, 1, time, headSize]`
    let cosine, sine: Tensor

    /// - Parameter x: `[batch, heads, time, headSize]`
    public func callAsFunction(_ x: Tensor) -> Tensor {
      let halves = x.split(into: 2, axis: -1)
      return x * cosine + Tensor.concatenated([-halves[1], halves[0]], axis: -1) * sine
    }
  }

  /// - Parameter positions: of all tokens of a batch behind each other, `batch · time`.
  public func rotation(_ positions: [Int], batch: Int) -> Rotation {
    let half = headSize / 2
    let frequencies = (0..<headSize).map { pow(Double(base), -Double($0 % half) / Double(half)) }
    let shape = [batch, 1, positions.count / max(batch, 1), headSize]
    func table(_ wave: (Double) -> Double) -> Tensor {
      Tensor(positions.flatMap { place in frequencies.map { Float(wave(Double(place) * $0)) } }, shape: shape)
    }
    return Rotation(cosine: table { cos($0) }, sine: table { sin($0) })
  }
}
