// Where somebody speaks.
import Foundation

/// The pieces of a sound, each `window` samples long and `hop` samples behind the one before.
func frames(_ samples: [Double], window: Int, hop: Int) -> [[Double]] {
  // TODO(log-energy-frames): cut.
  []
}

/// The logarithm of each frame's mean square, of 1e-10 if that is smaller.
func logEnergies(_ samples: [Double], window: Int, hop: Int) -> [Double] {
  // TODO(log-energy-frames): square, take the mean, then the logarithm.
  []
}

/// The first sample of the first loud frame, and the one behind the last.
func speech(_ samples: [Double], window: Int, hop: Int, share: Double) -> [Int] {
  // TODO(log-energy-frames): find the border between quiet and loud.
  [-1]
}
