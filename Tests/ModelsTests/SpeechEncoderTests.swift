import Layers
import Models
import Tensors
import Testing

/// An encoder of speech: pieces of spectrograms to classes.
struct SpeechEncoderTests {
  private static let sizes = SpeechEncoderConfiguration(
    mels: 3, stride: 2, contextLength: 12, layers: 2, heads: 2, channels: 8, hiddenChannels: 12, dropout: 0.1,
    labels: ["one", "two", "three"])
  private let model = SpeechEncoder(Self.sizes, seed: 1)

  private func frames(_ batch: Int, _ time: Int, seed: Int = 2) -> Tensor {
    var random = SeededRandom(seed: seed)
    return Tensor.randomNormal([batch, time, 3], using: &random)
  }

  @Test("its list of activations is what a run records, in order and shape")
  func activations() {
    let (_, activations) = model.runWithCache(frames(2, 7))
    let sizes: [ActivationPoint.Axis: Int] = [
      .batch: 2, .time: 4, .query: 4, .key: 4, .channels: 8, .heads: 2, .keyValueHeads: 2, .headSize: 4,
      .hiddenChannels: 12, .labels: 3,
    ]
    #expect(
      activations.map { "\($0.name) \($0.value.shape)" }
        == model.activationPoints.map { point in "\(point.name) \(point.axes.compactMap { sizes[$0] })" })
  }

  @Test("the convolution is one over time: each position sees two strides of frames, zeros behind the last")
  func convolution() {
    let x = frames(1, 5)
    let (_, activations) = model.runWithCache(x) { $0 == "convolution" }
    let weight = model.convolution.weight.value.reshaped(8, 4, 3)
    for position in 0..<3 {
      for channel in 0..<8 {
        var sum: Float = 0
        for frame in 0..<4 where position * 2 + frame < 5 {
          for mel in 0..<3 { sum += weight[channel, frame, mel].item() * x[0, position * 2 + frame, mel].item() }
        }
        let expected = Tensor(sum).gelu().item()
        #expect(abs(activations["convolution"][0, position, channel].item() - expected) < 1e-5)
      }
    }
  }

  @Test("padding changes nothing, wherever a piece ends", arguments: 1...8)
  func padding(time: Int) {
    let short = frames(1, time)
    let padded = Tensor.concatenated([short, .zeros(1, 10 - time, 3)], axis: 1)
    let batch = Tensor.concatenated([padded, frames(1, 10, seed: 3)])
    let together = model(batch, counts: [time, 10])
    expect(together[0], isCloseTo: model(short)[0], within: 1e-5)
    expect(together[1], isCloseTo: model(batch[1..<2])[0], within: 1e-5)
  }

  @Test("gradients reach every parameter")
  func gradients() {
    crossEntropy(logits: model(frames(3, 7)), targets: [0, 1, 2]).backward()
    for named in model.parameters {
      #expect(named.parameter.gradient != nil, "\(named.name)")
    }
  }

  @Test("a checkpoint gives the same model back, and is known by its kind")
  func checkpoint() throws {
    let folder = try TemporaryFolder()
    try model.save(to: folder.path)
    let loaded = try SpeechEncoder.load(from: folder.path)
    #expect(loaded.configuration == Self.sizes)
    #expect(loaded(frames(2, 6)).scalars == model(frames(2, 6)).scalars)
    guard case .speechEncoder = try LoadedModel.load(from: folder.path) else {
      Issue.record("not a speech encoder")
      return
    }
    #expect(throws: CheckpointError.self) { try GPT.load(from: folder.path) }
  }

  @Test("frames that do not fit are named")
  func mistakes() {
    func reason(_ frames: Tensor, _ counts: [Int]? = nil) -> String {
      do { try model.check(frames, counts: counts) } catch { return "\(error)" }
      return ""
    }
    #expect(reason(.zeros(2, 5, 4)) == "frames must have the shape [batch, time, 3]; it is [2, 5, 4]")
    #expect(reason(.zeros(5, 3)).contains("[5, 3]"))
    #expect(reason(.zeros(1, 0, 3)) == "there are no frames")
    #expect(reason(.zeros(1, 13, 3)) == "13 frames are more than the 12 that the model can hear at once")
    #expect(reason(.zeros(2, 5, 3), [5, 6]).contains("a count from 1 to 5; given [5, 6]"))
    #expect(reason(.zeros(2, 5, 3), [5]).contains("each of the 2 pieces"))
    #expect(reason(.zeros(2, 5, 3), [5, 1]).isEmpty)
    var impossible = Self.sizes
    impossible.heads = 3
    #expect(throws: ConfigurationError.notDivisible("channels", 8, by: "heads", 3)) { try impossible.check() }
    impossible = Self.sizes
    impossible.labels = []
    #expect(throws: ConfigurationError.size("the number of labels", 0)) { try impossible.check() }
  }
}
