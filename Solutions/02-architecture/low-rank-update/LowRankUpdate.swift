// Merging a low-rank adapter into the weight that it stands beside.

/// `W + (alpha / rank) · B A`
///
/// - Parameters:
///   - weight: W, `[outputs][inputs]`
///   - down: A, `[rank][inputs]`
///   - up: B, `[outputs][rank]`
func mergedWeight(_ weight: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  changed(weight, down: down, up: up, scale: alpha / Float(down.count))
}

/// The weight before the adapter was merged into it.
func withoutAdapter(_ merged: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  changed(merged, down: down, up: up, scale: -(alpha / Float(down.count)))
}

/// How many numbers A and B hold together.
func adapterParameters(inputs: Int, outputs: Int, rank: Int) -> Int { rank * (inputs + outputs) }

private func changed(_ weight: [[Float]], down: [[Float]], up: [[Float]], scale: Float) -> [[Float]] {
  zip(weight, up).map { row, upRow in
    row.indices.map { input in
      row[input] + scale * zip(upRow, down).reduce(0) { $0 + $1.0 * $1.1[input] }
    }
  }
}
