import Layers
import Tensors
import Testing

/// The small layers, against their formulas.
struct LayerTests {
  private var initializer = Initializer(seed: 1)

  @Test("linear: y = x Wᵀ + b, whatever axes come before the last")
  mutating func linear() {
    let layer = Linear(inputs: 2, outputs: 3, using: &initializer)
    layer.weight.assign([[1, 2], [3, 4], [5, 6]])
    layer.bias?.assign([10, 20, 30])
    #expect(layer([1, 1]) == [13, 27, 41])
    #expect(layer([[[1, 0]], [[0, 1]]]) == [[[11, 23, 35]], [[12, 24, 36]]])
    #expect(layer.inputs == 2 && layer.outputs == 3)
    #expect(layer.parameters.map(\.name) == ["weight", "bias"])
    #expect(Linear(inputs: 2, outputs: 3, hasBias: false, using: &initializer).parameters.map(\.name) == ["weight"])
  }

  @Test("embedding: rows of the table, and how well a vector agrees with each")
  mutating func embedding() {
    let embedding = Embedding(count: 3, channels: 2, using: &initializer)
    embedding.table.assign([[1, 2], [3, 4], [5, 6]])
    #expect(embedding([2, 0, 2]) == [[5, 6], [1, 2], [5, 6]])
    #expect(embedding(TokenBatch([[1], [0]])) == [[[3, 4]], [[1, 2]]])
    #expect(embedding.logits([1, -1]) == [-1, -1, -1])
  }

  @Test("layer norm: mean 0 and variance 1 over the channels, then scale and shift")
  mutating func layerNorm() {
    let layer = LayerNorm(channels: 4, epsilon: 0, using: &initializer)
    expect(layer([[1, 3, 1, 3], [-2, -2, 2, 2]]), isCloseTo: [[-1, 1, -1, 1], [-1, -1, 1, 1]])
    layer.scale.assign([1, 2, 3, 4])
    layer.shift?.assign([0, 0, 0, 10])
    expect(layer([1, 3, 1, 3]), isCloseTo: [-1, 2, -3, 14])
    let wide = LayerNorm(channels: 2, epsilon: 3, hasShift: false, using: &initializer)
    expect(wide([-1, 1]), isCloseTo: [-0.5, 0.5])
    #expect(wide.parameters.map(\.name) == ["scale"])
  }

  @Test("RMS norm: divided by the root of the mean square, without a mean taken away")
  mutating func rmsNorm() {
    let layer = RMSNorm(channels: 2, epsilon: 0, using: &initializer)
    expect(layer([[3, 3], [-1, 7]]), isCloseTo: [[1, 1], [-0.2, 1.4]])
    layer.scale.assign([2, 10])
    expect(layer([3, 3]), isCloseTo: [2, 10])
    expect(RMSNorm(channels: 1, epsilon: 3, using: &initializer)([1]), isCloseTo: [0.5])
  }

  @Test(
    "activations",
    arguments: [
      (Activation.relu, [0, 0, 2]), (.tanh, [-0.7615942, 0, 0.9640276]), (.gelu, [-0.1586553, 0, 1.9544997]),
      (.geluTanh, [-0.1588080, 0, 1.9545977]), (.silu, [-0.2689414, 0, 1.7615942]),
    ] as [(Activation, [Float])])
  func activations(_ activation: Activation, _ expected: [Float]) {
    expect(activation([-1, 0, 2]), isCloseTo: Tensor(expected), within: 1e-6)
  }

  @Test("feed forward: two layers with a function between; gated, a product with a third")
  mutating func feedForward() {
    let x = random(2, 3, 4)
    let plain = FeedForward(channels: 4, hiddenChannels: 6, activation: .relu, using: &initializer).lively()
    expect(plain(x), isCloseTo: plain.output(plain.hidden(x).relu()))
    let gated = FeedForward(
      channels: 4, hiddenChannels: 6, activation: .silu, isGated: true, hasBias: false, using: &initializer
    ).lively()
    let hidden = gated.hidden(x)
    let factor = gated.factor?(x) ?? .zeros(0)
    expect(gated(x), isCloseTo: gated.output(hidden * hidden.sigmoid() * factor))
    #expect(gated.parameters.map(\.name) == ["hidden.weight", "factor.weight", "output.weight"])
  }

  @Test("dropout: outside its scope nothing, inside it about the rate, and the mean stays")
  func dropout() {
    let scope = ModelScope()
    let dropout = Dropout(rate: 0.25, scope: scope)
    let x = Tensor.ones(100, 100)
    #expect(dropout(x) == x && !dropout.isActive)
    let (first, second) = scope.withDropout(seed: 1) { (dropout(x), dropout(x)) }
    #expect(first != second)
    #expect(first.scalars.allSatisfy { $0 == 0 || $0 == 4 / 3 })
    let dropped = first.scalars.count { $0 == 0 }
    #expect((2300...2700).contains(dropped), "\(dropped) of 10000")
    #expect(scope.withDropout(seed: 1) { dropout(x) } == first)
    #expect(scope.withDropout(seed: 1) { Dropout(rate: 0, scope: scope)(x) } == x)
  }

  @Test("dropout's scope ends with an error too, and an inner scope gives the outer one back")
  func dropoutScopes() {
    struct Stopped: Error {}
    let scope = ModelScope()
    let dropout = Dropout(rate: 0.5, scope: scope)
    #expect(throws: Stopped.self) { try scope.withDropout(seed: 1) { throw Stopped() } }
    #expect(!dropout.isActive)
    let x = Tensor.ones(50)
    let expected = scope.withDropout(seed: 1) { [dropout(x), dropout(x)] }
    let found = scope.withDropout(seed: 1) {
      let first = dropout(x)
      scope.withDropout(seed: 2) { _ = dropout(x) }
      return [first, dropout(x)]
    }
    #expect(found == expected)
  }

  @Test("a list of modules names its parameters by place, an absent one has none")
  mutating func lists() {
    let layers = [
      Linear(inputs: 1, outputs: 2, using: &initializer), Linear(inputs: 2, outputs: 1, using: &initializer),
    ]
    #expect(layers.parameters(named: "x").map(\.name) == ["x.0.weight", "x.0.bias", "x.1.weight", "x.1.bias"])
    #expect(layers.parameterCount == 2 + 2 + 2 + 1)
    #expect((nil as Linear?).parameters.isEmpty)
  }

  @Test("freezing by name, and letting go again")
  mutating func freezing() {
    let layer = Linear(inputs: 2, outputs: 3, using: &initializer)
    layer.freeze { $0 == "weight" }
    #expect(layer.trainableParameterCount == 3 && layer.parameterCount == 9)
    layer.freeze(false)
    #expect(layer.trainableParameterCount == 9)
  }
}
