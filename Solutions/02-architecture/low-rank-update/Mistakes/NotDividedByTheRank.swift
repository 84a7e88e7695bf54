/// You scale by alpha alone. An adapter of twice the rank would change the weight twice as much; what is alpha divided by?
func mergedWeight(_ weight: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  changed(weight, down: down, up: up, scale: alpha)
}

func withoutAdapter(_ merged: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  changed(merged, down: down, up: up, scale: -alpha)
}

func adapterParameters(inputs: Int, outputs: Int, rank: Int) -> Int { rank * (inputs + outputs) }

private func changed(_ weight: [[Float]], down: [[Float]], up: [[Float]], scale: Float) -> [[Float]] {
  zip(weight, up).map { row, upRow in
    row.indices.map { input in
      row[input] + scale * zip(upRow, down).reduce(0) { $0 + $1.0 * $1.1[input] }
    }
  }
}
