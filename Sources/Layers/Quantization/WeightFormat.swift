// The small number formats that weights can be rounded to.

/// How a weight is written in few bits: whole numbers, and what one step of them is worth.
public enum WeightFormat: Hashable, Sendable {
  /// 8 bits a weight: `q · scale`, with q from −127 to 127 and a scale for each row, the row's largest weight / 127
  /// (symmetric "absmax", as LLM.int8 has it; Dettmers et al. 2022). LLM.int8's exact columns for outliers are not here.
  case int8
  /// 4 bits a weight: `(q − zeroPoint) · scale`, with q and zero point from 0 to 15, and both for each group of
  /// neighbours in a row (as in GPTQ; Frantar et al. 2022). QLoRA's NF4 has uneven steps instead.
  case int4(groupSize: Int = 64)

  /// `int8` or `int4`, as files and settings call them.
  public var name: String {
    switch self {
    case .int8: "int8"
    case .int4: "int4"
    }
  }

  /// How many neighbours in a row of so many weights share a scale.
  func groupSize(columns: Int) -> Int {
    switch self {
    case .int8: max(1, columns)
    case .int4(let groupSize): groupSize
    }
  }

  /// Throws ``QuantizationError/impossibleGroup(_:)``.
  public func check() throws {
    guard case .int4(let groupSize) = self else { return }
    guard (2...65_536).contains(groupSize) else { throw QuantizationError.impossibleGroup(groupSize) }
  }
}

/// Why weights were not rounded, or rounded ones not used.
public enum QuantizationError: Error, Equatable, Sendable, CustomStringConvertible {
  case impossibleGroup(Int)
  /// There is no scale for infinity.
  case notFinite(weight: String)
  case noSuchWeight(String, weights: [String])
  case wrongShape(weight: String, expected: [Int], found: [Int])
  /// A file's numbers do not make weights.
  case malformed(file: String, weight: String, reason: String)

  public var description: String {
    switch self {
    case .impossibleGroup(let size):
      "int4: a group has from 2 to 65536 weights, not \(size); 32 and 64 are usual"
    case .notFinite(let weight):
      "\(weight.isEmpty ? "a weight" : weight) holds a number that is not finite, for which there is no scale; did the "
        + "training diverge?"
    case .noSuchWeight(let weight, let weights):
      "the model has no linear layer with the weight \"\(weight)\"; it has \(weights.prefix(6).joined(separator: ", "))"
        + (weights.count > 6 ? " …" : "")
    case .wrongShape(let weight, let expected, let found):
      "\(weight) has the shape \(expected) in the model, and \(found) among the rounded weights; do they belong together?"
    case .malformed(let file, let weight, let reason):
      "\(file): \(weight.isEmpty ? "" : "\(weight): ")\(reason); QuantizedWeights.write(to:) makes such files"
    }
  }
}
