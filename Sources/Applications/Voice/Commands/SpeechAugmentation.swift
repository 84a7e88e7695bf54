// One recording as many: what changes a spectrogram without changing what was said.
internal import Foundation
public import Tensors

/// Random changes to a log-mel spectrogram, each drawn anew: how fast is spoken, how large the mouth is, when the
/// speech begins, how much noise there is; and stripes hidden, in time and in frequency (SpecAugment, Park et al. 2019),
/// so that a model does not lean on one place.
public struct SpeechAugmentation: Sendable {
  /// Between this much shorter and longer, as a share.
  public var stretch: Float = 0.2
  /// Bands up and down, as a share: a shorter or longer vocal tract (Jaitly and Hinton 2013).
  public var warp: Float = 0.12
  /// Frames of silence before and behind, at most.
  public var shift = 12
  /// Of noise below the loudest sound, in decibels.
  public var noise: ClosedRange<Float> = 10...50
  /// How many stripes are hidden in time and in frequency, and how wide they are at most.
  public var stripes = 1
  public var widestStripe: (frames: Int, bands: Int) = (10, 6)

  public init() {}

  /// A changed spectrogram, normalised: `[time, mels]`, of another length.
  public func callAsFunction(_ frames: Tensor, using random: inout SeededRandom) -> Tensor {
    func between(_ low: Float, _ high: Float) -> Float { low + (high - low) * random.uniform() }
    func below(_ count: Int) -> Int { min(count - 1, Int(random.uniform() * Float(count))) }
    let (time, mels) = (frames.shape[0], frames.shape[1])
    let values = frames.scalars
    let speed = between(1 - stretch, 1 + stretch)
    let bands = between(1 - warp, 1 + warp)
    let (before, behind) = (below(shift + 1), below(shift + 1))
    let length = max(1, Int(Float(time) / speed))
    let loudest = values.max() ?? 0
    // 10 decibels are a factor of 10 in power; tilted noise is stronger at one end.
    let level = loudest - between(noise.lowerBound, noise.upperBound) * log(10) / 10
    let tilt = between(-2, 2)
    let quietest = values.min() ?? 0

    var changed: [Float] = []
    changed.reserveCapacity((before + length + behind) * mels)
    for frame in 0..<before + length + behind {
      let source = Float(frame - before) * speed
      for band in 0..<mels {
        let isSpeech = (0..<length).contains(frame - before)
        let value =
          isSpeech ? Self.value(values, time, mels, at: source, Float(band) * bands) : quietest
        let added = level + tilt * (Float(band) / Float(mels) - 0.5) + between(-0.7, 0.7)
        changed.append(max(value, added) + log(1 + exp(-abs(value - added))))
      }
    }
    let total = before + length + behind
    var result = Tensor(changed, shape: [total, mels]).normalizedSpectrogram().scalars
    for _ in 0..<stripes {
      let hiddenFrames = Self.stripe(below(widestStripe.frames + 1), below(total), total)
      let hiddenBands = Self.stripe(below(widestStripe.bands + 1), below(mels), mels)
      for frame in 0..<total {
        for band in 0..<mels where hiddenFrames.contains(frame) || hiddenBands.contains(band) {
          result[frame * mels + band] = 0
        }
      }
    }
    return Tensor(result, shape: [total, mels])
  }

  private static func stripe(_ width: Int, _ start: Int, _ count: Int) -> Range<Int> {
    start..<min(count, start + width)
  }

  /// Between four numbers of a spectrogram; beyond its edges the edge.
  private static func value(_ values: [Float], _ time: Int, _ mels: Int, at frame: Float, _ band: Float) -> Float {
    let (frame, band) = (min(frame, Float(time - 1)), min(band, Float(mels - 1)))
    let (t, m) = (Int(frame), Int(band))
    let (nextT, nextM) = (min(t + 1, time - 1), min(m + 1, mels - 1))
    let (partT, partM) = (frame - Float(t), band - Float(m))
    let now = values[t * mels + m] * (1 - partM) + values[t * mels + nextM] * partM
    let next = values[nextT * mels + m] * (1 - partM) + values[nextT * mels + nextM] * partM
    return now * (1 - partT) + next * partT
  }
}
