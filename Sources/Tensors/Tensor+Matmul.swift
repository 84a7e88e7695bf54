// The matrix product of two tensors; MatrixProducts computes it.

extension Tensor {
  /// Matrix product of the last two axes: `[…, rows, inner] · […, inner, columns] = […, rows, columns]`.
  ///
  /// Axes before the last two are broadcast. A tensor of one axis is a row on the left and a column on the right, and
  /// that axis is gone from the result: `[inner] · [inner]` is a single number. Sums are the same for the same number of
  /// threads.
  public func matmul(_ other: Tensor) -> Tensor {
    var problem: String { "matmul: \(shape) · \(other.shape)" }
    guard rank > 0, other.rank > 0 else { stop("\(problem): a single number has no rows or columns; use *") }
    let left = rank == 1 ? [1] + shape : shape
    let right = other.rank == 1 ? other.shape + [1] : other.shape
    let (rows, inner, columns) = (left[left.count - 2], left[left.count - 1], right[right.count - 1])
    guard right[right.count - 2] == inner else {
      let hint = other.rank > 1 && columns == inner ? " Should the right one be .transposed()?" : ""
      stop(
        "\(problem): the last axis of the left, \(inner), must be as long as the \(other.rank == 1 ? "" : "second last ")"
          + "axis of the right, \(right[right.count - 2]).\(hint)")
    }
    let (aBatch, bBatch) = (Array(left.dropLast(2)), Array(right.dropLast(2)))
    let batch = Shape.broadcast(aBatch, bBatch, "\(problem): axes before the last two")
    let result = batch + (rank == 1 ? [] : [rows]) + (other.rank == 1 ? [] : [columns])
    // One matrix on the right: the rows of all matrices on the left are those of one.
    let isOneOnTheRight = bBatch.allSatisfy { $0 == 1 }
    let count = Shape.count(batch)
    let (matrices, height) = isOneOnTheRight ? (1, count * rows) : (count, rows)
    let single = BroadcastLayout([], [], to: [])
    let y = Tensor(shape: result) { out in
      MatrixProducts(
        count: matrices, rows: height, inner: inner, columns: columns,
        layout: isOneOnTheRight ? single : BroadcastLayout(aBatch, bBatch, to: batch), a: memory, b: other.memory,
        out: out
      ).run()
    }
    return y.recorded(from: self, other) { gradient, inputs in  // y = a · b
      // ∂a = ∂y · bᵀ
      inputs.accumulate(0, wholeShape: batch + [rows, inner], ownShape: left) { target, isFirst in
        MatrixProducts(
          count: matrices, rows: height, inner: columns, columns: inner,
          layout: isOneOnTheRight ? single : BroadcastLayout(batch, bBatch, to: batch), a: gradient.memory,
          b: other.memory, isTransposedB: true, out: target, adds: !isFirst
        ).run()
      }
      // ∂b = aᵀ · ∂y
      inputs.accumulate(1, wholeShape: (isOneOnTheRight ? [] : batch) + [inner, columns], ownShape: right) {
        target, isFirst in
        MatrixProducts(
          count: matrices, rows: inner, inner: height, columns: columns,
          layout: isOneOnTheRight ? single : BroadcastLayout(aBatch, batch, to: batch), a: self.memory,
          isTransposedA: true, b: gradient.memory, out: target, adds: !isFirst
        ).run()
      }
    }
  }
}

extension GradientInputs {
  /// Lets the kernel add to the gradient of an input if it has one matrix for each of the result's, and else sums what
  /// the kernel computes over the matrices for which that of the input is repeated.
  fileprivate func accumulate(
    _ index: Int, wholeShape: [Int], ownShape: [Int], _ kernel: (_ target: Output, _ isFirst: Bool) -> Void
  ) {
    guard wants(index) else { return }
    if Shape.count(wholeShape) == Shape.count(ownShape) {
      accumulate(index, kernel)
    } else {
      let whole = Tensor(shape: wholeShape) { kernel($0, true) }
      accumulate(index) { target, isFirst in
        let own = whole.summed(to: ownShape)
        if isFirst { ck_fill(own.count, 0, target) }
        ck_add_rows(1, own.count, own.memory, own.count, target, own.count)
      }
    }
  }
}
