// The name of a compiled function, as a programmer writes it.

@_silgen_name("swift_demangle")
private func swiftDemangle(
  _ mangled: UnsafePointer<CChar>?, _ length: UInt, _ buffer: UnsafeMutablePointer<CChar>?,
  _ size: UnsafeMutablePointer<UInt>?, _ flags: UInt32
) -> UnsafeMutablePointer<CChar>?

struct SwiftSymbol: Equatable {
  /// As the runtime writes it: `Submission.softmax([Swift.Float]) -> [Swift.Float]`; the symbol itself if it is not
  /// Swift's.
  let demangled: String

  init(_ symbol: String) {
    guard let name = swiftDemangle(symbol, UInt(symbol.utf8.count), nil, nil, 0) else {
      demangled = symbol
      return
    }
    demangled = String(cString: name)
    name.deallocate()
  }

  /// As in source: `softmax([Float]) -> [Float]`, without the modules that every reader knows.
  var signature: String {
    var text = ["Submission.", "Swift.", "Tensors.", "Models.", "Layers.", "Tokenizers."].reduce(demangled) {
      $0.replacing($1, with: "")
    }
    // The innermost first, until none is left.
    while true {
      let shorter = text.replacing(#/Array<([^<>]*)>/#) { "[\($0.1)]" }
        .replacing(#/Dictionary<([^<>,]*), ([^<>]*)>/#) { "[\($0.1): \($0.2)]" }
        .replacing(#/Optional<([^<>]*)>/#) { "\($0.1)?" }
      if shorter == text { return text }
      text = shorter
    }
  }
}
