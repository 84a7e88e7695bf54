import Layers
import Models
import Tensors
import Testing

/// LoRA: beside the weights, merged into them, and in PEFT's files.
struct AdapterTests {
  @Test("a GPT with PEFT's adapters computes what PEFT computes, beside the weights and merged")
  func gptFromPEFT() throws {
    let reference = try Reference("gpt2-lora")
    let base = try GPT.load(from: Reference.folder("gpt2-tied"))
    let tokens = TokenBatch(try reference.rows("tokens"))
    var adapted = base
    try adapted.loadAdapters(from: reference.folder)
    expect(adapted(tokens), isCloseTo: try reference.tensor("adapted"), "adapted:")
    expect(base(tokens), isCloseTo: try reference.tensor("base"), "the base, which has no adapters:")
    adapted.mergeAdapters()
    #expect(adapted.adapterParameters.isEmpty)
    expect(adapted(tokens), isCloseTo: try reference.tensor("merged"), "merged:")
    expect(base(tokens), isCloseTo: try reference.tensor("base"), "the base after merging:")
  }

  @Test("a BERT with PEFT's adapters, scaled by the root of the rank, computes what PEFT computes")
  func bertFromPEFT() throws {
    let reference = try Reference("bert-lora")
    var model = try BERT.load(from: Reference.folder("bert-classifier"))
    try model.loadAdapters(from: reference.folder)
    let tokens = TokenBatch(try reference.rows("tokens"))
    expect(model.classLogits(tokens), isCloseTo: try reference.tensor("adapted"), "adapted:")
    model.mergeAdapters()
    expect(model.classLogits(tokens), isCloseTo: try reference.tensor("merged"), "merged:")
    model.removeAdapters()
  }

  @Test("saved adapters have PEFT's names, shapes and settings", arguments: ["gpt2-lora", "bert-lora"])
  func written(_ name: String) throws {
    let folder = try TemporaryFolder()
    var model: any Model =
      name == "gpt2-lora"
      ? try GPT.load(from: Reference.folder("gpt2-tied")) : try BERT.load(from: Reference.folder("bert-classifier"))
    try model.loadAdapters(from: Reference.folder(name))
    try model.saveAdapters(to: folder.path)
    let theirs = try SafetensorsFile(path: Reference.folder(name) + "/adapter_model.safetensors")
    let ours = try SafetensorsFile(path: folder.file("adapter_model.safetensors"))
    #expect(ours.entries.map(\.name).sorted() == theirs.entries.map(\.name).sorted())
    for entry in theirs.entries { #expect(try ours.tensor(entry.name) == theirs.tensor(entry.name), "\(entry.name)") }
    let settings = try [folder.path, Reference.folder(name)].map { try JSON.file("\($0)/adapter_config.json") }
    for key in [
      "peft_type", "r", "lora_alpha", "lora_dropout", "use_rslora", "fan_in_fan_out", "bias", "target_modules",
    ] {
      #expect(settings[0][key] == settings[1][key], "\(key)")
    }
  }

  private static let configuration = GPTConfiguration(
    vocabularySize: 19, contextLength: 16, layers: 2, heads: 2, channels: 12, isTied: false)

  @Test("new adapters change nothing at first, and only they are learnt")
  func fresh() throws {
    let base = GPT.lively(Self.configuration, seed: 1)
    var adapted = base
    try adapted.addAdapters(LoRA(rank: 2), seed: 1)
    #expect(adapted([1, 2, 3]) == base([1, 2, 3]))
    // Four layers in each of two blocks, each with two matrices; the output layer has none.
    #expect(adapted.adapterParameters.count == 16)
    #expect(adapted.trainableParameterCount == adapted.adapterParameters.reduce(0) { $0 + $1.parameter.value.count })
    #expect(adapted.trainableParameterCount == 2 * 2 * ((12 + 36) + (12 + 12) + (12 + 48) + (48 + 12)))
  }

  @Test("saved and loaded again, adapters compute the same to the last bit", arguments: [false, true])
  func roundTrip(isLlama: Bool) throws {
    let configuration =
      isLlama
      ? GPTConfiguration.llama(
        vocabularySize: 19, contextLength: 16, layers: 2, heads: 4, keyValueHeads: 2, channels: 16, hiddenChannels: 24)
      : Self.configuration
    let folder = try TemporaryFolder()
    let base = GPT.lively(configuration, seed: 1)
    var adapted = base
    try adapted.addAdapters(LoRA(rank: 2, alpha: 5, targets: ["attention.output", "head"]), seed: 2)
    var random = SeededRandom(seed: 3)
    for named in adapted.adapterParameters {
      named.parameter.assign(.randomNormal(named.parameter.value.shape, using: &random))
    }
    #expect(adapted([1, 2, 3]) != base([1, 2, 3]))
    try adapted.saveAdapters(to: folder.path)
    var loaded = base
    try loaded.loadAdapters(from: folder.path)
    #expect(loaded([1, 2, 3]) == adapted([1, 2, 3]))
    #expect(loaded.adapterParameters.map(\.name) == adapted.adapterParameters.map(\.name))
  }

  @Test("dropout of an adapter acts inside its scope only")
  func dropout() throws {
    var model = GPT.lively(Self.configuration, seed: 1)
    try model.addAdapters(LoRA(rank: 2, dropout: 0.5), seed: 2)
    for named in model.adapterParameters { named.parameter.assign(.ones(named.parameter.value.shape)) }
    let plain = model([1, 2, 3])
    #expect(model.withDropout(seed: 1) { model([1, 2, 3]) } != plain)
    #expect(model([1, 2, 3]) == plain)
  }

  @Test("a target that no layer has, and impossible settings, are refused with a sentence")
  func mistakes() throws {
    var model = GPT(Self.configuration, seed: 1)
    let error = #expect(throws: LoRAError.self) { try model.addAdapters(LoRA(targets: ["q_proj"]), seed: 1) }
    #expect(
      error?.description.hasPrefix(
        "LoRA: no linear layer's name ends with \"q_proj\"; there are blocks.0.attention.queriesKeysValues") == true)
    #expect(throws: LoRAError.impossibleRank(0)) { try model.addAdapters(LoRA(rank: 0), seed: 1) }
    #expect(throws: LoRAError.impossibleDropout(1)) { try model.addAdapters(LoRA(dropout: 1), seed: 1) }
    #expect(model.trainableParameterCount == model.parameterCount)
    let folder = try TemporaryFolder()
    #expect(throws: CheckpointError.hasNoAdapters) { try model.saveAdapters(to: folder.path) }
    try model.addAdapters(LoRA(), seed: 1)
    #expect(throws: CheckpointError.hasAdapters) { try model.save(to: folder.path) }
  }

  @Test("adapters of another model, or of a kind that is not read, are refused and leave the model as it was")
  func damaged() throws {
    var model = try GPT.load(from: Reference.folder("gpt2-untied"))
    let before = model([1, 2])
    let file = Reference.folder("gpt2-lora") + "/adapter_model.safetensors"
    #expect(
      throws: CheckpointError.wrongShape(
        file: file, tensor: "base_model.model.transformer.h.0.attn.c_attn.lora_A.weight", expected: [3, 24],
        found: [3, 32])
    ) { try model.loadAdapters(from: Reference.folder("gpt2-lora")) }
    #expect(throws: CheckpointError.self) { try model.loadAdapters(from: Reference.folder("bert-lora")) }
    #expect(model([1, 2]) == before && model.trainableParameterCount == model.parameterCount)

    let folder = try TemporaryFolder.copy(of: "gpt2-lora")
    for change in [
      "\"peft_type\": \"IA3\"", "\"bias\": \"all\"", "\"use_dora\": true", "\"modules_to_save\": [\"lm_head\"]",
      "\"rank_pattern\": {\"c_fc\": 8}", "\"alpha_pattern\": {\"c_fc\": 8}",
    ] {
      try folder.write("{\"r\": 3, \"lora_alpha\": 12, \(change)}", "adapter_config.json")
      let error = #expect(throws: CheckpointError.self, "\(change)") { try model.loadAdapters(from: folder.path) }
      guard case .unsupported = error else {
        Issue.record("\(change): \(String(describing: error))")
        continue
      }
    }
  }
}
