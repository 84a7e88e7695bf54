// What a learner's blocks are asked.

let probes = Probes {
  Probe("the GPT's block of the task", points: 2) {
    gptBlock(Tensor([4]), norm1: { $0 / 2 }, attention: { $0 + 1 }, norm2: { $0 / 2 }, feedForward: { $0 * 10 })
  }
  Probe("the encoder's block of the task", points: 2) {
    encoderBlock(Tensor([4]), attention: { $0 + 1 }, norm1: { $0 / 2 }, feedForward: { $0 * 10 }, norm2: { $0 / 2 })
  }
  Probe("the decoder's block of the task", points: 2) {
    decoderBlock(
      Tensor([4]), memory: Tensor([6]), attention: { $0 + 1 }, norm1: { $0 / 2 }, crossAttention: { $1 - $0 },
      norm2: { $0 / 2 }, feedForward: { $0 * 10 }, norm3: { $0 / 2 })
  }
  Probe("each part is asked once, in its turn", points: 1) {
    orders()
  }
  Probe("a real block of a GPT", points: 2, tolerance: .relative(1e-3)) { random in
    let model = GPT(
      GPTConfiguration(vocabularySize: 4, contextLength: 4, layers: 1, heads: 2, channels: 8), seed: random.seed())
    return run(model.blocks[0], random.tensor([2, 5, 8]))
  }
  Probe("a real block of an encoder", points: 2, tolerance: .relative(1e-3)) { random in
    let model = EncoderDecoder(
      EncoderDecoderConfiguration(vocabularySize: 4, layers: 1, heads: 2, channels: 8), seed: random.seed())
    return run(model.encoder[0], random.tensor([1, 6, 8]))
  }
}

/// In which order the parts are asked, by the block.
func orders() -> [String: [String]] {
  var asked: [String] = []
  func part(_ name: String) -> (Tensor) -> Tensor {
    { x in
      asked.append(name)
      return x * 0.5
    }
  }
  func order(_ body: () -> Tensor) -> [String] {
    asked = []
    _ = body()
    return asked
  }
  let (x, memory) = (Tensor([2, 1]), Tensor([3, 5]))
  return [
    "gpt": order {
      gptBlock(
        x, norm1: part("norm1"), attention: part("attention"), norm2: part("norm2"), feedForward: part("feedForward"))
    },
    "encoder": order {
      encoderBlock(
        x, attention: part("attention"), norm1: part("norm1"), feedForward: part("feedForward"), norm2: part("norm2"))
    },
    "decoder": order {
      decoderBlock(
        x, memory: memory, attention: part("attention"), norm1: part("norm1"),
        crossAttention: { part("crossAttention")($0 + $1) }, norm2: part("norm2"), feedForward: part("feedForward"),
        norm3: part("norm3"))
    },
  ]
}

func run(_ block: GPT.Block, _ x: Tensor) -> Tensor {
  gptBlock(
    x, norm1: { block.norm1($0) }, attention: { block.attention($0) }, norm2: { block.norm2($0) },
    feedForward: { block.feedForward($0) })
}

func run(_ block: EncoderBlock, _ x: Tensor) -> Tensor {
  encoderBlock(
    x, attention: { block.attention($0) }, norm1: { block.norm1($0) }, feedForward: { block.feedForward($0) },
    norm2: { block.norm2($0) })
}
