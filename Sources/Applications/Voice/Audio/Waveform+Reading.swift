// Reading WAV files (Microsoft and IBM 1991): RIFF, chunks with a name and a length, of which `fmt ` says how samples
// are written and `data` holds them. Compressed ones are not read.
internal import Tensors

extension Waveform {
  /// Reads a WAV file: PCM of 8, 16, 24 or 32 bits, or floats of 32 or 64; any number of channels, of which the mean is
  /// taken. Throws ``WAVError``.
  public init(contentsOf path: String) throws {
    let bytes: [UInt8]
    do {
      let file = try FileForReading(path)
      guard file.byteCount <= Self.largestFile else {
        throw WAVError.cannotRead(file: path, reason: "it is larger than \(Self.largestFile >> 20) MB")
      }
      bytes = try file.read(UInt8.self, count: file.byteCount, at: 0)
    } catch SafetensorsError.cannotRead(_, let reason) {
      throw WAVError.cannotRead(file: path, reason: reason)
    }
    try self.init(wav: bytes, named: path)
  }

  /// An hour of speech as most recorders write it.
  private static let largestFile = 1 << 30

  /// The same, of bytes that are in memory. Throws ``WAVError``.
  ///
  /// - Parameter name: how errors call them.
  public init(wav bytes: [UInt8], named name: String) throws {
    let reader = try WAVReader(bytes, name)
    self.init(reader.mono(), sampleRate: reader.format.sampleRate)
  }
}

/// A WAV file's bytes, and where in them its samples are.
private struct WAVReader {
  struct Format {
    enum Kind { case integer, float }
    var kind: Kind
    var channels: Int
    var sampleRate: Int
    /// Of one sample of one channel, the room that it takes.
    var bytes: Int
  }

  private let bytes: [UInt8]
  let format: Format
  private let data: Range<Int>

  init(_ bytes: [UInt8], _ name: String) throws {
    func damaged(_ reason: String) -> WAVError { .damaged(file: name, reason: reason) }
    self.bytes = bytes
    guard bytes.count >= 12, bytes.text(at: 0) == "RIFF", bytes.text(at: 8) == "WAVE" else {
      throw WAVError.notWAV(file: name, found: bytes.kindOfFile)
    }
    var (format, data): (Format?, Range<Int>?)
    var place = 12
    while place + 8 <= bytes.count, data == nil {
      let id = bytes.text(at: place)
      let length = bytes.number(at: place + 4, bytes: 4)
      let rest = bytes.count - place - 8
      let content = place + 8..<place + 8 + min(length, rest)
      switch id {
      case "fmt ":
        guard length >= 16, content.count == length else { throw damaged("its format takes \(content.count) bytes") }
        format = try Format(bytes, content, name)
      case "data":
        // What is written to a pipe cannot know its length: the largest number, or nearly, stands for the rest.
        guard length <= rest || length >= 0x7FFF_0000 else {
          throw damaged("\(length) bytes of samples are announced and \(rest) are there; it was cut off")
        }
        data = content
      default: break
      }
      // Chunks begin at even places.
      place = content.upperBound + content.count % 2
    }
    guard let format else { throw damaged("nothing says how its samples are written (there is no chunk \"fmt \")") }
    guard let data else { throw damaged("it holds no samples (there is no chunk \"data\")") }
    self.format = format
    self.data = data
  }

  /// The mean of the channels; a last frame that is not whole is left out.
  func mono() -> [Float] {
    let frame = format.bytes * format.channels
    return (0..<data.count / frame).map { index in
      let sum = (0..<format.channels).reduce(Float(0)) {
        $0 + sample(at: data.lowerBound + index * frame + $1 * format.bytes)
      }
      return sum / Float(format.channels)
    }
  }

  private func sample(at place: Int) -> Float {
    let number = bytes.number(at: place, bytes: format.bytes)
    switch (format.kind, format.bytes) {
    case (.float, 4): return finite(Float(bitPattern: UInt32(number)))
    case (.float, _): return finite(Float(Double(bitPattern: UInt64(UInt(bitPattern: number)))))
    // 8 bits have no sign; 128 is silence.
    case (.integer, 1): return Float(number - 128) / 128
    case (.integer, let bytes):
      let bits = 8 * bytes
      let signed = number >= 1 << (bits - 1) ? number - 1 << bits : number
      return Float(Double(signed) / Double(1 << (bits - 1)))
    }
  }

  private func finite(_ sample: Float) -> Float { sample.isFinite ? sample : 0 }
}

extension WAVReader.Format {
  init(_ bytes: [UInt8], _ chunk: Range<Int>, _ name: String) throws {
    let start = chunk.lowerBound
    func number(_ offset: Int, _ count: Int) -> Int { bytes.number(at: start + offset, bytes: count) }
    func unsupported(_ reason: String) -> WAVError { .unsupported(file: name, reason: reason) }
    // "Extensible" names the real format at the beginning of a longer number.
    let isExtensible = number(0, 2) == 0xFFFE && chunk.count >= 26
    let tag = isExtensible ? number(24, 2) : number(0, 2)
    channels = number(2, 2)
    sampleRate = number(4, 4)
    let bits = number(14, 2)
    switch tag {
    case 1: kind = .integer
    case 3: kind = .float
    case 2, 17: throw unsupported("its samples are compressed (ADPCM)")
    case 6, 7: throw unsupported("its samples are those of telephony (\(tag == 6 ? "A" : "µ")-law)")
    case 0x55: throw unsupported("its samples are compressed (MP3)")
    default: throw unsupported("its samples are of an unknown kind (format \(tag))")
    }
    let sizes = kind == .integer ? [8, 16, 24, 32] : [32, 64]
    guard sizes.contains(bits) else {
      throw unsupported("its samples are \(kind == .integer ? "PCM" : "floats") of \(bits) bits")
    }
    guard channels > 0 else { throw WAVError.damaged(file: name, reason: "it has no channels") }
    guard Waveform.sampleRates.contains(sampleRate) else {
      throw WAVError.damaged(
        file: name,
        reason: "it has \(sampleRate) samples a second, and \(Waveform.sampleRates.lowerBound) to "
          + "\(Waveform.sampleRates.upperBound) can be")
    }
    self.bytes = bits / 8
  }
}

extension [UInt8] {
  /// An unsigned number, its lowest byte first; of 8 bytes the same bits.
  fileprivate func number(at place: Int, bytes: Int) -> Int {
    (0..<bytes).reduce(0) { $0 | Int(self[place + $1]) << (8 * $1) }
  }

  fileprivate func text(at place: Int) -> String { String(decoding: self[place..<place + 4], as: UTF8.self) }

  /// What a file is that should be a WAV file, by its first bytes.
  fileprivate var kindOfFile: String {
    func begins(_ text: String, at place: Int = 0) -> Bool { dropFirst(place).starts(with: text.utf8) }
    if isEmpty { return "empty" }
    if begins("OggS") { return "Ogg (Vorbis or Opus)" }
    if begins("fLaC") { return "FLAC" }
    if begins("ID3") || (count > 1 && self[0] == 0xFF && self[1] & 0xE0 == 0xE0) { return "MP3" }
    if begins("FORM") { return "AIFF" }
    if begins("ftyp", at: 4) { return "MPEG-4 (m4a)" }
    if begins("RIFX") || begins("RF64") || begins("BW64") {
      return "a variant of it, \(String(decoding: self.prefix(4), as: UTF8.self))"
    }
    return "something else"
  }
}
