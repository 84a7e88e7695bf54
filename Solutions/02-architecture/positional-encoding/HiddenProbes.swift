// What only the judge asks.
import StepRecords

let close = Tolerance.absolute(1e-3)

let probes = Probes {
  Probe("an odd number of channels ends in a sine", points: 2, tolerance: close) {
    [positionalEncoding(positions: 4, channels: 5), positionalEncoding(positions: 4, channels: 1)]
  }
  Probe("no positions, and position 0 alone", points: 1, tolerance: close) {
    [positionalEncoding(positions: 0, channels: 6), positionalEncoding(positions: 1, channels: 6)]
  }
  Probe("a model's size", points: 2, tolerance: close) {
    Array(positionalEncoding(positions: 100, channels: 128).suffix(8))
  }
  Probe("random sizes, odd ones among them", points: 2, tolerance: close) { random in
    positionalEncoding(positions: random.integer(in: 20...60), channels: random.integer(in: 5...40))
  }
}
