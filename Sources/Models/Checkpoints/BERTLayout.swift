// BERT as Hugging Face's transformers stores it, with or without heads; MiniLM's sentence encoders are such files too.

import Layers

/// `config.json` of a BERT.
struct BERTFile: Codable {
  var model_type = "bert"
  var architectures: [String]?
  var vocab_size: Int
  var max_position_embeddings: Int
  var hidden_size: Int
  var intermediate_size: Int
  var num_hidden_layers: Int
  var num_attention_heads: Int
  var type_vocab_size: Int?
  var hidden_act: String?
  var layer_norm_eps: Float?
  var hidden_dropout_prob, attention_probs_dropout_prob: Float?
  var position_embedding_type: String?
  var is_decoder: Bool?
  var tie_word_embeddings: Bool?
  var id2label: [String: String]?
  var label2id: [String: Int]?
  var problem_type: String?

  /// The configuration that this file describes, with the heads that the weights have.
  func configuration(_ folder: CheckpointFolder, weights: WeightNames) throws -> BERTConfiguration {
    if let type = position_embedding_type, type != "absolute" {
      throw CheckpointError.unsupported(
        file: folder.configurationFile, key: "position_embedding_type", value: type, supported: "absolute")
    }
    try folder.require("is_decoder", is_decoder, toBe: false)
    if weights.hasMaskedHead { try folder.require("tie_word_embeddings", tie_word_embeddings, toBe: true) }
    var configuration = BERTConfiguration(
      vocabularySize: vocab_size, contextLength: max_position_embeddings, layers: num_hidden_layers,
      heads: num_attention_heads, channels: hidden_size, hiddenChannels: intermediate_size,
      segments: type_vocab_size ?? 2, activation: try folder.activation("hidden_act", hidden_act ?? "gelu"),
      epsilon: layer_norm_eps ?? 1e-12, hasPooler: weights.hasPooler, hasMaskedHead: weights.hasMaskedHead,
      labels: weights.classes.map { LabelNames.read(id2label, count: $0) } ?? [])
    configuration.residualDropout = hidden_dropout_prob ?? 0.1
    configuration.attentionDropout = attention_probs_dropout_prob ?? 0.1
    try folder.naming { try configuration.check() }
    return configuration
  }

  /// What a file of weights says about the model's heads, which config.json does not.
  struct WeightNames {
    let hasPooler, hasMaskedHead: Bool
    /// How many classes the classifier tells apart; nil: there is none.
    let classes: Int?
  }
}

extension BERTFile {
  init(_ configuration: BERTConfiguration) {
    architectures = [
      !configuration.labels.isEmpty
        ? "BertForSequenceClassification" : configuration.hasMaskedHead ? "BertForMaskedLM" : "BertModel"
    ]
    vocab_size = configuration.vocabularySize
    max_position_embeddings = configuration.contextLength
    hidden_size = configuration.channels
    intermediate_size = configuration.hiddenChannels
    num_hidden_layers = configuration.layers
    num_attention_heads = configuration.heads
    type_vocab_size = configuration.segments
    hidden_act = configuration.activation.huggingFaceName
    layer_norm_eps = configuration.epsilon
    hidden_dropout_prob = configuration.residualDropout
    attention_probs_dropout_prob = configuration.attentionDropout
    guard !configuration.labels.isEmpty else { return }
    let (names, ids) = LabelNames.tables(configuration.labels)
    (id2label, label2id) = (names, ids)
    problem_type = LabelNames.problem(configuration.labels)
  }

  static func names(_ configuration: BERTConfiguration) -> [CheckpointName] {
    let block: [CheckpointName] =
      .linear([
        "attention.queries": "attention.self.query",
        "attention.keys": "attention.self.key",
        "attention.values": "attention.self.value",
        "attention.output": "attention.output.dense",
        "feedForward.hidden": "intermediate.dense",
        "feedForward.output": "output.dense",
      ]) + .norm(["norm1": "attention.output.LayerNorm", "norm2": "output.LayerNorm"])
    let body =
      [
        CheckpointName("tokenEmbedding.table", ["embeddings.word_embeddings.weight"]),
        CheckpointName("positionEmbedding.table", ["embeddings.position_embeddings.weight"]),
        CheckpointName("segmentEmbedding.table", ["embeddings.token_type_embeddings.weight"]),
      ] + .norm(["embeddingNorm": "embeddings.LayerNorm"])
      + (0..<configuration.layers).flatMap { block.inside("blocks.\($0)", "encoder.layer.\($0)") }
      + .linear(["pooler": "pooler.dense"])
    // A bare model's files have no prefix, those of a model with a head do.
    let hasHead = configuration.hasMaskedHead || !configuration.labels.isEmpty
    return body.after(hasHead ? ["bert.", ""] : ["", "bert."])
      + .linear(["maskedHead.dense": "cls.predictions.transform.dense", "classifier": "classifier"])
      + .norm(["maskedHead.norm": "cls.predictions.transform.LayerNorm"])
      + [CheckpointName("maskedHead.bias", ["cls.predictions.bias", "cls.predictions.decoder.bias"])]
  }

  /// Place numbers, which old files hold; copies of the token embedding and its bias; next-sentence prediction.
  static func mayIgnore(_ name: String) -> Bool {
    name.hasSuffix("embeddings.position_ids") || name.hasPrefix("cls.predictions.decoder.")
      || name == "cls.predictions.bias" || name.hasPrefix("cls.seq_relationship.")
  }
}
