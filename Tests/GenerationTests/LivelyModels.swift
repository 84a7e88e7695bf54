// Models whose random weights are so large that their logits are far from each other.
import Layers
import Models
import Tensors

extension Module {
  /// Gives every parameter normally distributed values; norms stay about 1.
  func lively(seed: Int, standardDeviation: Float = 0.3) -> Self {
    var random = SeededRandom(seed: seed)
    for named in parameters {
      let noise = Tensor.randomNormal(
        named.parameter.value.shape, standardDeviation: standardDeviation, using: &random)
      named.parameter.assign(named.name.hasSuffix("scale") ? noise + 1 : noise)
    }
    return self
  }
}

/// A GPT as GPT-2 is built, and one as Llama is, with grouped queries and rotary positions.
enum TinyGPT: CaseIterable, Sendable {
  case gpt2, llama

  static let vocabularySize = 23
  static let contextLength = 16

  var model: GPT {
    let configuration: GPTConfiguration =
      switch self {
      case .gpt2: GPTConfiguration(vocabularySize: 23, contextLength: 16, layers: 2, heads: 2, channels: 12)
      case .llama:
        .llama(
          vocabularySize: 23, contextLength: 16, layers: 2, heads: 4, keyValueHeads: 2, channels: 16,
          hiddenChannels: 24)
      }
    return GPT(configuration, seed: 1).lively(seed: 5)
  }
}
