import Applications
import Foundation
import Tensors
import Testing

@Suite("Spectrograms")
struct SpectrogramTests {
  /// What numpy makes of the same sound: Scripts/references/spectrograms.py.
  private struct Reference: Decodable {
    let sound: [Float], filters: [[Float]], spectrogram: [[Float]], real: [Float], imaginary: [Float]
  }

  private let reference: Reference

  init() throws {
    let file = try #require(Bundle.module.url(forResource: "References/spectrogram", withExtension: "json"))
    reference = try JSONDecoder().decode(Reference.self, from: Data(contentsOf: file))
  }

  @Test("stand on the Fourier transform of numpy")
  func transform() {
    let result = FourierTransform(count: 64)(
      real: Array(reference.sound[..<64]), imaginary: Array(reference.sound[64..<128]))
    #expect(Tensor(result.real).difference(from: Tensor(reference.real), absolute: 1e-5) == nil)
    #expect(Tensor(result.imaginary).difference(from: Tensor(reference.imaginary), absolute: 1e-5) == nil)
  }

  @Test("of one number is that number, and of a tone one band")
  func tone() {
    let one = FourierTransform(count: 1)(real: [3], imaginary: [-2])
    #expect(one.real == [3] && one.imaginary == [-2])
    let power = FourierTransform(count: 32).power(of: (0..<32).map { cosf(2 * .pi * 5 * Float($0) / 32) })
    #expect(power.count == 17)
    for (place, value) in power.enumerated() { #expect(abs(value - (place == 5 ? 256 : 0)) < 1e-3) }
  }

  @Test("see through the mel filters of HTK")
  func filters() {
    let filters = MelSpectrogram().filters
    #expect(filters.weights.difference(from: Tensor(reference.filters), absolute: 1e-6) == nil)
    #expect(filters.centers.count == 40 && filters.centers == filters.centers.sorted())
    #expect(abs(MelFilters.mel(1000) - 999.99) < 0.01)
    #expect(abs(MelFilters.hertz(MelFilters.mel(440)) - 440) < 1e-9)
  }

  @Test("are those of numpy")
  func spectrogram() {
    let frames = MelSpectrogram()(Waveform(reference.sound, sampleRate: 16_000))
    #expect(frames.shape == [11, 40])
    #expect(frames.difference(from: Tensor(reference.spectrogram), absolute: 2e-3) == nil)
  }

  @Test("have a frame every 10 ms, at least one, and a floor")
  func shapes() {
    let spectrogram = MelSpectrogram(mels: 20)
    for (samples, frames) in [(0, 1), (399, 1), (400, 1), (559, 1), (560, 2), (1600, 8)] {
      let sound = Waveform(Array(repeating: 0, count: samples), sampleRate: 16_000)
      let result = spectrogram(sound)
      #expect(result.shape == [frames, 20])
      #expect(result.scalars.allSatisfy { abs($0 - log(1e-10)) < 1e-4 })
    }
  }

  @Test("are normalised to a mean of 0 in each band and a spread of 1")
  func normalised() {
    let frames = MelSpectrogram()(Waveform(reference.sound, sampleRate: 16_000))
    let normalized = frames.normalizedSpectrogram()
    #expect(normalized.mean(axis: 0).abs().max().item() < 1e-4)
    #expect(abs(normalized.squared().mean().item() - 1) < 0.01)
    // A louder recording looks the same.
    #expect((frames + 3).normalizedSpectrogram().isClose(to: normalized, absolute: 1e-4))
  }
}
