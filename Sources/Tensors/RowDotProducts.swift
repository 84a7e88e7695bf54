// Dot products with rows that lie somewhere in memory, as in a database's file, without copying them.

/// The dot products of a vector with the rows of a matrix.
///
/// - Parameters:
///   - vector: `[width]`
///   - rows: `[rows, width]`, row-major.
/// - Returns: `[rows]`
package func dotProducts(_ vector: [Float], withRows rows: UnsafeBufferPointer<Float>) -> [Float] {
  let count = vector.isEmpty ? 0 : rows.count / vector.count
  precondition(count * vector.count == rows.count, "\(rows.count) numbers are no rows of \(vector.count)")
  return Array(unsafeUninitializedCapacity: count) { products, filled in
    if let rows = rows.baseAddress, let products = products.baseAddress, count > 0 {
      ck_row_products(1, vector.count, count, vector, rows, nil, products)
    }
    filled = count
  }
}

/// The dot products of the rows of two matrices, `[left, width]` and `[right, width]`: `[left, right]`, row-major.
package func dotProducts(
  ofRows left: UnsafeBufferPointer<Float>, withRows right: UnsafeBufferPointer<Float>, width: Int
) -> [Float] {
  guard width > 0, let leftRows = left.baseAddress, let rightRows = right.baseAddress else { return [] }
  let (rows, columns) = (left.count / width, right.count / width)
  precondition(rows * width == left.count && columns * width == right.count, "there are no whole rows of \(width)")
  return Array(unsafeUninitializedCapacity: rows * columns) { products, filled in
    if let products = products.baseAddress {
      MatrixProducts(
        count: 1, rows: rows, inner: width, columns: columns, layout: BroadcastLayout([], [], to: []), a: leftRows,
        b: rightRows, isTransposedB: true, out: products
      ).run()
    }
    filled = rows * columns
  }
}
