// Recorded words as a model of speech learns them: a spectrogram, and what was said by whom.
public import Tensors

/// A short piece of speech.
public struct SpokenClip: Sendable {
  /// What it is an example of; a class of the encoder.
  public var command: String
  /// What was said.
  public var words: String
  /// Whose voice it is.
  public var voice: String
  /// Its log-mel spectrogram, `[time, mels]`.
  public var frames: Tensor

  public init(command: String, words: String, voice: String, frames: Tensor) {
    self.command = command
    self.words = words
    self.voice = voice
    self.frames = frames
  }
}
