// Fused operations against the same from single operations, and against measured slopes.
import Tensors
import Testing

@Suite("Fused operations")
struct FusedTests {
  /// Values and gradients of two functions of the same inputs.
  private func expectEqual(
    _ inputs: [Tensor], _ what: String, _ fused: ([Tensor]) -> Tensor, _ composed: ([Tensor]) -> Tensor,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let (mine, theirs) = (inputs.map { $0.tracked() }, inputs.map { $0.tracked() })
    let (y, expected) = (fused(mine), composed(theirs))
    expect(y, isCloseTo: Reference(expected), relative: 1e-4, absolute: 1e-5, what, sourceLocation: sourceLocation)
    var random = SeededRandom(seed: 9)
    let weights = random.tensor(y.shape)
    (y * weights).sum().backward()
    (expected * weights).sum().backward()
    for (index, pair) in zip(mine, theirs).enumerated() {
      guard let found = pair.0.gradient, let wanted = pair.1.gradient else {
        Issue.record("\(what): input \(index) has no gradient", sourceLocation: sourceLocation)
        continue
      }
      expect(
        found, isCloseTo: Reference(wanted), relative: 1e-3, absolute: 2e-5, "\(what), gradient \(index):",
        sourceLocation: sourceLocation)
    }
  }

  @Test(
    "linear is a product with the transposed weight, plus the bias", arguments: [[3], [2, 3], [2, 40, 3], [0, 3]])
  func linearLayer(shape: [Int]) {
    var random = SeededRandom(seed: 1)
    let inputs = [random.tensor(shape), random.tensor([5, 3]), random.tensor([5])]
    expectEqual(inputs, "linear", { linear($0[0], weight: $0[1], bias: $0[2]) }) {
      $0[0].matmul($0[1].transposed()) + $0[2]
    }
    expectGradients(of: inputs) { linear($0[0], weight: $0[1], bias: $0[2]) }
    expectGradients(of: Array(inputs.prefix(2))) { linear($0[0], weight: $0[1], bias: nil) }
  }

  @Test("layer norm and RMS norm follow their formulas", arguments: [[4], [3, 5], [2, 3, 70], [0, 4], [2, 1]])
  func norms(shape: [Int]) {
    var random = SeededRandom(seed: 2)
    let channels = shape[shape.count - 1]
    let inputs = [random.tensor(shape) + 2, random.tensor([channels]), random.tensor([channels])]
    expectEqual(inputs, "layerNorm", { layerNorm($0[0], scale: $0[1], shift: $0[2], epsilon: 0.1) }) {
      let centred = $0[0] - $0[0].mean(axis: -1, keepDims: true)
      return centred / (centred.squared().mean(axis: -1, keepDims: true) + 0.1).sqrt() * $0[1] + $0[2]
    }
    expectEqual(Array(inputs.prefix(2)), "rmsNorm", { rmsNorm($0[0], scale: $0[1], epsilon: 0.1) }) {
      $0[0] / ($0[0].squared().mean(axis: -1, keepDims: true) + 0.1).sqrt() * $0[1]
    }
    guard shape.reduce(1, *) < 100 else { return }
    expectGradients(of: inputs) { layerNorm($0[0], scale: $0[1], shift: $0[2], epsilon: 0.1) }
    expectGradients(of: Array(inputs.prefix(2))) { rmsNorm($0[0], scale: $0[1], epsilon: 0.1) }
  }

  @Test("cross-entropy is the mean negative log softmax of the targets that count")
  func crossEntropyLoss() {
    var random = SeededRandom(seed: 3)
    let logits = random.tensor([2, 3, 7]) * 3
    let targets = [0, 6, -100, 3, 3, -100]
    expectEqual([logits], "crossEntropy", { crossEntropy(logits: $0[0], targets: targets) }) {
      -$0[0].reshaped(-1, 7)[[0, 1, 3, 4]].logSoftmax().picking([0, 6, 3, 3]).mean()
    }
    expectGradients(of: [logits]) { crossEntropy(logits: $0[0], targets: targets) * 3 + $0[0].mean() }
    #expect(crossEntropy(logits: logits, targets: Array(repeating: -100, count: 6)).item().isNaN)
  }

  @Test("rows of a table that are named twice get both gradients")
  func lookup() {
    let table = Tensor([[1, 2], [3, 4], [5, 6]]).tracked()
    (rows(of: table, [2, 0, 2]) * Tensor([[1, 1], [10, 10], [100, 100]])).sum().backward()
    #expect(table.gradient == Tensor([[10, 10], [0, 0], [101, 101]]))
  }

  private func composed(_ x: [Tensor], _ heads: Int, _ mask: Tensor?, _ isCausal: Bool) -> Tensor {
    func split(_ x: Tensor) -> Tensor { x.reshaped(x.shape[0], x.shape[1], heads, -1).transposed(1, 2) }
    let (q, k, v) = (split(x[0]), split(x[1]), split(x[2]))
    var scores = q.matmul(k.transposed()) * (1 / Float(q.shape[3]).squareRoot())
    if let mask { scores = scores + mask }
    if isCausal { scores = scores + Tensor.causalMask(q.shape[2]) }
    return scores.softmax().matmul(v).transposed(1, 2).reshaped(to: x[0].shape)
  }

  @Test("attention follows the paper, causal or not, in one band or several", arguments: [1, 5, 64, 65, 150])
  func attentionOfItself(time: Int) {
    var random = SeededRandom(seed: time)
    let inputs = (0..<3).map { _ in random.tensor([2, time, 6]) }
    for isCausal in [false, true] {
      expectEqual(
        inputs, "attention", { attention(queries: $0[0], keys: $0[1], values: $0[2], heads: 2, isCausal: isCausal) }
      ) { composed($0, 2, nil, isCausal) }
    }
    expectEqual(
      [inputs[0]], "attention of one",
      {
        attention(queries: $0[0], keys: $0[0], values: $0[0], heads: 3, isCausal: true)
      }
    ) { composed([$0[0], $0[0], $0[0]], 3, nil, true) }
  }

  @Test("attention over another sequence, with masks of every shape that fits")
  func masks() {
    var random = SeededRandom(seed: 8)
    let inputs = [random.tensor([2, 3, 4]), random.tensor([2, 5, 4]), random.tensor([2, 5, 4])]
    for shape in [[], [5], [3, 1], [3, 5], [2, 1, 1, 5], [2, 2, 3, 5], [1, 2, 1, 1]] {
      var mask = random.tensor(shape)
      expectEqual(
        inputs, "mask \(shape)", { attention(queries: $0[0], keys: $0[1], values: $0[2], heads: 2, mask: mask) }
      ) { composed($0, 2, mask, false) }
      mask = mask.replacing(with: -.infinity, where: mask .> 0.5)
      expectEqual(
        inputs, "hiding mask \(shape)", { attention(queries: $0[0], keys: $0[1], values: $0[2], heads: 2, mask: mask) }
      ) { composed($0, 2, mask, false) }
    }
    expectGradients(of: inputs + [random.tensor([3, 5])]) {
      attention(queries: $0[0], keys: $0[1], values: $0[2], heads: 2, mask: $0[3])
    }
    expectGradients(of: inputs) { attention(queries: $0[0], keys: $0[1], values: $0[2], heads: 1) }
  }
}
