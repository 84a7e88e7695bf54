// Which command a recording holds.
internal import Layers
public import Models
public import Tensors

/// Hears a spoken command, or that it was none.
///
/// ```swift
/// let recognizer = try CommandRecognizer.load(from: "SpokenCommands")
/// print(try recognizer.recognize(Waveform(contentsOf: "next-ferry.wav")).command)
/// ```
public struct CommandRecognizer {
  public var encoder: SpeechEncoder
  /// How likely the likeliest command must be to be understood, also where other words are likelier. Lower, and more
  /// commands are understood; higher, and fewer other words are taken for one.
  public var threshold: Float
  public let spectrogram: MelSpectrogram

  public static let standardThreshold: Float = 0.3

  /// How much quieter than the loudest sound the quietest is that is listened to: 50 decibels, as a logarithm of power.
  private static let range: Float = 11.5

  public init(_ encoder: SpeechEncoder, threshold: Float = standardThreshold) {
    self.encoder = encoder
    self.threshold = threshold
    spectrogram = MelSpectrogram(mels: encoder.configuration.mels)
  }

  /// Reads the folder of a speech encoder. Throws ``CheckpointError`` or ``SafetensorsError``.
  public static func load(from folder: String, threshold: Float = standardThreshold) throws -> CommandRecognizer {
    CommandRecognizer(try SpeechEncoder.load(from: folder), threshold: threshold)
  }

  /// What was heard, and how sure that is.
  public struct Recognition: Equatable, Sendable {
    /// The likeliest command, or the class of other words if it is not likely enough.
    public var command: String
    /// Of that class, 0 to 1.
    public var probability: Float
    /// All classes, the likeliest first.
    public var candidates: [Candidate]

    public struct Candidate: Equatable, Sendable {
      public var command: String
      public var probability: Float
    }
  }

  /// Throws ``SpeechError`` for silence, and for what is too long to be a command.
  public func recognize(_ sound: Waveform) throws -> Recognition {
    try recognize(try heard(spectrogram(sound)))
  }

  /// The same for a log-mel spectrogram, `[time, mels]`.
  public func recognize(_ frames: Tensor) throws -> Recognition { try recognize([frames])[0] }

  /// The same for several, which is faster.
  public func recognize(_ spectrograms: [Tensor], size: Int = 32) throws -> [Recognition] {
    try stride(from: 0, to: spectrograms.count, by: size).flatMap { first in
      let frames = spectrograms[first..<min(first + size, spectrograms.count)].map { $0.normalizedSpectrogram() }
      let counts = frames.map { $0.shape[0] }
      let padded = Tensor.stacked(
        frames.map { Tensor.concatenated([$0, .zeros((counts.max() ?? 0) - $0.shape[0], $0.shape[1])]) })
      try encoder.check(padded, counts: counts)
      let probabilities = Tensor.withoutGradients { encoder(padded, counts: counts).softmax() }
      return counts.indices.map { recognition(probabilities[$0].scalars) }
    }
  }

  /// Where the encoder looks while it hears: for each head of a block the share of each position among the others'
  /// attention, `[heads, time]`.
  public func attention(over frames: Tensor, block: Int = 0) -> Tensor {
    let name = "blocks.\(block).attention.pattern"
    let normalized = frames.normalizedSpectrogram().expanded(at: 0)
    let (_, activations) = Tensor.withoutGradients { encoder.runWithCache(normalized) { $0 == name } }
    return activations[name][0].mean(axis: 1)
  }

  /// The speech in a spectrogram, without the silence before and behind. Throws ``SpeechError``.
  public func heard(_ frames: Tensor) throws -> Tensor {
    let loudness = frames.max(axis: 1).scalars
    let (loudest, quietest) = (loudness.max() ?? 0, loudness.min() ?? 0)
    // -8 is what a microphone's own hiss comes to.
    guard loudest > -8 else { throw SpeechError.silence }
    // Speech is what stands out by half the way from the quietest to the loudest, with some frames round it.
    let border = quietest + (loudest - quietest) * 0.35
    let first = max(0, (loudness.firstIndex { $0 > border } ?? 0) - 8)
    let last = min(loudness.count - 1, (loudness.lastIndex { $0 > border } ?? 0) + 8)
    guard last - first < encoder.configuration.contextLength else {
      throw SpeechError.tooLong(frames: last - first + 1, most: encoder.configuration.contextLength)
    }
    // Silence without any hiss is in no recording, but in sound that was put together; the encoder has never heard it.
    return Tensor.maximum(frames[first...last], Tensor(loudest - Self.range))
  }

  private func recognition(_ probabilities: [Float]) -> Recognition {
    let candidates = zip(encoder.configuration.labels, probabilities).map {
      Recognition.Candidate(command: $0, probability: $1)
    }.sorted { ($1.probability, $0.command) < ($0.probability, $1.command) }
    let other = SpokenCommand.other.rawValue
    if let best = candidates.first(where: { $0.command != other }), best.probability >= threshold {
      return Recognition(command: best.command, probability: best.probability, candidates: candidates)
    }
    let probability = candidates.first { $0.command == other }?.probability ?? 0
    return Recognition(command: other, probability: probability, candidates: candidates)
  }
}

/// Why a recording holds no command.
public enum SpeechError: Error, Equatable, Sendable, CustomStringConvertible {
  case silence
  case tooLong(frames: Int, most: Int)

  public var description: String {
    switch self {
    case .silence: "there is nothing to hear, only silence"
    case .tooLong(let frames, let most):
      "\(seconds(frames)) seconds of speech are more than a command; the longest are \(seconds(most))"
    }
  }

  /// A frame is a hundredth of a second.
  private func seconds(_ frames: Int) -> String { "\(frames / 100).\(frames / 10 % 10)" }
}
