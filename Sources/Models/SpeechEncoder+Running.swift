// Calling a speech encoder.

import Layers
import Tensors

extension SpeechEncoder {
  /// Throws ``ModelInputError`` unless the model can hear these frames. For frames from outside: the calls below stop on
  /// the same mistakes.
  public func check(_ frames: Tensor, counts: [Int]? = nil) throws {
    func wrong(_ reason: String) -> ModelInputError { .frames(reason: reason) }
    guard frames.rank == 3, frames.shape[2] == configuration.mels else {
      throw wrong("frames must have the shape [batch, time, \(configuration.mels)]; it is \(frames.shape)")
    }
    guard frames.shape[0] > 0, frames.shape[1] > 0 else { throw wrong("there are no frames") }
    guard frames.shape[1] <= configuration.contextLength else {
      throw wrong(
        "\(frames.shape[1]) frames are more than the \(configuration.contextLength) that the model can hear at once")
    }
    guard let counts else { return }
    guard counts.count == frames.shape[0], counts.allSatisfy({ (1...frames.shape[1]).contains($0) }) else {
      throw wrong("each of the \(frames.shape[0]) pieces needs a count from 1 to \(frames.shape[1]); given \(counts)")
    }
  }

  /// How much speaks for each class, `[batch, labels]`: logits.
  ///
  /// - Parameters:
  ///   - frames: `[batch, time, mels]`; each band should have the mean 0.
  ///   - counts: how many frames of each are not padding; nil: all.
  public func callAsFunction(_ frames: Tensor, counts: [Int]? = nil) -> Tensor { run(frames, counts, tap: scope.tap()) }

  /// Logits as from `model(frames)`, and what the model computed on the way, by the names of `activationPoints`.
  public func runWithCache(
    _ frames: Tensor, counts: [Int]? = nil, names: @escaping (String) -> Bool = { _ in true }
  ) -> (logits: Tensor, activations: Activations) {
    let (logits, activations) = recording(names) { run(frames, counts, tap: $0) }
    return (logits, activations)
  }

  public var activationPoints: [ActivationPoint] {
    [ActivationPoint("convolution", [.batch, .time, .channels])]
      + blocks.indices.flatMap { [ActivationPoint].encoderBlock().inside("blocks.\($0)") }
      + [ActivationPoint("mean", [.batch, .channels]), ActivationPoint("logits", [.batch, .labels])]
  }

  private func run(_ frames: Tensor, _ counts: [Int]?, tap: Tap) -> Tensor {
    stopUnless("SpeechEncoder") { try check(frames, counts: counts) }
    return forward(
      frames, counts: counts ?? Array(repeating: frames.shape[1], count: frames.shape[0]), tap: tap)
  }
}
