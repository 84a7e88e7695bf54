// Small models and texts that the tests train on.
import Layers
import Models
import Tensors
import Training

enum Samples {
  static func model(dropout: Float = 0, seed: Int = 1) -> GPT {
    GPT(
      GPTConfiguration(vocabularySize: 12, contextLength: 8, layers: 1, heads: 2, channels: 16, dropout: dropout),
      seed: seed)
  }

  /// A text with an order to learn: counting, now and then with a jump.
  static func text(_ count: Int = 200, seed: Int = 1) -> [Int] {
    var random = SeededRandom(seed: seed)
    var token = 0
    return (0..<count).map { _ in
      token = random.uniform() < 0.1 ? (token + 5) % 12 : (token + 1) % 12
      return token
    }
  }

  static func batches(seed: Int = 1) throws -> Batches<TextBatch> {
    try .windows(of: text(), time: 8, size: 3, seed: seed)
  }

  static func trainer(
    _ model: GPT = model(), _ optimizer: any Optimizer = AdamW(learningRate: 1e-2)
  ) -> Trainer<GPT, TextBatch> {
    Trainer(model, optimizer: optimizer)
  }
}

extension Module {
  /// All parameters, to be compared bit for bit.
  var numbers: [[Float]] { parameters.map(\.parameter.value.scalars) }
}
