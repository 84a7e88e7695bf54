// Safetensors, the file format of Hugging Face for named tensors: the header's length in 8 bytes, little-endian; a JSON
// header; the elements of all tensors behind each other. Not here: checkpoints in several files.

internal import Foundation

/// An open file of named tensors, read one at a time straight into place: never the whole file.
///
/// ```swift
/// let file = try SafetensorsFile(path: "model.safetensors")
/// let weight = try file.tensor("h.0.mlp.c_fc.weight")
/// ```
public final class SafetensorsFile {
  /// A tensor in the file.
  public struct Entry: Equatable, Sendable {
    public let name: String
    /// As in the file: "F32", "BF16", "I64" and so on.
    public let elementType: String
    public let shape: [Int]
    /// Where its elements are, counted from the end of the header.
    public let bytes: Range<Int>
  }

  /// Types of elements, by their names in the format.
  static let bytesOfElement = [
    "BOOL": 1, "U8": 1, "I8": 1, "F8_E4M3": 1, "F8_E5M2": 1, "U16": 2, "I16": 2, "F16": 2, "BF16": 2, "U32": 4,
    "I32": 4,
    "F32": 4, "U64": 8, "I64": 8, "F64": 8,
  ]

  public let path: String
  /// In the order of their data.
  public let entries: [Entry]
  /// What the writer noted beside the tensors, `__metadata__` in the header.
  public let metadata: [String: String]

  private let file: FileForReading
  private let dataStart: Int
  private let places: [String: Int]

  /// Opens the file, and checks its header. Throws ``SafetensorsError``.
  public init(path: String) throws {
    self.path = path
    file = try FileForReading(path)
    do {
      let lengthBytes = 8
      guard file.byteCount >= lengthBytes else { throw SafetensorsProblem.noHeader(fileBytes: file.byteCount) }
      let length = try file.read(UInt64.self, count: 1, at: 0)[0]
      guard length <= SafetensorsHeader.longest else {
        throw SafetensorsProblem.headerTooLong(bytes: length, limit: SafetensorsHeader.longest)
      }
      dataStart = lengthBytes + Int(length)
      guard dataStart <= file.byteCount else {
        throw SafetensorsProblem.headerBeyondFile(headerBytes: Int(length), fileBytes: file.byteCount)
      }
      let header = try SafetensorsHeader(
        json: file.read(UInt8.self, count: Int(length), at: lengthBytes), dataBytes: file.byteCount - dataStart)
      (entries, metadata) = (header.entries, header.metadata)
    } catch let problem as SafetensorsProblem {
      throw SafetensorsError.malformed(file: path, problem)
    }
    places = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.name, $0) })
  }

  /// The tensor of that name; nil if there is none.
  public subscript(name: String) -> Entry? { places[name].map { entries[$0] } }

  /// The elements of a tensor of type F32, or F16 or BF16, which are converted without loss.
  public func tensor(_ name: String) throws -> Tensor {
    let entry = try entry(name)
    let start = dataStart + entry.bytes.lowerBound
    let storage = Storage(count: Shape.count(entry.shape))
    switch entry.elementType {
    case "F32":
      try file.read(into: UnsafeMutableRawBufferPointer(start: storage.memory, count: storage.count * 4), at: start)
    case "F16":
      try widen(start, storage) { Float(bitPattern: $0.halfAsSingle) }
    case "BF16":
      try widen(start, storage) { Float(bitPattern: UInt32($0) << 16) }
    case let found:
      throw SafetensorsError.elementType(file: path, tensor: name, expected: "F32, F16 or BF16", found: found)
    }
    return Tensor(sharing: storage, shape: entry.shape)
  }

  /// The elements of a tensor of type I64 or I32, in row-major order.
  public func integers(_ name: String) throws -> [Int] {
    let entry = try entry(name)
    let start = dataStart + entry.bytes.lowerBound
    switch entry.elementType {
    case "I64": return try file.read(Int64.self, count: entry.bytes.count / 8, at: start).map(Int.init)
    case "I32": return try file.read(Int32.self, count: entry.bytes.count / 4, at: start).map(Int.init)
    case let found: throw SafetensorsError.elementType(file: path, tensor: name, expected: "I64 or I32", found: found)
    }
  }

  /// The bytes of a tensor of type U8 or I8, in row-major order.
  public func bytes(_ name: String) throws -> [UInt8] {
    let entry = try entry(name)
    guard ["U8", "I8"].contains(entry.elementType) else {
      throw SafetensorsError.elementType(file: path, tensor: name, expected: "U8 or I8", found: entry.elementType)
    }
    return try file.read(UInt8.self, count: entry.bytes.count, at: dataStart + entry.bytes.lowerBound)
  }

  private func entry(_ name: String) throws -> Entry {
    guard let entry = self[name] else {
      throw SafetensorsError.noTensor(file: path, tensor: name, count: entries.count)
    }
    return entry
  }

  /// Reads numbers of 16 bits, a block at a time.
  private func widen(_ start: Int, _ storage: Storage, _ convert: (UInt16) -> Float) throws {
    let block = 65_536
    for first in stride(from: 0, to: storage.count, by: block) {
      let halves = try file.read(UInt16.self, count: min(block, storage.count - first), at: start + first * 2)
      for (place, half) in halves.enumerated() { storage.memory[first + place] = convert(half) }
    }
  }
}
