// Spectrograms with labels, for an encoder of speech.

import Tensors

/// Spectrograms of any lengths, and the class of each.
public struct SpeechBatch: TrainingBatch, Sendable {
  /// `[batch, time, mels]`, the shorter ones followed by zeros.
  public let frames: Tensor
  /// How many frames each has.
  public let counts: [Int]
  public let labels: [Int]

  /// Throws ``BatchError``.
  ///
  /// - Parameter spectrograms: `[time, mels]` each.
  public init(_ spectrograms: [Tensor], labels: [Int]) throws {
    guard !spectrograms.isEmpty else { throw BatchError.noExamples }
    guard spectrograms.count == labels.count else {
      throw BatchError.lengths("spectrograms", spectrograms.count, other: "labels", labels.count)
    }
    counts = spectrograms.map { $0.shape[0] }
    self.labels = labels
    let longest = counts.max() ?? 0
    frames = Tensor.stacked(
      spectrograms.map { frames in
        let missing = longest - frames.shape[0]
        return missing == 0 ? frames : Tensor.concatenated([frames, .zeros(missing, frames.shape[1])])
      })
  }

  public var targetCount: Int { labels.count }
  public var tokenCount: Int { counts.reduce(0, +) }
}
