// GPT-2 as Hugging Face's transformers stores it.

import Layers

/// `config.json` of a GPT-2.
struct GPT2File: Codable {
  var model_type = "gpt2"
  var architectures: [String]? = ["GPT2LMHeadModel"]
  var vocab_size: Int
  var n_positions: Int
  var n_embd: Int
  var n_layer: Int
  var n_head: Int
  var n_inner: Int?
  var activation_function: String?
  var layer_norm_epsilon: Float?
  var embd_pdrop, attn_pdrop, resid_pdrop: Float?
  var tie_word_embeddings: Bool?
  var scale_attn_weights: Bool?
  var scale_attn_by_inverse_layer_idx: Bool?
  var add_cross_attention: Bool?
  /// Of a sequence classifier.
  var id2label: [String: String]?
  var label2id: [String: Int]?
  var problem_type: String?

  /// The configuration that this file describes.
  func configuration(_ folder: CheckpointFolder) throws -> GPTConfiguration {
    try folder.require("scale_attn_weights", scale_attn_weights, toBe: true)
    try folder.require("scale_attn_by_inverse_layer_idx", scale_attn_by_inverse_layer_idx, toBe: false)
    try folder.require("add_cross_attention", add_cross_attention, toBe: false)
    var configuration = GPTConfiguration(
      vocabularySize: vocab_size, contextLength: n_positions, layers: n_layer, heads: n_head, channels: n_embd,
      hiddenChannels: n_inner,
      activation: try folder.activation("activation_function", activation_function ?? "gelu_new"),
      epsilon: layer_norm_epsilon ?? 1e-5, isTied: tie_word_embeddings ?? true)
    configuration.embeddingDropout = embd_pdrop ?? 0.1
    configuration.attentionDropout = attn_pdrop ?? 0.1
    configuration.residualDropout = resid_pdrop ?? 0.1
    try folder.naming { try configuration.check() }
    return configuration
  }
}

extension GPT2File {
  /// Nil if this layout has no place for some option.
  init?(_ configuration: GPTConfiguration) {
    guard configuration.isPacked, !configuration.isGated, configuration.normalization == .layerNorm,
      configuration.hasBias, configuration.headSize * configuration.heads == configuration.channels
    else { return nil }
    vocab_size = configuration.vocabularySize
    n_positions = configuration.contextLength
    n_embd = configuration.channels
    n_layer = configuration.layers
    n_head = configuration.heads
    n_inner = configuration.hiddenChannels
    activation_function = configuration.activation.huggingFaceName
    layer_norm_epsilon = configuration.epsilon
    embd_pdrop = configuration.embeddingDropout
    attn_pdrop = configuration.attentionDropout
    resid_pdrop = configuration.residualDropout
    tie_word_embeddings = configuration.isTied
  }

  static func names(_ configuration: GPTConfiguration) -> [CheckpointName] {
    // Linear layers are "Conv1D" there: [inputs, outputs].
    let block: [CheckpointName] =
      .norm(["norm1": "ln_1", "norm2": "ln_2"])
      + .linear(
        [
          "attention.queriesKeysValues": "attn.c_attn",
          "attention.output": "attn.c_proj",
          "feedForward.hidden": "mlp.c_fc",
          "feedForward.output": "mlp.c_proj",
        ], isTransposed: true)
    let body =
      [
        CheckpointName("tokenEmbedding.table", ["wte.weight"]),
        CheckpointName("positionEmbedding.table", ["wpe.weight"]),
      ]
      + (0..<configuration.layers).flatMap { block.inside("blocks.\($0)", "h.\($0)") }
      + .norm(["norm": "ln_f"])
    return body.after(["transformer.", ""]) + [CheckpointName("head.weight", ["lm_head.weight"])]
  }

  /// Causal masks, which old files hold, and the output layer where it is the token embedding.
  static func mayIgnore(_ name: String, _ configuration: GPTConfiguration) -> Bool {
    name.hasSuffix(".attn.bias") || name.hasSuffix(".attn.masked_bias")
      || (configuration.isTied && name == "lm_head.weight")
  }
}
