// `lectern model info`, `run`, `generate` and `embed` on real folders.
import Foundation
import Generation
import Layers
import Models
import Tensors
import Testing

struct ModelCommandTests {
  private static let references = LecternProcess.root + "/Tests/ModelsTests/References"

  private struct Run: Decodable {
    var model: String
    var tokens: [Int]
    var shape: [Int]
    var logits: [[Float]]?
    var hiddenStates: [[Float]]?
  }

  /// The largest difference; infinite if the shapes differ.
  private func difference(_ rows: [[Float]]?, _ expected: Tensor) -> Float {
    guard let rows, [rows.count, rows.first?.count ?? 0] == expected.shape else { return .infinity }
    return zip(rows.joined(), expected.scalars).map { abs($0 - $1) }.max() ?? .infinity
  }

  // MARK: run

  @Test("run gives the logits of a GPT as the library computes them, a row for each token")
  func logits() async throws {
    let folder = Self.references + "/gpt2-tied"
    let result = try await LecternProcess.run(["model", "run", folder, "--tokens", "5,9,2", "--format", "json"])
    let run = try result.json(Run.self)
    #expect(run.model == "gpt2" && run.tokens == [5, 9, 2] && run.shape == [3, 97])
    #expect(difference(run.logits, try GPT.load(from: folder)([5, 9, 2])) < 1e-5)
  }

  @Test("run gives the hidden states of a BERT; padding is not looked at")
  func hiddenStates() async throws {
    let folder = Self.references + "/bert-bare"
    let arguments = ["model", "run", folder, "--tokens", "5,9,2", "--attention-mask", "1,1,0", "--format", "json"]
    let run = try await LecternProcess.run(arguments).json(Run.self)
    let batch = TokenBatch([[5, 9, 2]], isPresent: [[true, true, false]])
    #expect(run.model == "bert" && run.shape == [3, 32])
    #expect(difference(run.hiddenStates, try BERT.load(from: folder)(batch)[0]) < 1e-5)
  }

  @Test("a text gets the special tokens of its tokenizer")
  func text() async throws {
    let bert = try TemporaryModel.bert()
    let run = try await LecternProcess.run(
      ["model", "run", bert.path, "--text", "the ferrys", "--format", "json"]
    ).json(Run.self)
    #expect(run.tokens == [2, 5, 6, 10, 3])
  }

  @Test("as text run draws the next tokens, and attention where it is asked for, in the width and in ASCII")
  func pictures() async throws {
    let gpt = try await TemporaryModel.gpt()
    let arguments = ["model", "run", gpt.path, "--text", "the ferry leaves"]
    let plain = try await LecternProcess.run(arguments)
    #expect(plain.output.contains("next token") && plain.output.contains("%"))
    #expect(!plain.output.contains("attention"))
    let drawn = try await LecternProcess.run(arguments + ["--layer", "0", "--head", "1", "--width", "50", "--ascii"])
    #expect(drawn.output.contains("blocks.0.attention.pat") && drawn.output.contains("_ferry"))
    #expect(drawn.output.utf8.allSatisfy { $0 == 0x0a || (0x20...0x7e).contains($0) })
    #expect(drawn.output.split(separator: "\n").allSatisfy { $0.count <= 50 })
  }

  @Test("on a terminal run draws attention unasked")
  func terminal() async throws {
    let gpt = try await TemporaryModel.gpt()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
    process.arguments = [
      "-qec", "stty cols 80; exec '\(LecternProcess.binary)' model run '\(gpt.path)' --tokens 1,2,3", "/dev/null",
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let screen = String(
      decoding: await Task.detached { output.fileHandleForReading.readDataToEndOfFile() }.value, as: UTF8.self)
    process.waitUntilExit()
    #expect(screen.contains("blocks.1.attention.pattern") && screen.contains("head 1"), "\(screen)")
  }

  @Test("a BERT with a head for it says what stands behind a mask")
  func masked() async throws {
    let bert = try TemporaryModel.bert()
    let result = try await LecternProcess.run(["model", "run", bert.path, "--text", "the [MASK] leaves"])
    #expect(result.output.contains("hiddenStates") && result.output.contains("[MASK] at 2"), "\(result.output)")
  }

  // MARK: info

  @Test("info counts all parameters, and each in one part")
  func info() async throws {
    struct Info: Decodable {
      struct Part: Decodable { var name: String, parameters: Int }
      struct Sizes: Decodable { var layers: Int, heads: Int, channels: Int, contextLength: Int, vocabulary: Int }
      struct TokenizerSummary: Decodable { var kind: String, vocabulary: Int }
      struct Activation: Decodable { var name: String, shape: String }
      var model: String, parameters: Int, parts: [Part], sizes: Sizes, tokenizer: TokenizerSummary
      var activations: [Activation]
    }
    let gpt = try await TemporaryModel.gpt()
    let info = try await LecternProcess.run(["model", "info", gpt.path, "--format", "json"]).json(Info.self)
    let model = try GPT.load(from: gpt.path)
    #expect(info.model == "gpt2" && info.parameters == model.parameterCount)
    #expect(info.parts.reduce(0) { $0 + $1.parameters } == info.parameters)
    #expect(info.parts.contains { $0.name == "blocks.N.attention" })
    #expect(info.sizes.layers == 2 && info.sizes.contextLength == 48 && info.sizes.vocabulary == 300)
    #expect(info.tokenizer.kind == "byte-level BPE" && info.tokenizer.vocabulary == 300)
    #expect(info.activations.map(\.name) == model.activationPoints.map(\.name))
    let text = try await LecternProcess.run(["model", "info", gpt.path, "--width", "60"])
    #expect(text.output.contains("blocks.N.attention.pattern") && text.output.contains("model.safetensors"))
  }

  // MARK: generate

  private struct Generated: Decodable {
    var tokens: [Int]
    var text: String?
  }

  @Test("generate gives the tokens that the library chooses, and their text")
  func generate() async throws {
    let gpt = try await TemporaryModel.gpt()
    let model = try GPT.load(from: gpt.path)
    let ids = ["--tokens", "5,9,2", "--count", "12"]
    let cases: [(options: [String], sampling: Sampling, penalty: Float, seed: Int)] = [
      (["--greedy"], .greedy, 1, 0), ([], .greedy, 1, 0), (["--repetition-penalty", "1.4"], .greedy, 1.4, 0),
      (["--temperature", "0.7", "--seed", "9"], .temperature(0.7), 1, 9), (["--top-k", "5"], .topK(5), 1, 0),
      (["--top-p", "0.8", "--temperature", "2"], .topP(0.8, temperature: 2), 1, 0),
      (["--top-k", "20", "--top-p", "0.5", "--seed", "1"], .topKThenTopP(20, 0.5), 1, 1),
    ]
    for (options, sampling, penalty, seed) in cases {
      let result = try await LecternProcess.run(
        ["model", "generate", gpt.path, "--format", "json"] + ids + options)
      let generated = try result.json(Generated.self)
      let expected = try model.generate(
        from: [5, 9, 2], sampling: sampling, count: 12, repetitionPenalty: penalty, seed: seed)
      #expect(generated.tokens == expected, "\(options)")
      let text = try await LecternProcess.run(
        ["tokenizer", "decode", "--tokenizer", gpt.path] + generated.tokens.map(String.init))
      #expect(generated.text == text.output, "\(options)")
    }
  }

  @Test("as text generate writes the same text, and ends where it is told to")
  func generateText() async throws {
    let gpt = try await TemporaryModel.gpt()
    let arguments = ["model", "generate", gpt.path, "--text", "the ferry", "--count", "40", "--seed", "2"]
    let generated = try await LecternProcess.run(arguments + ["--format", "json"]).json(Generated.self)
    let whole = try #require(generated.text)
    #expect(try await LecternProcess.run(arguments).output == whole + "\n")
    let stop = String(try #require(whole.dropFirst(10).first { $0.isASCII && $0.isLetter }))
    let stopped = try await LecternProcess.run(arguments + ["--stop", stop, "--format", "json"]).json(Generated.self)
    let text = try #require(stopped.text)
    #expect(text.contains(stop) && whole.hasPrefix(text) && stopped.tokens.count < generated.tokens.count)
  }

  @Test("a text ends at the token that the configuration says ends texts")
  func endToken() async throws {
    let gpt = try await TemporaryModel.gpt()
    let arguments = ["model", "generate", gpt.path, "--tokens", "5,9,2", "--count", "12", "--format", "json"]
    let whole = try await LecternProcess.run(arguments).json(Generated.self).tokens
    try gpt.write("generation_config.json", "{\"eos_token_id\": [\(whole[3]), 100000]}")
    let cut = try await LecternProcess.run(arguments).json(Generated.self).tokens
    #expect(cut == Array(whole[...(try #require(whole.firstIndex(of: whole[3])))]))
  }

  @Test("without a tokenizer, tokens are read and written as numbers")
  func noTokenizer() async throws {
    let folder = Self.references + "/gpt2-tied"
    let result = try await LecternProcess.run(["model", "generate", folder, "--tokens", "1", "--count", "3"])
    #expect(result.status == 0 && result.output.split(separator: " ").count == 3, "\(result.output)")
    let refused = try await LecternProcess.run(["model", "generate", folder, "--text", "x"])
    #expect(refused.status == 2 && refused.errors.contains("--tokens"), "\(refused.errors)")
  }

  // MARK: embed

  private struct Embedded: Decodable { var embeddings: [[Float]] }

  @Test("embed gives vectors of length 1 in the order of the texts, whether they are arguments or lines")
  func embed() async throws {
    let bert = try TemporaryModel.bert()
    let texts = ["the ferry leaves at nine", "boat", "", "the boats"]
    let arguments = ["model", "embed", bert.path, "--format", "json"]
    let vectors = try await LecternProcess.run(arguments + texts).json(Embedded.self).embeddings
    #expect(vectors.map(\.count) == [16, 16, 16, 16])
    #expect(vectors.allSatisfy { abs($0.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5 })
    let ids = [[2, 5, 6, 7, 8, 9, 3], [2, 11, 3], [2, 3], [2, 5, 11, 10, 3]]
    for (row, ids) in ids.enumerated() {
      let expected = try BERT.load(from: bert.path).embed(TokenBatch([ids]))
      #expect(difference([vectors[row]], expected) < 1e-5, "text \(row)")
    }
    let lines = try await LecternProcess.run(arguments, input: texts.joined(separator: "\n")).json(Embedded.self)
    #expect(lines.embeddings == vectors)
  }

  @Test("as text embed says how near the texts are to each other")
  func cosines() async throws {
    let bert = try TemporaryModel.bert()
    let few = try await LecternProcess.run(["model", "embed", bert.path, "the ferry", "the boat", "the ferry"])
    #expect(few.output.contains("cosines") && few.output.contains("1.000"), "\(few.output)")
    let texts = (0..<20).map { $0 % 2 == 0 ? "the ferry" : "nine at" }
    let many = try await LecternProcess.run(["model", "embed", bert.path, "--ascii"] + texts)
    #expect(many.output.contains("nearest"), "\(many.output)")
    #expect(many.output.utf8.allSatisfy { $0 == 0x0a || (0x20...0x7e).contains($0) })
  }
}
