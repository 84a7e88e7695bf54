import Applications
import Evaluation
import Foundation
import Models
import Tensors
import Testing

@Suite("The recognizer of spoken commands that the course ships")
struct CommandRecognizerTests {
  private let folder = Course.root + "/SpokenCommands"
  private let recognizer: CommandRecognizer

  init() throws { recognizer = try CommandRecognizer.load(from: folder) }

  @Test("knows the commands of the assistant")
  func labels() {
    #expect(recognizer.encoder.configuration.labels == SpokenCommand.allCases.map(\.rawValue))
  }

  @Test("understands voices that it never heard")
  func heldOut() throws {
    let clips = try [SpokenClip](contentsOf: folder + "/Clips/held-out")
    let heard = Set(try [SpokenClip](contentsOf: folder + "/Clips/training").map(\.voice))
    #expect(heard.isDisjoint(with: clips.map(\.voice)))
    // Every third: all commands and voices are among them.
    let some = clips.indices.filter { $0 % 3 == 0 }.map { clips[$0] }
    let report = try RecognitionReport(recognizer, on: some)
    #expect(report.commandAccuracy.value > 0.95, "\(report.confusions)")
    #expect(report.confusions.reduce(0) { $0 + $1.count } == report.rows.count { !$0.isRight })
    #expect(report.voices.count == Set(some.map(\.voice)).count)
  }

  @Test("hears the same in a sound file as in its clip")
  func samples() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/Samples").filter { $0.hasSuffix(".wav") }
    #expect(files.count >= 4)
    for file in files {
      let sound = try Waveform(contentsOf: "\(folder)/Samples/\(file)")
      let heard = try recognizer.recognize(sound)
      #expect(heard.command == file.replacing("-", with: " ").dropLast(4), "\(file)")
      #expect(heard.candidates.map(\.probability).reduce(0, +) > 0.999)
      // Silence before and behind is not listened to, and loudness does not matter.
      let silence = [Float](repeating: 0, count: sound.sampleRate / 2)
      let framed = Waveform(silence + sound.samples.map { $0 * 0.5 } + silence, sampleRate: sound.sampleRate)
      #expect(try recognizer.recognize(framed).command == heard.command, "\(file)")
    }
  }

  @Test("takes nothing for a command of which it is not sure")
  func threshold() throws {
    let clip = try #require(try [SpokenClip](contentsOf: folder + "/Clips/held-out").first)
    var strict = recognizer
    strict.threshold = 1.1
    #expect(try strict.recognize(clip.frames).command == SpokenCommand.other.rawValue)
    #expect(try strict.recognize(clip.frames).candidates == recognizer.recognize(clip.frames).candidates)
    // And with a threshold of 0 everything for one.
    strict.threshold = 0
    let other = try #require(
      try [SpokenClip](contentsOf: folder + "/Clips/held-out").first { $0.command == SpokenCommand.other.rawValue })
    let taken = try strict.recognize(other.frames)
    #expect(taken.command == taken.candidates.first { $0.command != SpokenCommand.other.rawValue }?.command)
  }

  @Test("shows where it listens: for each head, shares of the whole")
  func attention() throws {
    let clip = try #require(try [SpokenClip](contentsOf: folder + "/Clips/held-out").first)
    let attention = recognizer.attention(over: clip.frames)
    #expect(attention.shape == [4, (clip.frames.shape[0] + 3) / 4])
    for sum in attention.sum(axis: 1).scalars { #expect(abs(sum - 1) < 1e-4) }
  }

  @Test("says of silence and of long speech what they are")
  func mistakes() throws {
    let silence = Waveform([Float](repeating: 0, count: 16_000), sampleRate: 16_000)
    #expect(throws: SpeechError.silence) { try recognizer.recognize(silence) }
    let tone = Waveform((0..<80_000).map { sinf(Float($0) * 0.2) }, sampleRate: 16_000)
    #expect(throws: SpeechError.tooLong(frames: 498, most: 400)) { try recognizer.recognize(tone) }
  }
}
