// Merging a low-rank adapter into the weight that it stands beside.

/// `W + (alpha / rank) · B A`
///
/// - Parameters:
///   - weight: W, `[outputs][inputs]`
///   - down: A, `[rank][inputs]`
///   - up: B, `[outputs][rank]`
func mergedWeight(_ weight: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  // TODO(low-rank-update): the weight and the scaled product.
  weight
}

/// The weight before the adapter was merged into it.
func withoutAdapter(_ merged: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  // TODO(low-rank-update): the way back.
  []
}

/// How many numbers A and B hold together.
func adapterParameters(inputs: Int, outputs: Int, rank: Int) -> Int {
  // TODO(low-rank-update): count both matrices.
  0
}
