// Tensors of bytes (type U8), for what needs no more than 256 steps: spectrograms, pictures.

extension SafetensorsFile {
  /// Writes one tensor of bytes, as `write` does tensors; ``bytes(_:)`` reads it. Throws ``SafetensorsError``. Stops
  /// unless there are as many bytes as the shape says.
  public static func write(
    bytes: [UInt8], shape: [Int], named name: String, metadata: [String: String] = [:], to path: String
  ) throws {
    guard bytes.count == Shape.count(shape) else {
      stop("SafetensorsFile: \(bytes.count) bytes do not fit the shape \(shape)")
    }
    try write(
      [Source(name: name, elementType: "U8", shape: shape, bytes: bytes)], metadata: metadata, to: path)
  }
}
