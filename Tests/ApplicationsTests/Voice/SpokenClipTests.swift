import Applications
import Foundation
import Tensors
import Testing

@Suite("Clips on disk")
struct SpokenClipTests {
  private let folder: TemporaryFolder
  private var path: String { folder.path + "/clips" }
  private let clips = [
    SpokenClip(command: "help", words: "help", voice: "en+m1", frames: Tensor([[-12, 0, 13.5], [1.23, -4.56, 7]])),
    SpokenClip(command: "none of these", words: "kelp", voice: "en+f1", frames: Tensor([[-99, 99, 0.04]])),
  ]

  init() throws { folder = try TemporaryFolder() }

  @Test("come back as they were, numbers in steps of a tenth")
  func roundTrip() throws {
    try clips.write(to: path)
    let read = try [SpokenClip](contentsOf: path)
    #expect(read.map(\.command) == ["help", "none of these"])
    #expect(read.map(\.words) == ["help", "kelp"] && read.map(\.voice) == ["en+m1", "en+f1"])
    #expect(read[0].frames.isClose(to: Tensor([[-12, 0, 13.5], [1.2, -4.6, 7]]), absolute: 1e-4))
    #expect(read[1].frames.isClose(to: Tensor([[-12, 13.5, 0]]), absolute: 1e-4))
  }

  @Test("that do not fit together, or are damaged, say where")
  func damaged() throws {
    func reason() -> String {
      do { _ = try [SpokenClip](contentsOf: path) } catch { return "\(error)" }
      return ""
    }
    #expect(reason().contains("clips.jsonl cannot be read"))
    try clips.write(to: path)
    let index = try String(contentsOfFile: path + ".jsonl", encoding: .utf8)
    func write(_ text: String) throws { try text.write(toFile: path + ".jsonl", atomically: true, encoding: .utf8) }
    try write(index.replacing("\n", with: "\r\n"))
    #expect(reason().isEmpty)
    try write(index.replacing("\"frames\":1", with: "\"frames\":2"))
    #expect(reason().contains("its frames have the shape [3, 3]") && reason().contains("4 frames"))
    try write(index.replacing("\"frames\":1", with: "\"frames\":\"1\""))
    #expect(reason().contains("clips.jsonl:2: expected {\"command\""))
    try write(index.replacing("\"frames\":1", with: "\"frames\":-1"))
    #expect(reason().contains("its frames have the shape"))
    try write(index)
    try Data([1, 2, 3]).write(to: URL(fileURLWithPath: path + ".safetensors"))
    #expect(reason().contains("clips.safetensors"))
  }
}

@Suite("Augmentation of speech")
struct SpeechAugmentationTests {
  private var frames: Tensor {
    var random = SeededRandom(seed: 4)
    return Tensor.randomUniform([40, 12], in: -8..<6, using: &random)
  }

  @Test("is the same for the same seed, and another for another")
  func seeded() {
    func changed(_ seed: Int) -> Tensor {
      var random = SeededRandom(seed: seed)
      return SpeechAugmentation()(frames, using: &random)
    }
    #expect(changed(1).scalars == changed(1).scalars)
    #expect(changed(1).scalars != changed(2).scalars)
    // It goes on with its random numbers.
    var random = SeededRandom(seed: 1)
    let (first, second) = (SpeechAugmentation()(frames, using: &random), SpeechAugmentation()(frames, using: &random))
    #expect(first.scalars != second.scalars)
  }

  @Test("keeps within its bounds")
  func bounds() {
    var augmentation = SpeechAugmentation()
    augmentation.stretch = 0.2
    augmentation.shift = 5
    var random = SeededRandom(seed: 9)
    var lengths: Set<Int> = []
    for _ in 0..<60 {
      let changed = augmentation(frames, using: &random)
      lengths.insert(changed.shape[0])
      #expect(changed.shape[1] == 12 && changed.scalars.allSatisfy(\.isFinite))
    }
    #expect(lengths.count > 5)
    #expect(lengths.allSatisfy { (33...60).contains($0) }, "\(lengths.sorted())")
  }

  @Test("that changes nothing but hides stripes hides them whole")
  func stripes() {
    var augmentation = SpeechAugmentation()
    (augmentation.stretch, augmentation.warp, augmentation.shift) = (0, 0, 0)
    augmentation.noise = 200...200
    augmentation.widestStripe = (frames: 0, bands: 0)
    var random = SeededRandom(seed: 1)
    let plain = augmentation(frames, using: &random)
    #expect(plain.isClose(to: frames.normalizedSpectrogram(), absolute: 1e-3))
    augmentation.widestStripe = (frames: 10, bands: 6)
    var hiddenAny = false
    for _ in 0..<10 {
      let hidden = augmentation(frames, using: &random)
      let isZero = hidden.scalars.map { $0 == 0 }
      let rows = (0..<40).filter { row in (0..<12).allSatisfy { isZero[row * 12 + $0] } }
      let bands = (0..<12).filter { band in (0..<40).allSatisfy { isZero[$0 * 12 + band] } }
      #expect(rows.count <= 10 && bands.count <= 6)
      #expect(isZero.count { $0 } == rows.count * 12 + bands.count * 40 - rows.count * bands.count)
      hiddenAny = hiddenAny || !rows.isEmpty || !bands.isEmpty
    }
    #expect(hiddenAny)
  }
}
