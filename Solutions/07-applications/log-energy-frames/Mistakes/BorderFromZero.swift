import Foundation

/// The border is a share of the loudest, as if silence were 0. As a logarithm it is not: how quiet is the quietest
/// frame?
func frames(_ samples: [Double], window: Int, hop: Int) -> [[Double]] {
  stride(from: 0, through: samples.count - window, by: hop).map { Array(samples[$0..<$0 + window]) }
}

/// The logarithm of each frame's mean square, of 1e-10 if that is smaller.
func logEnergies(_ samples: [Double], window: Int, hop: Int) -> [Double] {
  frames(samples, window: window, hop: hop).map { frame in
    let energy = frame.reduce(0) { $0 + $1 * $1 } / Double(window)
    return log(max(energy, 1e-10))
  }
}

/// The first sample of the first loud frame, and the one behind the last.
func speech(_ samples: [Double], window: Int, hop: Int, share: Double) -> [Int] {
  let energies = logEnergies(samples, window: window, hop: hop)
  guard let quietest = energies.min(), let loudest = energies.max() else { return [] }
  let border = share * loudest
  guard let first = energies.firstIndex(where: { $0 > border }), let last = energies.lastIndex(where: { $0 > border })
  else { return [] }
  return [first * hop, last * hop + window]
}
