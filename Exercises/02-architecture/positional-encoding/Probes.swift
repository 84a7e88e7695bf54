// What a learner's positional encoding is asked. An angle of a Float has an error that grows with the position, hence
// the absolute tolerance.
import StepRecords

let near = Tolerance.absolute(1e-3)

let probes = Probes {
  Probe("the two rows of the task", points: 2, tolerance: near) { positionalEncoding(positions: 2, channels: 4) }
  Probe("the first two channels are the sine and cosine of the position", points: 1, tolerance: near) {
    positionalEncoding(positions: 8, channels: 2)
  }
  Probe("each pair is slower than the one before it", points: 2, tolerance: near) {
    positionalEncoding(positions: 20, channels: 12)
  }
  Probe("positions at the same distance have the same product", points: 1, tolerance: near) {
    let rows = positionalEncoding(positions: 12, channels: 16)
    return rows.dropLast(4).indices.map { start in
      zip(rows[start], rows[start + 4]).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    }
  }
  Probe("random sizes", points: 2, tolerance: near) { random in
    positionalEncoding(positions: random.integer(in: 3...30), channels: 2 * random.integer(in: 2...12))
  }
}
