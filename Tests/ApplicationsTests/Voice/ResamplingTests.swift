import Applications
import Foundation
import Testing

@Suite("Sound at another rate")
struct ResamplingTests {
  /// Two tones that both rates can carry.
  private func tones(_ rate: Int, seconds: Double) -> Waveform {
    let samples = (0..<Int(Double(rate) * seconds)).map { index -> Float in
      let time = Double(index) / Double(rate)
      return Float(0.5 * sin(2 * .pi * 440 * time) + 0.3 * cos(2 * .pi * 2500 * time))
    }
    return Waveform(samples, sampleRate: rate)
  }

  @Test("is the same sound", arguments: [8000, 11_025, 22_050, 44_100, 48_000, 15_999])
  func same(rate: Int) {
    let resampled = tones(rate, seconds: 0.05).resampled(to: 16_000)
    let expected = tones(16_000, seconds: 0.05)
    #expect(abs(resampled.samples.count - expected.samples.count) <= 1)
    // At its ends the sound stops, which is no sum of two tones.
    let middle = 100..<700
    let worst = middle.map { abs(resampled.samples[$0] - expected.samples[$0]) }.max() ?? .infinity
    #expect(worst < 2e-3, "\(rate): \(worst)")
  }

  @Test("has no tones that it is too slow for")
  func aliases() {
    // 10 kHz would come back as 6 kHz.
    let high = Waveform((0..<2400).map { sinf(2 * .pi * 10_000 * Float($0) / 48_000) }, sampleRate: 48_000)
    let loudest = high.resampled(to: 16_000).samples[100..<700].map(abs).max() ?? .infinity
    #expect(loudest < 1e-3)
  }

  @Test("stays as it is at its own rate, and silence stays silence")
  func unchanged() {
    let sound = tones(16_000, seconds: 0.01)
    #expect(sound.resampled(to: 16_000) == sound)
    #expect(Waveform([], sampleRate: 8000).resampled(to: 16_000) == Waveform([], sampleRate: 16_000))
    #expect(Waveform([0.25, 0.25], sampleRate: 8000).resampled(to: 16_000).samples.count == 4)
  }
}
