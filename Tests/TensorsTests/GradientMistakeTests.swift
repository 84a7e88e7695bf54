import Tensors
import Testing

/// What a learner reads who asks for gradients that cannot be.
struct GradientMistakeTests {
  /// Each runs in a process of its own, which must end with the sentence.
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case severalElements, constant, twice, gradientShape, assignedShape, linearShapes, crossEntropyTarget, causalShapes

    var sentence: String {
      switch self {
      case .severalElements: "backward() starts from a single number, a loss; the shape is [2]."
      case .constant: "backward(): nothing that this tensor was computed from is tracked."
      case .twice: "backward: this computation has been gone through already"
      case .gradientShape: "a parameter of the shape [2] cannot have a gradient of the shape [3]"
      case .assignedShape: "assign: the parameter has the shape [2], the new value [3]"
      case .linearShapes: "linear: the last axis of the input, [2, 3], must be as long as that of the weight, [3, 2]"
      case .crossEntropyTarget: "crossEntropy: the target 3 is none of the 3 classes"
      case .causalShapes: "attention: causal, but there are 2 queries and 3 keys"
      }
    }

    func make() {
      let x = Tensor([1, 2])
      switch self {
      case .severalElements: x.tracked().backward()
      case .constant: x.sum().backward()
      case .twice:
        let loss = x.tracked().sum()
        loss.backward()
        loss.backward()
      case .gradientShape: Parameter(x).gradient = Tensor([1, 2, 3])
      case .assignedShape: Parameter(x).assign(Tensor([1, 2, 3]))
      case .linearShapes: _ = linear(Tensor.ones(2, 3), weight: Tensor.ones(3, 2), bias: nil)
      case .crossEntropyTarget: _ = crossEntropy(logits: Tensor.ones(1, 3), targets: [3])
      case .causalShapes:
        let keys = Tensor.ones(1, 3, 4)
        _ = attention(queries: Tensor.ones(1, 2, 4), keys: keys, values: keys, heads: 2, isCausal: true)
      }
    }
  }

  @Test("impossible gradients stop with a sentence", arguments: Mistake.allCases)
  func mistakes(mistake: Mistake) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
      mistake.make()
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains(mistake.sentence), "\(message)")
  }
}
