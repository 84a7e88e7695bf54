// The linear layer and the lookup in a table as one operation each.

/// `y = x Wᵀ + b`: `[…, inputs]` to `[…, outputs]`.
///
/// - Parameters:
///   - weight: `[outputs, inputs]`, as in PyTorch.
///   - bias: `[outputs]`
public func linear(_ x: Tensor, weight: Tensor, bias: Tensor?) -> Tensor {
  guard weight.rank == 2, let inputs = x.shape.last, inputs == weight.shape[1] else {
    stop("linear: the last axis of the input, \(x.shape), must be as long as that of the weight, \(weight.shape)")
  }
  let outputs = weight.shape[0]
  if let bias, bias.shape != [outputs] {
    stop("linear: the weight is \(weight.shape), so the bias \(bias.shape) must be [\(outputs)]")
  }
  let rows = Shape.count(Array(x.shape.dropLast()))
  let single = BroadcastLayout([], [], to: [])
  let y = Tensor(shape: x.shape.dropLast() + [outputs]) { out in
    if rows <= fewRows {
      return ck_row_products(rows, inputs, outputs, x.memory, weight.memory, bias?.memory, out)
    }
    // The products are added to the bias.
    if let bias { ck_copy(2, [rows, outputs], bias.memory, [0, 1], out, [outputs, 1]) }
    MatrixProducts(
      count: 1, rows: rows, inner: inputs, columns: outputs, layout: single, a: x.memory, b: weight.memory,
      isTransposedB: true, out: out, adds: bias != nil
    ).run()
  }
  return y.recorded(from: [x, weight, bias]) { gradient, needs in  // y = x Wᵀ + b
    // ∂x = ∂y W
    needs.accumulate(0) { target, isFirst in
      MatrixProducts(
        count: 1, rows: rows, inner: outputs, columns: inputs, layout: single, a: gradient.memory, b: weight.memory,
        out: target, adds: !isFirst
      ).run()
    }
    // ∂W = ∂yᵀ x
    needs.accumulate(1) { target, isFirst in
      MatrixProducts(
        count: 1, rows: outputs, inner: rows, columns: inputs, layout: single, a: gradient.memory, isTransposedA: true,
        b: x.memory, out: target, adds: !isFirst
      ).run()
    }
    // ∂b = Σ ∂y over the rows
    needs.addRows(2, gradient)
  }
}

/// Up to so many rows the time is that of reading the weight once; a product of matrices takes longer.
private let fewRows = 8

/// The rows of a table with these numbers, as for embeddings: `[count, channels]` to `[indices.count, channels]`. Stops
/// for a number that is not in the table.
public func rows(of table: Tensor, _ indices: [Int]) -> Tensor { table[indices] }
