// Writing WAV files, with one channel.
internal import Foundation

extension Waveform {
  /// How samples are written.
  public enum Encoding: CaseIterable, Sendable {
    case pcm8, pcm16, pcm24, pcm32, float32

    var bytes: Int {
      switch self {
      case .pcm8: 1
      case .pcm16: 2
      case .pcm24: 3
      case .pcm32, .float32: 4
      }
    }
  }

  /// Writes a WAV file, whole or not at all. Samples beyond -1 to 1 are cut off there, other than with floats. Throws
  /// ``WAVError``.
  public func write(to path: String, as encoding: Encoding = .pcm16) throws {
    do {
      try Data(wav(as: encoding)).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw WAVError.cannotWrite(file: path, reason: error.localizedDescription)
    }
  }

  /// The bytes of such a file.
  public func wav(as encoding: Encoding = .pcm16) -> [UInt8] {
    let length = samples.count * encoding.bytes
    var file: [UInt8] = []
    file.reserveCapacity(44 + length)
    func append(_ number: Int, _ bytes: Int) {
      for byte in 0..<bytes { file.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
    }
    file += "RIFF".utf8
    append(36 + length + length % 2, 4)
    file += "WAVEfmt ".utf8
    append(16, 4)
    append(encoding == .float32 ? 3 : 1, 2)
    append(1, 2)
    append(sampleRate, 4)
    append(sampleRate * encoding.bytes, 4)
    append(encoding.bytes, 2)
    append(8 * encoding.bytes, 2)
    file += "data".utf8
    append(length, 4)
    for sample in samples { append(encoding.number(of: sample), encoding.bytes) }
    if length % 2 == 1 { file.append(0) }
    return file
  }
}

extension Waveform.Encoding {
  /// The bits that stand for a sample.
  fileprivate func number(of sample: Float) -> Int {
    if self == .float32 { return Int(sample.bitPattern) }
    let most = Double(1 << (8 * bytes - 1))
    let number = Int(min(most - 1, max(-most, (Double(sample.isNaN ? 0 : sample) * most).rounded())))
    return self == .pcm8 ? number + 128 : number
  }
}
