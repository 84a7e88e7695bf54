// Characters taken apart into letters and accents (Unicode's normalisation form D).

internal import Foundation

/// Remembers what it took apart: asking Foundation costs a microsecond.
struct CanonicalDecomposition {
  private var known: [Unicode.Scalar: [Unicode.Scalar]] = [:]

  /// "é" gives "e" and U+0301. Characters that Unicode 9 did not have stay whole.
  mutating func decompose(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    // The first character that can be taken apart is "À".
    guard scalar.value >= 0xC0 else { return [scalar] }
    if let parts = known[scalar] { return parts }
    let parts =
      scalar.wasAssigned(byUnicode: 9)
      ? Array(String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars) : [scalar]
    known[scalar] = parts
    return parts
  }
}
