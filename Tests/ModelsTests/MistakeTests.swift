import Layers
import Models
import Tensors
import Testing

/// What a learner reads who gives a model something it cannot read, or asks for a model that cannot be.
struct MistakeTests {
  enum Mistake: String, CaseIterable, Codable, Sendable {
    case token, length, nothing, hook, configuration, pooler, maskedHead, classifier, labels, perceptron, decoder

    var sentence: String {
      switch self {
      case .token:
        "GPT: token 9 at place 1 of sequence 0 is not in the vocabulary, whose ids are 0 to 8; is it from another "
          + "tokenizer?"
      case .length: "GPT: 5 tokens are more than the model's context of 4; shorten the text"
      case .nothing: "GPT: there are no tokens; a model needs at least one"
      case .hook: "withHooks: the model has no activation \"blocks.1.norm1\"; activationPoints lists them"
      case .configuration: "GPT: channels, 7, cannot be divided by heads, 2"
      case .pooler: "pooled: this BERT has no pooler; set hasPooler in its configuration"
      case .maskedHead: "maskedLogits: this BERT has no head for masked tokens; set hasMaskedHead in its configuration"
      case .classifier: "classLogits: this BERT has no classifier; withLabels(_:seed:) makes one"
      case .labels: "BERT: labels need a pooler: set hasPooler to true"
      case .perceptron: "MultilayerPerceptron: the last axis of the input must be 3; the shape is [2, 4]"
      case .decoder: "EncoderDecoder: the source is a batch of 1 sequences, the target of 2"
      }
    }

    func make() {
      let gpt = GPT(GPTConfiguration(vocabularySize: 9, contextLength: 4, layers: 1, heads: 2, channels: 8), seed: 1)
      var configuration = BERTConfiguration(vocabularySize: 9, layers: 1, heads: 2, channels: 8, hasPooler: false)
      let bert = BERT(configuration, seed: 1)
      let batch = TokenBatch([[1, 2]])
      switch self {
      case .token: _ = gpt([1, 9])
      case .length: _ = gpt([1, 2, 3, 4, 5])
      case .nothing: _ = gpt([[]] as [[Int]])
      case .hook: gpt.withHooks([Hook("blocks.1.norm1") { $0 }]) {}
      case .configuration:
        _ = GPT(GPTConfiguration(vocabularySize: 9, contextLength: 4, layers: 1, heads: 2, channels: 7), seed: 1)
      case .pooler: _ = bert.pooled(batch)
      case .maskedHead: _ = bert.maskedLogits(batch)
      case .classifier: _ = bert.classLogits(batch)
      case .labels:
        configuration.labels = ["a"]
        _ = BERT(configuration, seed: 1)
      case .perceptron: _ = MultilayerPerceptron(sizes: [3, 2], seed: 1)(.zeros(2, 4))
      case .decoder:
        let sizes = EncoderDecoderConfiguration(vocabularySize: 9, layers: 1, heads: 2, channels: 8)
        _ = EncoderDecoder(sizes, seed: 1)(source: batch, target: TokenBatch([[1], [2]]))
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
