// Matrix products, through OpenBLAS; the only file that calls it.

/// `count` products out = a · b of row-major matrices, `[rows, inner] · [inner, columns]`; or out += a · b.
///
/// OpenBLAS computes with one thread; the products are shared out among the kernels' threads, in bands of rows or of
/// columns, whichever is longer. So there is one pool of threads, which outlives a fork, and small products and many
/// products use it as well as large ones do.
///
/// What the pool's threads run takes none of Swift's own locks: no lazily made globals, no arrays. In a forked process
/// the runtime mistakes its main thread for that of the parent, and two threads that want such a lock wait for ever.
struct MatrixProducts {
  let count, rows, inner, columns: Int
  /// Which matrix of `a` and of `b` belongs to each product; the steps count matrices.
  let layout: BroadcastLayout
  let a: Input
  /// Whether `a` is stored as `[inner, rows]`.
  var isTransposedA = false
  let b: Input
  /// Whether `b` is stored as `[columns, inner]`.
  var isTransposedB = false
  let out: Output
  /// Whether the products are added to what is in `out`.
  var adds = false

  /// A multiple of the rows and columns that OpenBLAS keeps in registers at once.
  static var band: Int { 16 }
  /// Multiplications that are worth a thread.
  static var grain: Int { 131_072 }

  private var longer: Int { max(rows, columns) }
  private var bands: Int { (longer + Self.band - 1) / Self.band }

  func run() {
    guard count > 0, rows > 0, columns > 0 else { return }
    guard inner > 0 else { return adds ? () : ck_fill(count * rows * columns, 0, out) }
    guard max(longer, inner) <= Int32.max else {
      stop("matmul: \([rows, inner]) · \([inner, columns]): a matrix may have at most \(Int32.max) rows or columns")
    }
    MatrixBlock.prepare()
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
      a += range.lowerBound * (isTransposedA ? 1 : inner)
      (out, m) = (out + range.lowerBound * columns, range.count)
    } else {
      b += range.lowerBound * (isTransposedB ? inner : 1)
      (out, n) = (out + range.lowerBound, range.count)
    }
    MatrixBlock(rows: m, inner: inner, columns: n).multiply(
      a, isTransposedA ? rows : inner, isTransposedA, b, isTransposedB ? inner : columns, isTransposedB, out, columns,
      adds: adds)
  }
}

/// One product of matrices that may be parts of larger ones, on the calling thread. `prepare()` comes first, on the
/// thread that shares the work out.
struct MatrixBlock {
  let rows, inner, columns: Int

  /// out = scale · a · b, or out += scale · a · b. The steps are from one stored row to the next.
  func multiply(
    _ a: Input, _ aStep: Int, _ isTransposedA: Bool, _ b: Input, _ bStep: Int, _ isTransposedB: Bool, _ out: Output,
    _ outStep: Int, scale: Float = 1, adds: Bool
  ) {
    cblas_sgemm(
      BLAS.rowMajor, isTransposedA ? BLAS.transposed : BLAS.asIs, isTransposedB ? BLAS.transposed : BLAS.asIs,
      Int32(rows), Int32(columns), Int32(inner), scale, a, Int32(aStep), b, Int32(bStep), adds ? 1 : 0, out,
      Int32(outStep))
  }

  static func prepare() { _ = oneThread }

  private static let oneThread: Void = openblas_set_num_threads(1)
}

/// Values of the enumerations in cblas.h.
private enum BLAS {
  static var rowMajor: Int32 { 101 }
  static var asIs: Int32 { 111 }
  static var transposed: Int32 { 112 }
}

// Declared, not imported, for the reason given in Kernels.swift.

@_silgen_name("cblas_sgemm")
private func cblas_sgemm(
  _ layout: Int32, _ transposeA: Int32, _ transposeB: Int32, _ m: Int32, _ n: Int32, _ k: Int32, _ alpha: Float,
  _ a: Input, _ stepA: Int32, _ b: Input, _ stepB: Int32, _ beta: Float, _ c: Output, _ stepC: Int32)

@_silgen_name("openblas_set_num_threads")
private func openblas_set_num_threads(_ count: Int32)
