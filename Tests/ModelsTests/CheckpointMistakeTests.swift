import Foundation
import Models
import Tensors
import Testing

/// Folders that are no checkpoints, or damaged ones: each is refused with a sentence, and nothing traps.
struct CheckpointMistakeTests {
  /// The sentence with which a damaged copy of a checkpoint is refused, its folder left out.
  private func sentence(_ reference: String = "gpt2-tied", _ damage: (TemporaryFolder) throws -> Void) throws -> String
  {
    let folder = try TemporaryFolder.copy(of: reference)
    try damage(folder)
    do {
      _ = try LoadedModel.load(from: folder.path)
      return "it was read"
    } catch {
      return "\(error)".replacingOccurrences(of: folder.path + "/", with: "")
    }
  }

  @Test("a folder without the files, or that is not there")
  func missingFiles() throws {
    let folder = try TemporaryFolder()
    #expect(throws: CheckpointError.self) { try GPT.load(from: folder.path) }
    #expect(throws: CheckpointError.self) { try GPT.load(from: folder.path + "/none") }
    #expect(
      try sentence { try FileManager.default.removeItem(atPath: $0.file("config.json")) }.hasSuffix(
        "A checkpoint folder holds config.json and model.safetensors."))
    #expect(
      try sentence { try FileManager.default.removeItem(atPath: $0.file("model.safetensors")) }
        == "model.safetensors: cannot be read: No such file or directory")
    for other in ["model.safetensors.index.json", "pytorch_model.bin"] {
      let text = try sentence {
        try FileManager.default.removeItem(atPath: $0.file("model.safetensors"))
        try $0.write("{}", other)
      }
      #expect(
        text.hasSuffix(": there is \(other), but no model.safetensors; save the model as one safetensors file"))
    }
  }

  @Test(
    "a configuration that is not one",
    arguments: [
      ("", "config.json: "), ("[1]", "config.json: "), ("{\"model_type\": 5}", "config.json: model_type: "),
      ("{}", "config.json: the key \"model_type\" is missing"),
      ("{\"model_type\": \"gpt2\"}", "config.json: the key \"vocab_size\" is missing"),
      (
        "{\"model_type\": \"mamba\"}",
        "config.json: model_type is \"mamba\"; expected \"gpt2\" or \"llama\" or \"bert\""
      ),
    ])
  func configuration(_ text: String, _ beginning: String) throws {
    let sentence = try sentence { try $0.write(text, "config.json") }
    #expect(sentence.hasPrefix(beginning), "\(sentence)")
  }

  @Test("another kind of model than the one asked for")
  func otherKind() throws {
    let folder = Reference.folder("bert-bare")
    #expect(
      throws: CheckpointError.modelType(
        file: folder + "/config.json", found: "bert", supported: ["gpt2", "llama", "lectern-gpt"])
    ) { try GPT.load(from: folder) }
    #expect(throws: CheckpointError.self) { try BERT.load(from: Reference.folder("gpt2-tied")) }
    #expect(throws: CheckpointError.self) { try EncoderDecoder.load(from: folder) }
    #expect(throws: CheckpointError.self) { try RecurrentNetwork.load(from: folder) }
    #expect(throws: CheckpointError.self) { try MultilayerPerceptron.load(from: folder) }
  }

  @Test(
    "options that change how a model computes",
    arguments: [
      ("gpt2-tied", "activation_function", "quick_gelu" as any Sendable), ("gpt2-tied", "scale_attn_weights", false),
      ("gpt2-tied", "scale_attn_by_inverse_layer_idx", true), ("gpt2-tied", "add_cross_attention", true),
      ("llama-grouped", "attention_bias", true), ("llama-grouped", "mlp_bias", true),
      ("llama-grouped", "rope_scaling", ["rope_type": "yarn"]), ("llama-grouped", "hidden_act", "mish"),
      ("bert-bare", "position_embedding_type", "relative_key"), ("bert-bare", "is_decoder", true),
      ("bert-masked", "tie_word_embeddings", false), ("llama-tied", "rope_scaling", ["type": "linear"]),
    ])
  func unsupported(_ reference: String, _ key: String, _ value: any Sendable) throws {
    let sentence = try sentence(reference) { try $0.configure(key, value) }
    #expect(sentence.hasPrefix("config.json: \(key)") && sentence.contains("; supported: "), "\(sentence)")
  }

  @Test(
    "sizes that no model can have",
    arguments: [
      ("n_embd", 0, "config.json: channels is 0; it must be from 1 to 2147483647"),
      ("n_embd", -32, "config.json: channels is -32; it must be from 1 to 2147483647"),
      ("n_embd", Int.max, "config.json: channels is \(Int.max); it must be from 1 to 2147483647"),
      ("n_embd", 33, "config.json: channels, 33, cannot be divided by heads, 4"),
      ("n_head", 0, "config.json: heads is 0; it must be from 1 to 2147483647"),
      ("n_head", 5, "config.json: channels, 32, cannot be divided by heads, 5"),
      (
        "n_layer", 1_000_000_000,
        "model.safetensors: the configuration has 1000000000 layers, but there are only 28 tensors; "
          + "do the two files belong together?"
      ),
      (
        "vocab_size", 98,
        "model.safetensors: tensor \"transformer.wte.weight\" has the shape [97, 32]; the model that "
          + "config.json describes needs [98, 32]"
      ),
      (
        "vocab_size", 2_147_483_647,
        "model.safetensors: tensor \"transformer.wte.weight\" has the shape [97, 32]; the model "
          + "that config.json describes needs [2147483647, 32]"
      ),
      (
        "n_embd", 536_870_908,
        "model.safetensors: tensor \"transformer.wte.weight\" has the shape [97, 32]; the model "
          + "that config.json describes needs [97, 536870908]"
      ),
      (
        "n_inner", 64,
        "model.safetensors: tensor \"transformer.h.0.mlp.c_fc.weight\" has the shape [32, 128]; the model "
          + "that config.json describes needs [32, 64]"
      ),
      (
        "n_layer", 1,
        "model.safetensors: tensors \"transformer.h.1.attn.c_attn.bias\", "
          + "\"transformer.h.1.attn.c_attn.weight\", \"transformer.h.1.attn.c_proj.bias\", "
          + "\"transformer.h.1.attn.c_proj.weight\", \"transformer.h.1.ln_1.bias\" and 7 more are not part of the model "
          + "that config.json describes; do the two files belong together?"
      ),
    ])
  func sizes(_ key: String, _ value: Int, _ expected: String) throws {
    #expect(try sentence { try $0.configure(key, value) } == expected)
  }

  @Test(
    "sizes that no model of the other kinds can have",
    arguments: [
      ("llama-grouped", "num_key_value_heads", 3), ("llama-grouped", "head_dim", 7),
      ("bert-bare", "type_vocab_size", 0),
      ("bert-bare", "num_hidden_layers", 3), ("bert-masked", "vocab_size", 82),
      ("bert-bare", "max_position_embeddings", 21),
    ])
  func otherSizes(_ reference: String, _ key: String, _ value: Int) throws {
    let text = try sentence(reference) { try $0.configure(key, value) }
    #expect(text.hasPrefix("config.json: ") || text.hasPrefix("model.safetensors: "), "\(text)")
  }

  @Test(
    "sizes in the layout of our own",
    arguments: [
      ("encoder-decoder", "layers", -1), ("encoder-decoder", "channels", 2_000_000_001), ("gru", "channels", 0),
      ("gru", "layers", 1 << 30), ("gru", "channels", 1 << 30), ("encoder-decoder", "vocabularySize", 1 << 30),
    ])
  func ownSizes(_ reference: String, _ key: String, _ value: Int) throws {
    let text = try sentence(reference) { folder in
      var sizes = try #require(try JSON.file(folder.file("config.json"))["configuration"] as? [String: Any])
      sizes[key] = value
      try folder.configure("configuration", sizes)
    }
    #expect(text.hasPrefix("config.json: ") || text.hasPrefix("model.safetensors: "), "\(text)")
  }

  @Test(
    "a perceptron of no layers, or of sizes that are no sizes", arguments: [[], [3], [5, 0, 7, 3], [5, -1, 7, 3]])
  func perceptronSizes(_ sizes: [Int]) throws {
    let text = try sentence("perceptron") {
      try $0.configure("configuration", ["sizes": sizes, "activation": "tanh"] as [String: Any])
    }
    #expect(text.hasPrefix("config.json: "), "\(text)")
  }

  @Test("a tensor that is missing, and one too many")
  func tensors() throws {
    func changed(_ change: (inout [(name: String, tensor: Tensor)]) -> Void) throws -> String {
      try sentence { folder in
        let file = try SafetensorsFile(path: folder.file("model.safetensors"))
        var tensors = try file.entries.map { (name: $0.name, tensor: try file.tensor($0.name)) }
        change(&tensors)
        try SafetensorsFile.write(tensors, to: folder.file("model.safetensors"))
      }
    }
    #expect(
      try changed { $0.removeAll { $0.name == "transformer.ln_f.bias" } }
        == "model.safetensors: tensor \"transformer.ln_f.bias\" is missing; does config.json belong to this file?")
    #expect(
      try changed { $0.append(("value_head.weight", Tensor.zeros(1, 32))) }
        == "model.safetensors: tensor \"value_head.weight\" is not part of the model that config.json describes; do "
        + "the two files belong together?")
    // What old writers add is no reason to refuse a file.
    #expect(try changed { $0.append(("transformer.h.0.attn.bias", Tensor.zeros(1, 1, 24, 24))) } == "it was read")
    #expect(try changed { $0.append(("lm_head.weight", Tensor.zeros(97, 32))) } == "it was read")
  }

  @Test("weights that are integers")
  func integers() throws {
    let text = try sentence { folder in
      var bytes = try folder.bytes("model.safetensors")
      // One "F32" becomes "I32", which has the same size.
      let place = try #require((0..<bytes.count).first { bytes[$0...].starts(with: Array("\"F32\"".utf8)) })
      bytes[place + 1] = UInt8(ascii: "I")
      try folder.write(bytes, "model.safetensors")
    }
    #expect(text.hasSuffix("has elements of type I32, expected F32, F16 or BF16; convert the file first"), "\(text)")
  }

  @Test("a folder that cannot be made")
  func cannotWrite() throws {
    let folder = try TemporaryFolder()
    try folder.write("", "file")
    let model = MultilayerPerceptron(sizes: [1, 1], seed: 1)
    #expect(throws: CheckpointError.self) { try model.save(to: folder.file("file/model")) }
  }
}
