// How many directions hold the change of a matrix.
import Foundation

/// The direction that the matrix stretches most, of length 1, after so many rounds from 1, 2, 3 ….
func strongest(_ m: [[Double]], rounds: Int) -> [Double] {
  // TODO(flat-change): power iteration.
  []
}

/// The matrix, and nothing of what it does with the direction v.
func without(_ m: [[Double]], _ v: [Double]) -> [[Double]] {
  // TODO(flat-change): take away (m v)[o] · v[i].
  []
}

/// The share of the matrix that the strongest direction holds, the two strongest, and so on.
func shares(_ m: [[Double]], count: Int) -> [Double] {
  // TODO(flat-change): the strongest, then the strongest of the rest.
  []
}
