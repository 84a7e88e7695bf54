// Sound as numbers. Files are in Waveform+Reading.swift and Waveform+Writing.swift.

/// Sound with one channel: how far the air is pressed, so many times a second.
///
/// ```swift
/// let sound = try Waveform(contentsOf: "question.wav").resampled(to: 16_000)
/// ```
public struct Waveform: Equatable, Sendable {
  /// -1 to 1; 0 is silence.
  public var samples: [Float]
  /// In hertz: samples a second.
  public var sampleRate: Int

  public init(_ samples: [Float], sampleRate: Int) {
    self.samples = samples
    self.sampleRate = sampleRate
  }

  public var seconds: Double { Double(samples.count) / Double(sampleRate) }

  /// The root of the mean square: how loud it is, 0 to 1. Silence of no length is 0.
  public var loudness: Float {
    let energy = samples.reduce(0.0) { $0 + Double($1) * Double($1) }
    return samples.isEmpty ? 0 : Float((energy / Double(samples.count)).squareRoot())
  }

  /// The rates that are read and made: from that of the oldest telephones to that of laboratories.
  public static let sampleRates = 1_000...384_000
}
