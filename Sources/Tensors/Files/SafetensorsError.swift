// What can be wrong with a safetensors file, and the sentences that say so.

/// Why a safetensors file was not read or written.
public enum SafetensorsError: Error, Equatable, Sendable {
  /// The system would not open or read it.
  case cannotRead(file: String, reason: String)
  /// The system would not write it. A file that was there before is untouched.
  case cannotWrite(file: String, reason: String)
  /// It is not a safetensors file, or a damaged one.
  case malformed(file: String, SafetensorsProblem)
  case noTensor(file: String, tensor: String, count: Int)
  /// The tensor's elements are of a type that was not asked for.
  case elementType(file: String, tensor: String, expected: String, found: String)
  /// Two tensors to write have one name.
  case repeatedName(file: String, tensor: String)
  /// A tensor to write has the name that the format uses for notes.
  case reservedName(file: String, tensor: String)
}

/// What is wrong with the bytes of a file. Positions in the data are counted from the end of the header.
public enum SafetensorsProblem: Error, Equatable, Sendable {
  /// Shorter than the eight bytes that give the header's length.
  case noHeader(fileBytes: Int)
  /// The header's length is beyond what any reader of the format accepts.
  case headerTooLong(bytes: UInt64, limit: Int)
  case headerBeyondFile(headerBytes: Int, fileBytes: Int)
  case notJSON(reason: String)
  case repeatedName(tensor: String)
  /// A negative size, too many axes, or more elements than can be counted.
  case impossibleShape(tensor: String, shape: [Int])
  /// Shape and type ask for another number of bytes than the tensor has.
  case wrongSize(tensor: String, shape: [Int], elementType: String, expectedBytes: Int, foundBytes: Int)
  /// The end is not behind the beginning, or the beginning is negative.
  case impossibleRange(tensor: String, begin: Int, end: Int)
  case overlap(tensor: String, other: String)
  /// Bytes before a tensor that belong to none.
  case gap(tensor: String, bytes: Int)
  case beyondFile(tensor: String, end: Int, dataBytes: Int)
  /// Bytes behind the last tensor.
  case bytesLeftOver(bytes: Int)
}

extension SafetensorsError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotRead(let file, let reason):
      return "\(file): cannot be read: \(reason)"
    case .cannotWrite(let file, let reason):
      return "\(file): cannot be written: \(reason). Is there room, and may you write in this folder?"
    case .malformed(let file, let problem):
      return "\(file): \(problem)"
    case .noTensor(let file, let tensor, let count):
      return "\(file): there is no tensor \"\(tensor)\" among its \(count)"
    case .elementType(let file, let tensor, let expected, let found):
      return "\(file): tensor \"\(tensor)\" has elements of type \(found), expected \(expected); convert the file first"
    case .repeatedName(let file, let tensor):
      return "\(file): two tensors to write are named \"\(tensor)\"; each needs its own name"
    case .reservedName(let file, let tensor):
      return "\(file): no tensor can be named \"\(tensor)\"; the format keeps its notes there"
    }
  }
}

extension SafetensorsProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noHeader(let bytes):
      "\(bytes) bytes are too few for a safetensors file; it begins with 8 that give the header's length"
    case .headerTooLong(let bytes, let limit):
      "the header would be \(bytes) bytes long, more than \(limit); this is not a safetensors file"
    case .headerBeyondFile(let header, let file):
      "the header should be \(header) bytes long, but the file has \(file); it is cut off, so copy it again"
    case .notJSON(let reason):
      "the header is not the JSON of a safetensors file: \(reason)"
    case .repeatedName(let tensor):
      "two tensors are named \"\(tensor)\"; each must have its own name"
    case .impossibleShape(let tensor, let shape):
      "tensor \"\(tensor)\" cannot have the shape \(shape): at most \(maximumRank) axes, no size below 0, and as many "
        + "elements as can be counted"
    case .wrongSize(let tensor, let shape, let elementType, let expected, let found):
      "tensor \"\(tensor)\" of shape \(shape) and type \(elementType) needs \(expected) bytes, but has \(found)"
    case .impossibleRange(let tensor, let begin, let end):
      "tensor \"\(tensor)\" cannot stand at bytes \(begin) to \(end) of the data"
    case .overlap(let tensor, let other):
      "tensors \"\(other)\" and \"\(tensor)\" overlap; each byte must belong to one"
    case .gap(let tensor, let bytes):
      "\(bytes) bytes before tensor \"\(tensor)\" belong to no tensor; each byte must belong to one"
    case .beyondFile(let tensor, let end, let data):
      "tensor \"\(tensor)\" ends at byte \(end) of the data, but there are \(data); the file is cut off, so copy it "
        + "again"
    case .bytesLeftOver(let bytes):
      "\(bytes) bytes behind the last tensor belong to none; each byte must belong to one"
    }
  }
}
