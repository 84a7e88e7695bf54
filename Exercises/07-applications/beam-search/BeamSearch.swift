// Finding a probable text: the best beginnings are kept, not only the best one.
import Foundation

/// The most probable text that a search with `width` beams finds, without `start` and with `end`.
func beamSearch(_ next: [[Double]], from start: Int, end: Int, width: Int, longest: Int) -> [Int] {
  // TODO(beam-search): keep several beginnings, and go on with all of them.
  [-1]
}
