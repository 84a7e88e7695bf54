// A matrix in few bits: rounding it, and giving it back.

import Tensors

/// The weight of a linear layer as whole numbers with scales.
///
/// ```swift
/// let small = try QuantizedMatrix(layer.weight.value, .int4(groupSize: 32))
/// small.byteCount                // 4 bits a weight, and a scale and a zero point for each 32
/// small.dequantized              // no weight is off by more than half of its group's scale
/// ```
public struct QuantizedMatrix: Equatable, Sendable {
  public let format: WeightFormat
  /// `[outputs, inputs]`
  public let shape: [Int]
  /// The whole numbers. Of int8 a byte for each weight, in two's complement; of int4 a byte for two neighbours of a row,
  /// the first in the low four bits, a row of odd length filled up with 0.
  public let bytes: [UInt8]
  /// What a step is worth, `[outputs, groups]` row-major; int8 has one group a row.
  public let scales: [Float]
  /// The whole number that stands for 0, `[outputs, groups]`; empty for int8, where it is 0.
  public let zeroPoints: [UInt8]

  /// Rounds a matrix, each weight to the nearest step. Throws ``QuantizationError``.
  ///
  /// - Parameters:
  ///   - matrix: `[outputs, inputs]`; stops for another rank.
  ///   - name: for messages.
  public init(_ matrix: Tensor, _ format: WeightFormat, name: String = "") throws {
    guard matrix.rank == 2 else { stop("QuantizedMatrix needs [outputs, inputs]; the shape is \(matrix.shape)") }
    try format.check()
    let values = matrix.scalars
    guard values.allSatisfy(\.isFinite) else { throw QuantizationError.notFinite(weight: name) }
    let (rows, columns) = (matrix.shape[0], matrix.shape[1])
    let group = format.groupSize(columns: columns)
    var numbers = [UInt8](repeating: 0, count: values.count)
    var (scales, zeroPoints): ([Float], [UInt8]) = ([], [])
    for row in 0..<rows {
      for start in stride(from: row * columns, to: (row + 1) * columns, by: group) {
        let places = start..<min(start + group, (row + 1) * columns)
        switch format {
        case .int8:
          let scale = Self.step(places.reduce(0) { max($0, values[$1].magnitude) } / 127)
          for place in places { numbers[place] = UInt8(bitPattern: Int8((values[place] / scale).rounded())) }
          scales.append(scale)
        case .int4:
          // 0 belongs to the range, so that it is kept exactly.
          let lowest = places.reduce(0) { min($0, values[$1]) }
          let highest = places.reduce(0) { max($0, values[$1]) }
          let scale = Self.step(highest / 15 - lowest / 15)
          let zeroPoint = (-lowest / scale).rounded()
          for place in places {
            numbers[place] = UInt8(min(max((values[place] / scale).rounded() + zeroPoint, 0), 15))
          }
          scales.append(scale)
          zeroPoints.append(UInt8(zeroPoint))
        }
      }
    }
    self.format = format
    self.shape = matrix.shape
    self.scales = scales
    self.zeroPoints = zeroPoints
    bytes = format == .int8 ? numbers : Self.packed(numbers, rows: rows, columns: columns)
  }

  /// A matrix from its parts, as a file has them; nil unless they fit each other and all scales are finite.
  package init?(_ format: WeightFormat, shape: [Int], bytes: [UInt8], scales: [Float], zeroPoints: [UInt8]) {
    guard shape.count == 2, shape.allSatisfy({ (0...Int(Int32.max)).contains($0) }), (try? format.check()) != nil else {
      return nil
    }
    let group = format.groupSize(columns: shape[1])
    let groups = shape[0] * (shape[1] / group + (shape[1] % group > 0 ? 1 : 0))
    let stored = format == .int8 ? shape[0] * shape[1] : shape[0] * ((shape[1] + 1) / 2)
    guard bytes.count == stored, scales.count == groups, scales.allSatisfy(\.isFinite),
      zeroPoints.count == (format == .int8 ? 0 : groups), zeroPoints.allSatisfy({ $0 < 16 })
    else { return nil }
    (self.format, self.shape, self.bytes) = (format, shape, bytes)
    (self.scales, self.zeroPoints) = (scales, zeroPoints)
  }

  /// The whole numbers, `[outputs, inputs]` row-major: −127 to 127, or 0 to 15.
  public var numbers: [Int] {
    guard case .int4 = format else { return bytes.map { Int(Int8(bitPattern: $0)) } }
    let stored = (shape[1] + 1) / 2
    return (0..<shape[0]).flatMap { row in
      (0..<shape[1]).map { Int(bytes[row * stored + $0 / 2] >> ($0 % 2 * 4) & 15) }
    }
  }

  /// The matrix that is computed with, `[outputs, inputs]`.
  public var dequantized: Tensor {
    let (columns, numbers) = (shape[1], numbers)
    let group = format.groupSize(columns: columns)
    let groups = (columns + group - 1) / group
    var values = [Float](repeating: 0, count: numbers.count)
    for place in values.indices {
      let index = place / columns * groups + place % columns / group
      let zeroPoint = zeroPoints.isEmpty ? 0 : Int(zeroPoints[index])
      let value = Float(numbers[place] - zeroPoint) * scales[index]
      // The largest float, rounded, could become infinity.
      values[place] = min(max(value, -Float.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }
    return Tensor(values, shape: shape)
  }

  /// What it takes in memory and in a file: whole numbers, scales, zero points.
  public var byteCount: Int { bytes.count + scales.count * MemoryLayout<Float>.size + zeroPoints.count }

  /// Not 0, by which nothing can be divided.
  private static func step(_ scale: Float) -> Float { max(scale, .leastNormalMagnitude) }

  private static func packed(_ numbers: [UInt8], rows: Int, columns: Int) -> [UInt8] {
    (0..<rows).flatMap { row in
      stride(from: row * columns, to: (row + 1) * columns, by: 2).map { place in
        numbers[place] | (place + 1 < (row + 1) * columns ? numbers[place + 1] << 4 : 0)
      }
    }
  }
}

extension Linear {
  /// The layer with another weight, which is frozen: steps as coarse as these cannot be learnt. What was learnt on top,
  /// or will be, computes beside it as before.
  ///
  /// - Parameter weight: `[outputs, inputs]`
  package func withFrozenWeight(_ weight: Tensor) -> Linear {
    let parameter = Parameter(weight)
    parameter.isFrozen = true
    var layer = Linear(weight: parameter, bias: bias)
    layer.adapter = adapter
    return layer
  }
}
