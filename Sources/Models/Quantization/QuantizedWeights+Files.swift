// Rounded weights in a safetensors file: whole numbers under the weight's name, scales and zero points beside them.

import Layers
import Tensors

extension QuantizedWeights {
  /// Writes all weights, in the order of their names: of `x.weight` the whole numbers as I8 `[outputs, inputs]` or, two
  /// to a byte, U8 `[outputs, ⌈inputs / 2⌉]`; `x.weight.scale`, F32 `[outputs, groups]`; of int4 `x.weight.zeroPoint`,
  /// U8. The notes say the format and each weight's shape. Throws ``SafetensorsError``.
  public func write(to path: String) throws {
    var notes = ["quantization": format.name]
    if case .int4(let groupSize) = format { notes["groupSize"] = "\(groupSize)" }
    var sources: [SafetensorsFile.Source] = []
    for (name, matrix) in matrices {
      let rows = matrix.shape[0]
      notes["\(name).shape"] = matrix.shape.map(String.init).joined(separator: ",")
      let groups = rows > 0 ? matrix.scales.count / rows : 0
      sources.append(
        SafetensorsFile.Source(
          name: name, elementType: Self.elementType(format), shape: [rows, rows > 0 ? matrix.bytes.count / rows : 0],
          bytes: matrix.bytes))
      sources.append(
        SafetensorsFile.Source(name: name + Self.scale, shape: [rows, groups]) {
          Tensor(matrix.scales, shape: [rows, groups])
        })
      if format != .int8 {
        sources.append(
          SafetensorsFile.Source(
            name: name + Self.zeroPoint, elementType: "U8", shape: [rows, groups], bytes: matrix.zeroPoints))
      }
    }
    try SafetensorsFile.write(sources, metadata: notes, to: path)
  }

  /// Reads what `write(to:)` wrote. Throws ``QuantizationError`` or ``SafetensorsError``.
  public init(path: String) throws {
    let file = try SafetensorsFile(path: path)
    func problem(_ reason: String, _ weight: String = "") -> QuantizationError {
      .malformed(file: path, weight: weight, reason: reason)
    }
    let format: WeightFormat
    switch file.metadata["quantization"] {
    case "int8"?: format = .int8
    case "int4"?:
      guard let size = file.metadata["groupSize"].flatMap(Int.init),
        (try? WeightFormat.int4(groupSize: size).check()) != nil
      else { throw problem("its notes give no groupSize from 2 to 65536") }
      format = .int4(groupSize: size)
    case let other?: throw problem("its weights are in the format \"\(other)\"; int8 and int4 can be read")
    case nil: throw problem("its notes do not say that it holds rounded weights")
    }
    var matrices: [String: QuantizedMatrix] = [:]
    var expected = 0
    for (key, text) in file.metadata where key.hasSuffix(".shape") {
      let name = String(key.dropLast(".shape".count))
      let shape = text.split(separator: ",").compactMap { Int($0) }
      guard let entry = file[name], entry.elementType == Self.elementType(format) else {
        throw problem("its whole numbers are missing, or not of the type \(Self.elementType(format))", name)
      }
      let zeroPoints = format == .int8 ? [] : try file.bytes(name + Self.zeroPoint)
      guard shape.count == 2, entry.shape.first == shape.first,
        let matrix = QuantizedMatrix(
          format, shape: shape, bytes: try file.bytes(name), scales: try file.tensor(name + Self.scale).scalars,
          zeroPoints: zeroPoints)
      else { throw problem("numbers, scales and zero points do not fit the shape \(text)", name) }
      matrices[name] = matrix
      expected += format == .int8 ? 2 : 3
    }
    guard file.entries.count == expected else {
      throw problem("\(file.entries.count) tensors, where the notes speak of \(expected)")
    }
    self.init(format: format, matrices: matrices)
  }

  private static let scale = ".scale"
  private static let zeroPoint = ".zeroPoint"

  private static func elementType(_ format: WeightFormat) -> String { format == .int8 ? "I8" : "U8" }
}
