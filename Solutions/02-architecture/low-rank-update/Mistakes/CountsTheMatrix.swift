/// You count the numbers of the full matrix. A and B are smaller: what are the shapes of each of them?
func mergedWeight(_ weight: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  changed(weight, down: down, up: up, scale: alpha / Float(down.count))
}

func withoutAdapter(_ merged: [[Float]], down: [[Float]], up: [[Float]], alpha: Float) -> [[Float]] {
  changed(merged, down: down, up: up, scale: -(alpha / Float(down.count)))
}

func adapterParameters(inputs: Int, outputs: Int, rank: Int) -> Int { inputs * outputs }

private func changed(_ weight: [[Float]], down: [[Float]], up: [[Float]], scale: Float) -> [[Float]] {
  zip(weight, up).map { row, upRow in
    row.indices.map { input in
      row[input] + scale * zip(upRow, down).reduce(0) { $0 + $1.0 * $1.1[input] }
    }
  }
}
