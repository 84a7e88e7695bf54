// What can be wrong with a sound file.

public enum WAVError: Error, Equatable, Sendable, CustomStringConvertible {
  case cannotRead(file: String, reason: String)
  /// The file is of another kind.
  case notWAV(file: String, found: String)
  case damaged(file: String, reason: String)
  /// A WAV file whose samples are kept in a way that is not read here.
  case unsupported(file: String, reason: String)
  case cannotWrite(file: String, reason: String)

  public var description: String {
    switch self {
    case .cannotRead(let file, let reason): "\(file) cannot be read: \(reason)"
    case .notWAV(let file, let found):
      "\(file) is not a WAV file but \(found); convert it, for instance with: ffmpeg -i FILE sound.wav"
    case .damaged(let file, let reason): "\(file) is a damaged WAV file: \(reason)"
    case .unsupported(let file, let reason):
      "\(file): \(reason); WAV files are read with PCM of 8, 16, 24 or 32 bits or floats of 32 or 64. Convert it, for "
        + "instance with: ffmpeg -i FILE -c:a pcm_s16le sound.wav"
    case .cannotWrite(let file, let reason): "\(file) cannot be written: \(reason)"
    }
  }
}
