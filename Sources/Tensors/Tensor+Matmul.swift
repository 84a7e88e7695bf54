// Matrix products, through OpenBLAS; the only file that calls it.

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
    return Tensor(shape: result) { out in
      MatrixProducts(
        count: isOneOnTheRight ? 1 : count, rows: isOneOnTheRight ? count * rows : rows, inner: inner, columns: columns,
        layout: isOneOnTheRight ? BroadcastLayout([], [], to: []) : BroadcastLayout(aBatch, bBatch, to: batch),
        a: memory, b: other.memory, out: out
      ).run()
    }
  }
}

/// `count` products out = a · b of row-major matrices, `[rows, inner] · [inner, columns]`.
///
/// OpenBLAS computes with one thread; the products are shared out among the kernels' threads, in bands of rows or of
/// columns, whichever is longer. So there is one pool of threads, which outlives a fork, and small products and many
/// products use it as well as large ones do.
private struct MatrixProducts {
  let count, rows, inner, columns: Int
  /// Which matrix of `a` and of `b` belongs to each product; the steps count matrices.
  let layout: BroadcastLayout
  let a, b: Input
  let out: Output

  /// A multiple of the rows and columns that OpenBLAS keeps in registers at once.
  static let band = 16
  /// Multiplications that are worth a thread.
  static let grain = 131_072

  private var longer: Int { max(rows, columns) }
  private var bands: Int { (longer + Self.band - 1) / Self.band }

  func run() {
    guard count > 0, rows > 0, columns > 0 else { return }
    guard inner > 0 else { return ck_fill(count * rows * columns, 0, out) }
    guard max(longer, inner) <= Int32.max else {
      stop("matmul: \([rows, inner]) · \([inner, columns]): a matrix may have at most \(Int32.max) rows or columns")
    }
    _ = Self.oneThread
    let work = min(longer, Self.band) * min(rows, columns) * inner
    withUnsafePointer(to: self) { this in
      ck_parallel_for(
        count * bands, (Self.grain + work - 1) / work,
        { context, begin, end in
          context?.assumingMemoryBound(to: MatrixProducts.self).pointee.multiply(begin..<end)
        }, UnsafeMutableRawPointer(mutating: this))
    }
  }

  /// The bands in the range, those of one matrix together.
  private func multiply(_ range: Range<Int>) {
    var place = range.lowerBound
    while place < range.upperBound {
      let (matrix, first) = place.quotientAndRemainder(dividingBy: bands)
      let last = min(bands, first + range.upperBound - place)
      multiply(matrix, first * Self.band..<min(last * Self.band, longer))
      place += last - first
    }
  }

  /// The rows in the range, or the columns, of one product.
  private func multiply(_ matrix: Int, _ range: Range<Int>) {
    let (aMatrix, bMatrix) = layout.places(of: matrix)
    var (a, b, out) = (a + aMatrix * rows * inner, b + bMatrix * inner * columns, out + matrix * rows * columns)
    var (m, n) = (rows, columns)
    if rows >= columns {
      (a, out, m) = (a + range.lowerBound * inner, out + range.lowerBound * columns, range.count)
    } else {
      (b, out, n) = (b + range.lowerBound, out + range.lowerBound, range.count)
    }
    cblas_sgemm(
      Layout.rowMajor, Layout.asIs, Layout.asIs, Int32(m), Int32(n), Int32(inner), 1, a, Int32(inner), b,
      Int32(columns), 0, out, Int32(columns))
  }

  private static let oneThread: Void = openblas_set_num_threads(1)
}

/// Values of the enumerations in cblas.h.
private enum Layout {
  static let rowMajor: Int32 = 101
  static let asIs: Int32 = 111
}

// Declared, not imported, for the reason given in Kernels.swift.

@_silgen_name("cblas_sgemm")
private func cblas_sgemm(
  _ layout: Int32, _ transposeA: Int32, _ transposeB: Int32, _ m: Int32, _ n: Int32, _ k: Int32, _ alpha: Float,
  _ a: Input, _ stepA: Int32, _ b: Input, _ stepB: Int32, _ beta: Float, _ c: Output, _ stepC: Int32)

@_silgen_name("openblas_set_num_threads")
private func openblas_set_num_threads(_ count: Int32)
