// Llama as Hugging Face's transformers stores it: the layout for a GPT with today's options.

import Layers

/// `config.json` of a Llama.
struct LlamaFile: Codable {
  /// Both forms are in use: a key of its own, or `rope_parameters`.
  struct Rotary: Codable {
    var rope_theta: Float?
    var rope_type: String?
    /// What old files call it.
    var type: String?
  }

  var model_type = "llama"
  var architectures: [String]? = ["LlamaForCausalLM"]
  var vocab_size: Int
  var max_position_embeddings: Int
  var hidden_size: Int
  var intermediate_size: Int
  var num_hidden_layers: Int
  var num_attention_heads: Int
  var num_key_value_heads: Int?
  var head_dim: Int?
  var hidden_act: String?
  var rms_norm_eps: Float?
  var rope_theta: Float?
  var rope_parameters: Rotary?
  var rope_scaling: Rotary?
  var tie_word_embeddings: Bool?
  var attention_bias: Bool?
  var mlp_bias: Bool?
  var attention_dropout: Float?
  /// Of a sequence classifier.
  var id2label: [String: String]?
  var label2id: [String: Int]?
  var problem_type: String?

  /// The configuration that this file describes.
  func configuration(_ folder: CheckpointFolder) throws -> GPTConfiguration {
    try folder.require("attention_bias", attention_bias, toBe: false)
    try folder.require("mlp_bias", mlp_bias, toBe: false)
    for (key, rotary) in [("rope_parameters", rope_parameters), ("rope_scaling", rope_scaling)] {
      guard let type = rotary?.rope_type ?? rotary?.type, type != "default" else { continue }
      throw CheckpointError.unsupported(
        file: folder.configurationFile, key: "\(key).rope_type", value: type, supported: "default")
    }
    var configuration = GPTConfiguration(
      vocabularySize: vocab_size, contextLength: max_position_embeddings, layers: num_hidden_layers,
      heads: num_attention_heads, channels: hidden_size, keyValueHeads: num_key_value_heads, headSize: head_dim,
      hiddenChannels: intermediate_size, activation: try folder.activation("hidden_act", hidden_act ?? "silu"),
      isGated: true, normalization: .rmsNorm, epsilon: rms_norm_eps ?? 1e-6, positions: .rotary,
      rotaryBase: rope_theta ?? rope_parameters?.rope_theta ?? 10_000, isTied: tie_word_embeddings ?? false,
      hasBias: false)
    configuration.attentionDropout = attention_dropout ?? 0
    try folder.naming { try configuration.check() }
    return configuration
  }
}

extension LlamaFile {
  /// Nil if this layout has no place for some option.
  init?(_ configuration: GPTConfiguration) {
    guard configuration.positions == .rotary, configuration.isGated, configuration.normalization == .rmsNorm,
      !configuration.hasBias, configuration.embeddingDropout == 0, configuration.residualDropout == 0
    else { return nil }
    vocab_size = configuration.vocabularySize
    max_position_embeddings = configuration.contextLength
    hidden_size = configuration.channels
    intermediate_size = configuration.hiddenChannels
    num_hidden_layers = configuration.layers
    num_attention_heads = configuration.heads
    num_key_value_heads = configuration.keyValueHeads
    head_dim = configuration.headSize
    hidden_act = configuration.activation.huggingFaceName
    rms_norm_eps = configuration.epsilon
    rope_theta = configuration.rotaryBase
    tie_word_embeddings = configuration.isTied
    attention_bias = false
    mlp_bias = false
    attention_dropout = configuration.attentionDropout
  }

  static func names(_ configuration: GPTConfiguration) -> [CheckpointName] {
    // No biases and no shifts: their rows are never asked for.
    let block: [CheckpointName] =
      .norm(["norm1": "input_layernorm", "norm2": "post_attention_layernorm"])
      + .linear([
        "attention.queries": "self_attn.q_proj",
        "attention.keys": "self_attn.k_proj",
        "attention.values": "self_attn.v_proj",
        "attention.output": "self_attn.o_proj",
        "feedForward.hidden": "mlp.gate_proj",
        "feedForward.factor": "mlp.up_proj",
        "feedForward.output": "mlp.down_proj",
      ])
    let body =
      [CheckpointName("tokenEmbedding.table", ["embed_tokens.weight"])]
      + (0..<configuration.layers).flatMap { block.inside("blocks.\($0)", "layers.\($0)") }
      + .norm(["norm": "norm"])
    return body.after(["model.", ""]) + [CheckpointName("head.weight", ["lm_head.weight"])]
  }

  static func mayIgnore(_ name: String, _ configuration: GPTConfiguration) -> Bool {
    name.hasSuffix("rotary_emb.inv_freq") || (configuration.isTied && name == "lm_head.weight")
  }
}
