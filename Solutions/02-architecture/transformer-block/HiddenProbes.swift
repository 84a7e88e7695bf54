// What only the judge asks.

let probes = Probes {
  Probe("parts with nothing to say leave the residual of a GPT alone", points: 2) { random in
    gptBlock(
      random.tensor([2, 3, 4]), norm1: { $0 / 3 }, attention: { $0 * 0 }, norm2: { $0 / 3 }, feedForward: { $0 * 0 })
  }
  Probe("a pile of three blocks", points: 3, tolerance: .relative(1e-3)) { random in
    let model = GPT(
      GPTConfiguration(vocabularySize: 4, contextLength: 4, layers: 3, heads: 2, channels: 8), seed: random.seed())
    return model.blocks.reduce(random.tensor([1, 4, 8])) { x, block in
      gptBlock(
        x, norm1: { block.norm1($0) }, attention: { block.attention($0) }, norm2: { block.norm2($0) },
        feedForward: { block.feedForward($0) })
    }
  }
  Probe("a decoder that reads a longer text", points: 3, tolerance: .relative(1e-3)) { random in
    let model = EncoderDecoder(
      EncoderDecoderConfiguration(vocabularySize: 4, layers: 2, heads: 2, channels: 8), seed: random.seed())
    let memory = model.encoder.reduce(random.tensor([1, 7, 8])) { x, block in
      encoderBlock(
        x, attention: { block.attention($0) }, norm1: { block.norm1($0) }, feedForward: { block.feedForward($0) },
        norm2: { block.norm2($0) })
    }
    return model.decoder.reduce(random.tensor([1, 3, 8])) { x, block in
      decoderBlock(
        x, memory: memory, attention: { block.attention($0) }, norm1: { block.norm1($0) },
        crossAttention: { block.crossAttention($0, memory: $1) }, norm2: { block.norm2($0) },
        feedForward: { block.feedForward($0) }, norm3: { block.norm3($0) })
    }
  }
  Probe("the parts of a decoder with numbers of their own", points: 2) { random in
    let scales = (0..<6).map { _ in random.uniform(in: 0.3...1.7) }
    return decoderBlock(
      random.tensor([2, 2]), memory: random.tensor([2, 2]), attention: { $0 * scales[0] }, norm1: { $0 * scales[1] },
      crossAttention: { $0 * scales[2] - $1 }, norm2: { $0 * scales[3] }, feedForward: { $0 * scales[4] },
      norm3: { $0 * scales[5] })
  }
}
