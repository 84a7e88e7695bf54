// The header of a safetensors file: JSON that gives each tensor's type, shape and place in the data behind it.

internal import Foundation

/// A header, read and found consistent with the size of the data: the tensors fill it without overlap or gap.
struct SafetensorsHeader {
  /// The limit of the format's reference reader.
  static let longest = 100_000_000
  /// The key that is no tensor's name.
  static let metadataKey = "__metadata__"

  /// In the order of their data.
  let entries: [SafetensorsFile.Entry]
  let metadata: [String: String]

  /// Throws ``SafetensorsProblem``.
  init(json: [UInt8], dataBytes: Int) throws {
    let members = try Self.members(json)
    var entries: [SafetensorsFile.Entry] = []
    var metadata: [String: String] = [:]
    for (name, member) in members {
      switch member {
      case .metadata(let texts): metadata = texts
      case .tensor(let tensor): entries.append(try Self.entry(name, tensor))
      }
    }
    // Tensors without elements take no room: they go before the one that begins at the same place.
    entries.sort {
      ($0.bytes.lowerBound, $0.bytes.upperBound, $0.name) < ($1.bytes.lowerBound, $1.bytes.upperBound, $1.name)
    }
    try Self.check(entries, dataBytes: dataBytes)
    self.entries = entries
    self.metadata = metadata
  }

  private static func entry(_ name: String, _ tensor: HeaderMember.Tensor) throws -> SafetensorsFile.Entry {
    guard let begin = tensor.data_offsets.first, let end = tensor.data_offsets.last, tensor.data_offsets.count == 2
    else {
      throw SafetensorsProblem.notJSON(
        reason: "tensor \"\(name)\" needs two data_offsets, has \(tensor.data_offsets.count)")
    }
    guard 0 <= begin, begin <= end else {
      throw SafetensorsProblem.impossibleRange(tensor: name, begin: begin, end: end)
    }
    guard let count = elementCount(tensor.shape) else {
      throw SafetensorsProblem.impossibleShape(tensor: name, shape: tensor.shape)
    }
    // Types this reader does not know may be in a file; asking for such a tensor is the error.
    if let size = SafetensorsFile.bytesOfElement[tensor.dtype], end - begin != count * size {
      throw SafetensorsProblem.wrongSize(
        tensor: name, shape: tensor.shape, elementType: tensor.dtype, expectedBytes: count * size,
        foundBytes: end - begin)
    }
    return SafetensorsFile.Entry(name: name, elementType: tensor.dtype, shape: tensor.shape, bytes: begin..<end)
  }

  /// The number of elements; nil for a shape that no tensor here can have, or whose bytes cannot be counted.
  private static func elementCount(_ shape: [Int]) -> Int? {
    guard shape.count <= maximumRank, shape.allSatisfy({ $0 >= 0 }) else { return nil }
    var count = 1
    // As in `Shape.count`: sizes beside a 0 must be countable too.
    for size in shape where size > 0 {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= Int.max / 16 else { return nil }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }

  private static func check(_ entries: [SafetensorsFile.Entry], dataBytes: Int) throws {
    var end = 0
    var previous = ""
    for entry in entries {
      if entry.bytes.lowerBound < end { throw SafetensorsProblem.overlap(tensor: entry.name, other: previous) }
      if entry.bytes.lowerBound > end {
        throw SafetensorsProblem.gap(tensor: entry.name, bytes: entry.bytes.lowerBound - end)
      }
      if entry.bytes.upperBound > dataBytes {
        throw SafetensorsProblem.beyondFile(tensor: entry.name, end: entry.bytes.upperBound, dataBytes: dataBytes)
      }
      (end, previous) = (entry.bytes.upperBound, entry.name)
    }
    if end < dataBytes { throw SafetensorsProblem.bytesLeftOver(bytes: dataBytes - end) }
  }
}

/// What stands behind a key of the header.
enum HeaderMember: Codable {
  case tensor(Tensor)
  case metadata([String: String])

  struct Tensor: Codable {
    let dtype: String
    let shape: [Int]
    let data_offsets: [Int]
  }

  init(from decoder: any Decoder) throws {
    if decoder.codingPath.last?.stringValue == SafetensorsHeader.metadataKey {
      self = .metadata(try [String: String](from: decoder))
    } else {
      self = .tensor(try Tensor(from: decoder))
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .tensor(let tensor): try tensor.encode(to: encoder)
    case .metadata(let texts): try texts.encode(to: encoder)
    }
  }
}

extension SafetensorsHeader {
  /// The header's JSON for tensors laid out in this order; the same bytes for the same content.
  static func json(_ entries: [SafetensorsFile.Entry], metadata: [String: String]) throws -> [UInt8] {
    var members = Dictionary(
      uniqueKeysWithValues: entries.map { entry in
        let offsets = [entry.bytes.lowerBound, entry.bytes.upperBound]
        return (
          entry.name,
          HeaderMember.tensor(.init(dtype: entry.elementType, shape: entry.shape, data_offsets: offsets))
        )
      })
    if !metadata.isEmpty { members[metadataKey] = .metadata(metadata) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = [UInt8](try encoder.encode(members))
    // So that the data begins at a multiple of 8 bytes.
    while json.count % 8 != 0 { json.append(UInt8(ascii: " ")) }
    return json
  }

  private static func members(_ json: [UInt8]) throws -> [String: HeaderMember] {
    guard json.first == UInt8(ascii: "{") else { throw SafetensorsProblem.notJSON(reason: "it does not begin with {") }
    // Zero bytes would let the decoder take the header for UTF-16.
    guard !json.contains(0), String(validating: json, as: UTF8.self) != nil else {
      throw SafetensorsProblem.notJSON(reason: "it is not UTF-8 text")
    }
    do {
      let members = try JSONDecoder().decode([String: HeaderMember].self, from: Data(json))
      if let name = try repeatedKey(json) { throw SafetensorsProblem.repeatedName(tensor: name) }
      return members
    } catch let error as DecodingError {
      throw SafetensorsProblem.notJSON(reason: error.sentence)
    }
  }

  /// A key that stands twice in the outermost object, which the decoder does not report. The JSON is known to be well
  /// formed and its members to be objects, so every string at the outermost level is a key.
  private static func repeatedKey(_ json: [UInt8]) throws -> String? {
    var seen: Set<String> = []
    var depth = 0
    var place = 0
    while place < json.count {
      switch json[place] {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\""):
        let start = place
        place += 1
        while place < json.count, json[place] != UInt8(ascii: "\"") {
          place += json[place] == UInt8(ascii: "\\") ? 2 : 1
        }
        if depth == 1, place < json.count {
          let key = try JSONDecoder().decode(String.self, from: Data(json[start...place]))
          if !seen.insert(key).inserted { return key }
        }
      default: break
      }
      place += 1
    }
    return nil
  }
}

extension DecodingError {
  /// What is wrong with a JSON file, and under which key.
  package var sentence: String {
    func sentence(_ context: Context, _ problem: String) -> String {
      let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }.joined(separator: " › ")
      return path.isEmpty ? problem : "\(path): \(problem)"
    }
    switch self {
    case .keyNotFound(let key, let context): return sentence(context, "the key \"\(key.stringValue)\" is missing")
    case .dataCorrupted(let context), .typeMismatch(_, let context), .valueNotFound(_, let context):
      return sentence(context, context.debugDescription)
    @unknown default: return "\(self)"
    }
  }
}
