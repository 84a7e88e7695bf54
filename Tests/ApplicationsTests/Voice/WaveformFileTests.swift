import Applications
import Foundation
import Testing

@Suite("WAV files")
struct WaveformFileTests {
  private let tone = Waveform((0..<801).map { 0.7 * sinf(Float($0) * 0.11) }, sampleRate: 22_050)

  @Test(
    "give back what was written, up to half a step of their encoding",
    arguments: zip(Waveform.Encoding.allCases, [0x1p-8, 0x1p-16, 0x1p-24, 0x1p-24, 0] as [Float]))
  func roundTrip(encoding: Waveform.Encoding, halfStep: Float) throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/tone.wav"
    try tone.write(to: file, as: encoding)
    let read = try Waveform(contentsOf: file)
    #expect(read.sampleRate == 22_050)
    #expect(read.samples.count == tone.samples.count)
    let worst = zip(read.samples, tone.samples).map { abs($0 - $1) }.max() ?? .infinity
    #expect(worst <= halfStep * 1.001, "\(worst)")
  }

  @Test("are cut off where samples are too large, not wrapped round")
  func clipping() throws {
    let loud = Waveform([1.5, -1.5, 1, -1, .nan], sampleRate: 8000)
    #expect(try Waveform(wav: loud.wav(), named: "loud").samples == [32767.0 / 32768, -1, 32767.0 / 32768, -1, 0])
  }

  @Test("are written as the format says, byte for byte")
  func bytes() throws {
    // Two samples of 16 bits: 0x4000 and -0x4000.
    let expected: [UInt8] =
      Array("RIFF".utf8) + [40, 0, 0, 0] + Array("WAVEfmt ".utf8) + [16, 0, 0, 0, 1, 0, 1, 0]
      + [0x40, 0x1F, 0, 0, 0x80, 0x3E, 0, 0, 2, 0, 16, 0] + Array("data".utf8) + [4, 0, 0, 0, 0, 0x40, 0, 0xC0]
    #expect(Waveform([0.5, -0.5], sampleRate: 8000).wav() == expected)
  }

  @Test("with several channels are mixed to one")
  func stereo() throws {
    let left: [Int16] = [0, 16384, -32768], right: [Int16] = [0, -16384, 0]
    let data = zip(left, right).flatMap { [$0, $1] }.flatMap {
      [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)]
    }
    let file = riff(format: format(channels: 2, bits: 16), data: data)
    #expect(try Waveform(wav: file, named: "stereo").samples == [0, 0, -0.5])
  }

  @Test("may have chunks that say other things, an extensible format, and a length that a pipe could not know")
  func variants() throws {
    let data: [UInt8] = [0, 0x40, 0, 0xC0]
    let list = Array("LIST".utf8) + [3, 0, 0, 0, 1, 2, 3, 0]
    #expect(try Waveform(wav: riff(before: list, format: format(), data: data), named: "x").samples == [0.5, -0.5])
    let extensible = format(tag: 0xFFFE) + [22, 0, 16, 0, 4, 0, 0, 0, 1, 0] + [UInt8](repeating: 7, count: 14)
    #expect(try Waveform(wav: riff(format: extensible, data: data), named: "x").samples == [0.5, -0.5])
    #expect(
      try Waveform(wav: riff(format: format(), data: data, length: 0x7FFF_F000), named: "x").samples == [0.5, -0.5])
    // A last sample that is not whole.
    #expect(try Waveform(wav: riff(format: format(), data: data + [9]), named: "x").samples == [0.5, -0.5])
  }

  @Test("of floats with 64 bits are read")
  func doubles() throws {
    let data = [0.25, -1.0, .infinity].flatMap {
      withUnsafeBytes(of: ($0 as Double).bitPattern.littleEndian, Array.init)
    }
    #expect(try Waveform(wav: riff(format: format(tag: 3, bits: 64), data: data), named: "x").samples == [0.25, -1, 0])
  }

  @Test(
    "of another kind are named",
    arguments: [
      ("", "empty"), ("OggS…………", "Ogg"), ("fLaC…………", "FLAC"), ("ID3…………", "MP3"), ("FORM…………AIFF", "AIFF"),
      ("....ftypM4A …", "MPEG-4"), ("RF64….WAVE", "RF64"), ("# Just some text", "something else"),
    ])
  func foreign(text: String, kind: String) throws {
    let error = try #require(throws: WAVError.self) { try Waveform(wav: Array(text.utf8), named: "a.wav") }
    #expect("\(error)".contains(kind) && "\(error)".contains("a.wav"), "\(error)")
  }

  @Test("that are damaged say why")
  func damaged() throws {
    func reason(_ bytes: [UInt8]) throws -> String {
      "\(try #require(throws: WAVError.self) { try Waveform(wav: bytes, named: "a.wav") })"
    }
    let whole = tone.wav()
    #expect(try reason(Array(whole.dropLast(100))).contains("1602 bytes of samples are announced and 1502 are there"))
    #expect(try reason(Array(whole.prefix(36))).contains("no samples"))
    #expect(try reason(Array(whole.prefix(12))).contains("\"fmt \""))
    #expect(try reason(Array(whole.prefix(30))).contains("its format takes 10 bytes"))
    #expect(try reason(riff(format: format(channels: 0), data: [])).contains("no channels"))
    #expect(try reason(riff(format: format(rate: 12), data: [])).contains("12 samples a second"))
    #expect(try reason(riff(format: format(bits: 12), data: [])).contains("PCM of 12 bits"))
    #expect(try reason(riff(format: format(tag: 7, bits: 8), data: [])).contains("µ-law"))
    #expect(try reason(riff(format: format(tag: 0x55), data: [])).contains("MP3"))
  }

  @Test("that are not there, or folders, are named")
  func unreadable() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path, folder.path + "/none.wav"] {
      let error = try #require(throws: WAVError.self) { try Waveform(contentsOf: path) }
      #expect("\(error)".contains(path))
    }
    #expect(throws: WAVError.self) { try tone.write(to: folder.path + "/none/tone.wav") }
  }

  private func format(
    tag: Int = 1, channels: Int = 1, rate: Int = 8000, bits: Int = 16
  ) -> [UInt8] {
    let frame = channels * bits / 8
    return [(tag, 2), (channels, 2), (rate, 4), (rate * frame, 4), (frame, 2), (bits, 2)].flatMap(little)
  }

  private func riff(before: [UInt8] = [], format: [UInt8], data: [UInt8], length: Int? = nil) -> [UInt8] {
    let chunks =
      before + Array("fmt ".utf8) + little(format.count, 4) + format + Array("data".utf8)
      + little(length ?? data.count, 4) + data
    return Array("RIFF".utf8) + little(4 + chunks.count, 4) + Array("WAVE".utf8) + chunks
  }

  private func little(_ number: Int, _ bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
