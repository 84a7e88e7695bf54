// How the ear shares out frequencies: mel filters.
internal import Foundation
public import Tensors

/// Triangles that sum up a spectrum in bands, narrow ones for low sounds and wide ones for high. Their tops are at even
/// distances on the mel scale of HTK, `mel = 2595 · log₁₀(1 + hertz / 700)` (Young et al., The HTK Book), and are 1 high.
public struct MelFilters: Sendable {
  /// In hertz, the top of each.
  public let centers: [Float]
  /// `[frequencies, mels]`: a spectrum times this is what the filters let through.
  public let weights: Tensor

  /// - Parameters:
  ///   - frequencies: how many numbers a spectrum has, from 0 hertz to half the sample rate.
  ///   - range: in hertz, where the first triangle begins and the last one ends.
  public init(mels: Int, frequencies: Int, sampleRate: Int, range: ClosedRange<Double>) {
    let (low, high) = (Self.mel(range.lowerBound), Self.mel(range.upperBound))
    // Each triangle reaches from the top before its own to the one behind.
    let corners = (0..<mels + 2).map { Self.hertz(low + (high - low) * Double($0) / Double(mels + 1)) }
    centers = corners[1...mels].map { Float($0) }
    let values = (0..<frequencies).flatMap { frequency in
      let hertz = Double(frequency) * Double(sampleRate) / 2 / Double(frequencies - 1)
      return (1...mels).map { mel in
        let rising = (hertz - corners[mel - 1]) / (corners[mel] - corners[mel - 1])
        let falling = (corners[mel + 1] - hertz) / (corners[mel + 1] - corners[mel])
        return Float(max(0, min(rising, falling)))
      }
    }
    weights = Tensor(values, shape: [frequencies, mels])
  }

  public static func mel(_ hertz: Double) -> Double { 2595 * log10(1 + hertz / 700) }

  public static func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2595) - 1) }
}
