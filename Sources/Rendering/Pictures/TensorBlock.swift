// The values a tensor record holds, checked: which index of which axis each belongs to.
import StepRecords

struct TensorBlock {
  let shape: [Int]
  /// For each axis the indices at hand, ascending.
  let kept: [[Int]]
  let values: [Float]
  private let strides: [Int]

  var rank: Int { shape.count }
  var isWhole: Bool { zip(shape, kept).allSatisfy { $0 == $1.count } }

  /// nil if the record holds no values, or values that do not fill its shape.
  init?(_ tensor: TensorRecord) {
    guard tensor.elementCount != nil, !tensor.values.isEmpty else { return nil }
    // An axis is never longer than the values when all are kept; so nothing here is larger than the record.
    let kept: [[Int]]
    if let given = tensor.kept {
      kept = given
    } else {
      guard tensor.elementCount == tensor.values.count else { return nil }
      kept = tensor.shape.map { Array(0..<$0) }
    }
    guard kept.count == tensor.shape.count else { return nil }
    for (indices, size) in zip(kept, tensor.shape) {
      guard indices.allSatisfy({ $0 >= 0 && $0 < size }), zip(indices, indices.dropFirst()).allSatisfy({ $0 < $1 })
      else { return nil }
    }
    var strides: [Int] = []
    var count = 1
    for indices in kept.reversed() {
      strides.append(count)
      let (product, overflow) = count.multipliedReportingOverflow(by: indices.count)
      if overflow { return nil }
      count = product
    }
    guard count == tensor.values.count else { return nil }
    shape = tensor.shape
    self.kept = kept
    values = tensor.values
    self.strides = strides.reversed()
  }

  /// `offsets` count the kept indices of each axis.
  func value(at offsets: [Int]) -> Double {
    Double(values[zip(offsets, strides).reduce(0) { $0 + $1.0 * $1.1 }])
  }

  func items(axis: Int, limit: Int) -> [AxisItem] {
    AxisItem.items(kept: kept[axis], size: shape[axis], limit: limit)
  }
}
