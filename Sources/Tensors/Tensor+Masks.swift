// Triangles of matrices, and the mask that hides the future.

extension Tensor {
  /// The matrices of the last two axes with 0 above a diagonal (`tril`); the same shape.
  ///
  /// - Parameter diagonal: 0 is the main diagonal, 1 the one above it, -1 the one below.
  public func lowerTriangle(diagonal: Int = 0) -> Tensor {
    let y = keepingColumns("lowerTriangle") { row, columns in 0..<bounded(row + 1, plus: diagonal, to: columns) }
    return y.recorded(from: self) { gradient, inputs in  // y = x at and below the diagonal, else 0
      inputs.add(0, gradient.lowerTriangle(diagonal: diagonal))
    }
  }

  /// The matrices of the last two axes with 0 below a diagonal (`triu`); the same shape.
  public func upperTriangle(diagonal: Int = 0) -> Tensor {
    let y = keepingColumns("upperTriangle") { row, columns in bounded(row, plus: diagonal, to: columns)..<columns }
    return y.recorded(from: self) { gradient, inputs in  // y = x at and above the diagonal, else 0
      inputs.add(0, gradient.upperTriangle(diagonal: diagonal))
    }
  }

  /// What attention adds to its scores to hide the future: 0 where key ≤ query, -inf elsewhere; shape `[time, time]`,
  /// query by key.
  public static func causalMask(_ time: Int) -> Tensor {
    Tensor(shape: [time, time]) { memory in
      for query in 0..<time {
        for key in 0..<time { memory[query * time + key] = key <= query ? 0 : -.infinity }
      }
    }
  }

  /// The columns given for each row of the last two axes, and 0 elsewhere.
  private func keepingColumns(_ operation: String, _ kept: (_ row: Int, _ columns: Int) -> Range<Int>) -> Tensor {
    guard rank >= 2 else { stop("\(operation) needs two axes or more; the shape is \(shape)") }
    let (rows, columns) = (shape[rank - 2], shape[rank - 1])
    return Tensor(shape: shape) { target in
      target.update(repeating: 0, count: count)
      guard columns > 0 else { return }
      for row in 0..<count / columns {
        let range = kept(row % rows, columns)
        let start = row * columns + range.lowerBound
        (target + start).update(from: memory + start, count: range.count)
      }
    }
  }
}

/// `column + shift`, but from 0 to `columns`; also where the sum would overflow.
private func bounded(_ column: Int, plus shift: Int, to columns: Int) -> Int {
  let (sum, overflow) = column.addingReportingOverflow(shift)
  return overflow ? (shift < 0 ? 0 : columns) : min(max(sum, 0), columns)
}
