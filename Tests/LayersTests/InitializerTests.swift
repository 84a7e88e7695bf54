import Layers
import Tensors
import Testing

/// First values: GPT-2's, PyTorch's, and none.
struct InitializerTests {
  private func values(_ kind: InitialValues, seed: Int = 1) -> Tensor {
    var initializer = Initializer(seed: seed)
    return initializer([200, 300], kind).value
  }

  @Test("GPT-2's weights have the standard deviation 0.02, those before a residual less with more layers")
  func gpt() {
    let plain = values(.gpt)
    expect(plain.variance().sqrt(), isCloseTo: Tensor(0.02), within: 2e-4)
    expect(plain.mean(), isCloseTo: Tensor(0), within: 4e-4)
    // 8 layers, 16 parts: a quarter.
    expect(values(.gptResidual(layers: 8)).variance().sqrt(), isCloseTo: Tensor(0.005), within: 5e-5)
  }

  @Test("uniform values fill their range and do not leave it")
  func uniform() {
    for (kind, limit) in [(InitialValues.xavier(inputs: 200, outputs: 400), Float(0.1)), (.torch(inputs: 4), 0.5)] {
      let values = values(kind)
      #expect(values.abs().max().item() <= limit && values.abs().max().item() > 0.999 * limit)
      expect(values.variance(), isCloseTo: Tensor(limit * limit / 3), within: 0.01 * limit * limit)
    }
  }

  @Test("a seed always gives the same values, one layer after the other other ones")
  func seeds() {
    #expect(values(.gpt, seed: 1) == values(.gpt, seed: 1))
    #expect(values(.gpt, seed: 1) != values(.gpt, seed: 2))
    var initializer = Initializer(seed: 1)
    #expect(initializer([5], .gpt).value != initializer([5], .gpt).value)
  }

  @Test("zeros, and constants")
  func constants() {
    var zeros = Initializer.zeros
    #expect(zeros([2, 3], .gpt).value == Tensor.zeros(2, 3))
    #expect(values(.constant(7)) == Tensor.full([200, 300], 7))
  }
}
