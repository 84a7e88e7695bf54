// Sound at another rate.
internal import Foundation

extension Waveform {
  /// The same sound with another number of samples a second.
  ///
  /// Between samples the sound is the sum of a wave `sin(πx)/πx` for each (Shannon 1949), here cut off by a Kaiser window
  /// at 16 zeros to each side. Waves too fast for the lower of the two rates are taken out first: they would come back
  /// as slow ones. Rates are in ``sampleRates``; stops for others.
  public func resampled(to rate: Int) -> Waveform {
    precondition(
      Self.sampleRates.contains(rate) && Self.sampleRates.contains(sampleRate),
      "resampled: rates must be in \(Self.sampleRates); from \(sampleRate) to \(rate)")
    guard rate != sampleRate, !samples.isEmpty else { return Waveform(samples, sampleRate: rate) }
    // A new sample stands between two old ones at one of `phases` places, again and again the same.
    let phases = rate / rate.greatestCommonDivisor(with: sampleRate)
    let filters = SincFilters(phases: phases, cutoff: min(1, Double(rate) / Double(sampleRate)))
    let count = (samples.count * rate + sampleRate - 1) / sampleRate
    var result = [Float](repeating: 0, count: count)
    for index in 0..<count {
      // index · sampleRate / rate old samples from the start, in whole ones and parts.
      let (place, part) = (index * sampleRate).quotientAndRemainder(dividingBy: rate)
      let filter = filters[part * phases / rate]
      let first = place - filters.reach + 1
      let inside = max(0, first)..<min(samples.count, first + filter.count)
      var sum: Float = 0
      for old in inside { sum += samples[old] * filter[old - first] }
      result[index] = sum
    }
    return Waveform(result, sampleRate: rate)
  }
}

/// A low-pass filter at each of the places between two samples: polyphase filters.
private struct SincFilters {
  /// How many samples to each side take part.
  let reach: Int
  private let filters: [[Float]]

  /// - Parameter cutoff: the fastest wave that is kept, as a share of the fastest there is.
  init(phases: Int, cutoff: Double) {
    let zeros = 16.0
    // The passage from kept to lost is as wide as the window is short; it shall end at the limit.
    let cutoff = cutoff == 1 ? 1 : cutoff * 0.94
    let halfWidth = zeros / cutoff
    let reach = Int(halfWidth.rounded(.up))
    self.reach = reach
    filters = (0..<phases).map { phase in
      let weights = (0..<2 * reach).map { tap in
        let distance = Double(tap - reach + 1) - Double(phase) / Double(phases)
        let x = cutoff * distance
        let sinc = x == 0 ? 1 : sin(.pi * x) / (.pi * x)
        return cutoff * sinc * kaiser(distance / halfWidth)
      }
      // So that a constant stays what it is.
      let sum = weights.reduce(0, +)
      return weights.map { Float($0 / sum) }
    }
  }

  subscript(phase: Int) -> [Float] { filters[phase] }
}

/// The window of Kaiser (1974) with β = 9: 1 in the middle, 0 beyond -1 to 1. What is beyond the passage is 90 dB down.
private func kaiser(_ x: Double) -> Double {
  let beta = 9.0
  return abs(x) >= 1 ? 0 : bessel(beta * (1 - x * x).squareRoot()) / bessel(beta)
}

/// I₀, by its series.
private func bessel(_ x: Double) -> Double {
  var (sum, term) = (1.0, 1.0)
  for k in 1...40 {
    term *= (x / 2 / Double(k)) * (x / 2 / Double(k))
    sum += term
  }
  return sum
}

extension Int {
  fileprivate func greatestCommonDivisor(with other: Int) -> Int {
    other == 0 ? self : other.greatestCommonDivisor(with: self % other)
  }
}
