// The dotted names in what the Swift runtime makes of a symbol.

/// `Tensors.Tensor.softmax` in `Tensors.Tensor.softmax(axis: Swift.Int) -> Tensors.Tensor`.
struct DemangledPath: Equatable {
  var components: [String]
  /// Of the parameters that follow, `_` where one has none; nil if no parameters follow.
  var labels: [String]?

  static func all(in name: String) -> [DemangledPath] {
    let bytes = Array(name.utf8)
    var paths: [DemangledPath] = []
    var index = 0
    while index < bytes.count {
      guard bytes[index].isInName else {
        index += 1
        continue
      }
      var components: [String] = []
      while true {
        let start = index
        while index < bytes.count, bytes[index].isInName { index += 1 }
        components.append(String(decoding: bytes[start..<index], as: UTF8.self))
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."), bytes[index + 1].isInName else { break }
        index += 1
      }
      let rest = bytes[index...]
      // A name before a colon and a space is a label.
      if components.count == 1, rest.starts(with: ": ".utf8) { continue }
      paths.append(
        DemangledPath(components: components, labels: rest.first == UInt8(ascii: "(") ? labels(of: rest) : nil))
    }
    return paths
  }

  /// `axis`, `_` of `(axis: Swift.Int, Swift.Bool) -> …`
  private static func labels(of text: ArraySlice<UInt8>) -> [String] {
    var parameters: [[UInt8]] = [[]]
    var depth = 0
    var previous: UInt8 = 0
    for byte in text {
      let isArrow = byte == UInt8(ascii: ">") && previous == UInt8(ascii: "-")
      if "([<".utf8.contains(byte) { depth += 1 }
      if ")]>".utf8.contains(byte), !isArrow { depth -= 1 }
      if depth == 0 { break }
      if depth == 1, byte == UInt8(ascii: ",") {
        parameters.append([])
      } else if previous != 0, !(parameters[parameters.count - 1].isEmpty && byte == UInt8(ascii: " ")) {
        parameters[parameters.count - 1].append(byte)
      }
      previous = byte
    }
    if parameters == [[]] { return [] }
    return parameters.map { parameter in
      let name = parameter.prefix { $0.isInName }
      return parameter[name.endIndex...].first == UInt8(ascii: ":") ? String(decoding: name, as: UTF8.self) : "_"
    }
  }
}

extension UInt8 {
  /// Part of a name; names in other scripts too.
  fileprivate var isInName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
