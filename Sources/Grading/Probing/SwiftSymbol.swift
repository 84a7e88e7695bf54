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

  /// Without the modules that every reader knows.
  var signature: String {
    ["Submission.", "Swift.", "Tensors.", "Models.", "Layers.", "Tokenizers."].reduce(demangled) {
      $0.replacing($1, with: "")
    }
  }
}
