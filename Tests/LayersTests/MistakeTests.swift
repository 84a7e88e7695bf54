import Layers
import Tensors
import Testing

/// What a learner reads who asks a layer for something impossible.
struct MistakeTests {
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case channelsPerHead, keyValueHeads, oddRotation, ragged, marks, rate, packed, hookShape, activation, noActivation

    var sentence: String {
      switch self {
      case .channelsPerHead:
        "MultiHeadAttention: 6 channels cannot be shared out among 4 heads, or 4 heads among 4 for keys and values"
      case .keyValueHeads:
        "MultiHeadAttention: 6 channels cannot be shared out among 3 heads, or 3 heads among 2 for keys and values"
      case .oddRotation: "rotary positions turn channels in pairs; the head size 3 is odd"
      case .ragged:
        "a batch needs sequences of one length: sequence 0 has 2 tokens, sequence 1 1. TokenBatch(padding:with:) pads "
          + "the shorter ones."
      case .marks: "a batch needs a mark for each token: there are 2 tokens and 1 marks"
      case .rate: "Dropout: the rate 1.0 is not from 0 to below 1"
      case .packed: "MultiHeadAttention: packed projections are for a sequence and itself"
      case .hookShape: "the hook for \"x\" returns the shape [2]; it must keep [3]"
      case .activation: "no activation \"blocks.0.patern\" was recorded; there are x …"
      case .noActivation: "no activation \"x\" was recorded; nothing was"
      }
    }

    func make() {
      var initializer = Initializer(seed: 1)
      let scope = ModelScope()
      let dropout = Dropout(rate: 0, scope: scope)
      switch self {
      case .channelsPerHead: _ = MultiHeadAttention(channels: 6, heads: 4, dropout: dropout, using: &initializer)
      case .keyValueHeads:
        _ = MultiHeadAttention(channels: 6, heads: 3, keyValueHeads: 2, dropout: dropout, using: &initializer)
      case .oddRotation: _ = RotaryPositions(headSize: 3)
      case .ragged: _ = TokenBatch([[1, 2], [3]])
      case .marks: _ = TokenBatch([[1, 2]], isPresent: [[true]])
      case .rate: _ = Dropout(rate: 1, scope: scope)
      case .packed:
        let layer = MultiHeadAttention(channels: 6, heads: 2, isPacked: true, dropout: dropout, using: &initializer)
        _ = layer(.zeros(1, 2, 6), memory: .zeros(1, 3, 6))
      case .hookShape: scope.withHooks([Hook("x") { _ in .zeros(2) }]) { _ = scope.tap()("x", .zeros(3)) }
      case .activation:
        let recording = Recording { _ in true }
        _ = scope.tap(recording: recording)("x", .zeros(3))
        _ = recording.activations["blocks.0.patern"]
      case .noActivation: _ = Activations()["x"]
      }
    }
  }

  @Test("a mistake ends the process with its sentence", arguments: Mistake.allCases)
  func mistake(_ mistake: Mistake) async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [mistake] in
      mistake.make()
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("Fatal error: " + mistake.sentence), "\(text)")
  }
}
