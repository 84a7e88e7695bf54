// How results are held against what they should be.
import Layers
import Tensors
import Testing

/// Records an issue that names the shapes, or else the worst index and its error, unless all elements are within the
/// distance of those expected.
func expect(
  _ found: Tensor, isCloseTo expected: Tensor, within distance: Float = 1e-5, _ what: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  guard let difference = found.difference(from: expected, relative: 0, absolute: distance) else { return }
  Issue.record("\(what) \(difference)", sourceLocation: sourceLocation)
}

/// Normally distributed numbers from a seed.
func random(_ shape: Int..., seed: Int = 1) -> Tensor {
  var random = SeededRandom(seed: seed)
  return .randomNormal(shape, using: &random)
}

extension Module {
  /// The module with normally distributed parameters, so that none can be left out unnoticed.
  func lively(seed: Int = 1) -> Self {
    var random = SeededRandom(seed: seed)
    for named in parameters {
      named.parameter.assign(.randomNormal(named.parameter.value.shape, standardDeviation: 0.5, using: &random))
    }
    return self
  }
}
