import Layers
import Tensors
import Testing

/// Multi-head attention against the sum written out, in all its forms.
struct AttentionTests {
  struct Form: Sendable, CustomTestStringConvertible {
    var heads = 2
    var keyValueHeads = 2
    var headSize = 3
    var isPacked = false
    var isCausal = false
    var hasMemory = false
    var isPadded = false
    var isRotated = false

    var testDescription: String {
      "\(heads) heads, \(keyValueHeads) for keys" + (isPacked ? ", packed" : "") + (isCausal ? ", causal" : "")
        + (hasMemory ? ", over another sequence" : "") + (isPadded ? ", padded" : "") + (isRotated ? ", rotated" : "")
    }
  }

  static let forms = [
    Form(), Form(isPacked: true), Form(isCausal: true), Form(isPacked: true, isCausal: true, isPadded: true),
    Form(heads: 4, keyValueHeads: 2, isCausal: true), Form(heads: 3, keyValueHeads: 1, isPacked: true),
    Form(heads: 4, keyValueHeads: 2, headSize: 4, isCausal: true, isPadded: true, isRotated: true),
    Form(hasMemory: true), Form(hasMemory: true, isPadded: true), Form(heads: 1, keyValueHeads: 1, headSize: 5),
  ]

  private let batch = 2
  private let time = 4
  private let channels = 6

  private func layer(_ form: Form) -> MultiHeadAttention {
    var initializer = Initializer(seed: 1)
    return MultiHeadAttention(
      channels: channels, heads: form.heads, keyValueHeads: form.keyValueHeads, headSize: form.headSize,
      isPacked: form.isPacked, isCausal: form.isCausal, dropout: Dropout(rate: 0, scope: ModelScope()),
      using: &initializer
    ).lively()
  }

  private func inputs(
    _ form: Form
  ) -> (
    x: Tensor, memory: Tensor?, mask: Tensor?, rotation: RotaryPositions.Rotation?
  ) {
    let source = form.hasMemory ? 5 : time
    let mask = Tensor(
      (0..<batch * source).map { $0 % source >= source - $0 / source ? -.infinity : 0 }, shape: [batch, 1, 1, source])
    return (
      random(batch, time, channels, seed: 2), form.hasMemory ? random(batch, source, channels, seed: 3) : nil,
      form.isPadded ? mask : nil,
      form.isRotated
        ? RotaryPositions(headSize: form.headSize).rotation([0, 1, 2, 3, 5, 6, 7, 8], batch: batch) : nil
    )
  }

  /// The layer, an element at a time.
  private func reference(_ form: Form, _ layer: MultiHeadAttention) -> Tensor {
    let (x, memory, mask, rotation) = inputs(form)
    let source = memory ?? x
    var projected: (Tensor, Tensor, Tensor)
    switch layer.inputs {
    case .separate(let queries, let keys, let values): projected = (queries(x), keys(source), values(source))
    case .packed(let all):
      let y = all(x)
      let (own, shared) = (form.heads * form.headSize, form.keyValueHeads * form.headSize)
      projected = (
        y[0..., 0..., 0..<own], y[0..., 0..., own..<own + shared], y[0..., 0..., (own + shared)...]
      )
    }
    func rotated(_ tensor: Tensor, _ heads: Int) -> Tensor {
      guard let rotation else { return tensor }
      let perHead = tensor.reshaped(batch, -1, heads, form.headSize).transposed(1, 2)
      return rotation(perHead).transposed(1, 2).reshaped(to: tensor.shape)
    }
    projected = (rotated(projected.0, form.heads), rotated(projected.1, form.keyValueHeads), projected.2)
    let size = form.headSize
    let group = form.heads / form.keyValueHeads
    let sourceTime = source.shape[1]
    let (queries, keys, values) = (projected.0.scalars, projected.1.scalars, projected.2.scalars)
    var context: [Float] = []
    for row in 0..<batch {
      for query in 0..<time {
        for head in 0..<form.heads {
          func place(_ time: Int, _ channel: Int) -> Int {
            ((row * sourceTime + time) * form.keyValueHeads + head / group) * size + channel
          }
          let scores = (0..<sourceTime).map { key -> Double in
            if form.isCausal && key > query { return -.infinity }
            if let mask, mask[row, 0, 0, key].item() != 0 { return -.infinity }
            let product = (0..<size).reduce(0.0) { sum, channel in
              let q = queries[((row * time + query) * form.heads + head) * size + channel]
              return sum + Double(q) * Double(keys[place(key, channel)])
            }
            return product / Double(size).squareRoot()
          }
          let top = scores.max() ?? 0
          let weights = scores.map { Tensor(Float($0 - top)).exp().item() }
          let total = weights.reduce(0, +)
          for channel in 0..<size {
            context.append(
              (0..<sourceTime).reduce(0) { $0 + weights[$1] / total * values[place($1, channel)] })
          }
        }
      }
    }
    return layer.output(Tensor(context, shape: [batch, time, form.heads * size]))
  }

  @Test("the result is the sum written out", arguments: forms)
  func fused(_ form: Form) {
    let layer = layer(form)
    let (x, memory, mask, rotation) = inputs(form)
    expect(
      layer(x, memory: memory, mask: mask, rotation: rotation), isCloseTo: reference(form, layer), within: 1e-5)
  }

  @Test("watched, it computes the same in the steps of the paper, whose patterns sum to 1", arguments: forms)
  func watched(_ form: Form) {
    let layer = layer(form)
    let (x, memory, mask, rotation) = inputs(form)
    let recording = Recording { _ in true }
    let y = layer(
      x, memory: memory, mask: mask, rotation: rotation, tap: ModelScope().tap(recording: recording)["attention"])
    expect(y, isCloseTo: reference(form, layer), within: 1e-5)
    let pattern = recording.activations["attention.pattern"]
    #expect(pattern.shape == [batch, form.heads, time, memory?.shape[1] ?? time])
    expect(pattern.sum(axis: -1), isCloseTo: .ones(batch, form.heads, time))
    #expect(recording.activations["attention.keys"].shape[1] == form.keyValueHeads)
    if form.isCausal { #expect(pattern.upperTriangle(diagonal: 1) == Tensor.zeros(pattern.shape)) }
  }

  @Test("names of parameters and linear layers")
  func names() {
    let separate = ["queries", "keys", "values", "output"].flatMap { ["\($0).weight", "\($0).bias"] }
    #expect(layer(Form()).parameters.map(\.name) == separate)
    var packed = layer(Form(isPacked: true))
    #expect(
      packed.parameters.map(\.name).filter { $0.hasSuffix("weight") } == ["queriesKeysValues.weight", "output.weight"])
    var visited: [String] = []
    packed.visitLinears { name, _ in visited.append(name) }
    #expect(visited == ["queriesKeysValues", "output"])
  }

  @Test("dropout acts on the pattern")
  func dropout() {
    let scope = ModelScope()
    var initializer = Initializer(seed: 1)
    let layer = MultiHeadAttention(
      channels: 6, heads: 2, dropout: Dropout(rate: 0.5, scope: scope), using: &initializer
    ).lively()
    let x = random(1, 4, 6)
    #expect(scope.withDropout(seed: 1) { layer(x) } != layer(x))
  }
}
