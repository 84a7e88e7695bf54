// From sound to what a model of speech reads: the log-mel spectrogram.
internal import Foundation
public import Tensors

/// How strong each band of frequencies is, a hundred times a second.
///
/// Each frame is 25 ms of sound under a Hann window; its power spectrum goes through mel filters; the logarithm of that
/// is what loudness is to the ear.
///
/// ```swift
/// let frames = MelSpectrogram()(sound)                            // [time, 40]
/// show(heatMap: (frames - frames.min()).transposed())              // time from left to right
/// ```
public struct MelSpectrogram: Sendable {
  /// In hertz; sound at another rate is resampled.
  public let sampleRate = 16_000
  /// In samples: 25 ms and 10 ms.
  public let window = 400, hop = 160
  public let mels: Int
  public let filters: MelFilters
  /// Below this power all is silence, whose logarithm would be -∞.
  public static let silence: Float = 1e-10

  private let transform = FourierTransform(count: 512)
  private let hann: [Float]

  public init(mels: Int = 40) {
    self.mels = mels
    filters = MelFilters(mels: mels, frequencies: 257, sampleRate: sampleRate, range: 20...7600)
    hann = (0..<window).map { [window] in Float(0.5 - 0.5 * cos(2 * Double.pi * Double($0) / Double(window))) }
  }

  /// How many frames so many samples give: as many as fit, at least one.
  public func frameCount(samples: Int) -> Int { max(0, samples - window) / hop + 1 }

  /// The natural logarithm of each band's power, `[time, mels]`. Sound shorter than a frame is filled up with silence.
  public func callAsFunction(_ sound: Waveform) -> Tensor {
    let samples = sound.resampled(to: sampleRate).samples
    let frames = frameCount(samples: samples.count)
    let spectra = (0..<frames).flatMap { frame in
      let piece = samples[min(frame * hop, samples.count)..<min(frame * hop + window, samples.count)]
      return transform.power(of: zip(piece, hann).map { $0 * $1 })
    }
    let power = Tensor(spectra, shape: [frames, spectra.count / frames])
    return Tensor.maximum(power.matmul(filters.weights), Tensor(Self.silence)).log()
  }
}

extension Tensor {
  /// A spectrogram without what voice, room and microphone have added to it all the time: the mean of each band becomes
  /// 0 (cepstral mean normalisation, Atal 1974), the spread of the whole 1. `[time, mels]`, the same shape.
  public func normalizedSpectrogram() -> Tensor {
    let centered = self - mean(axis: 0, keepDims: true)
    return centered / (centered.squared().mean().sqrt() + 1e-3)
  }
}
