// What can be wrong with a model, and with what it is asked: a sentence, and never a crash.
import Foundation
import Models
import Tensors
import Testing

struct ModelMistakeTests {
  @Test("what the model cannot read is said, with status 2")
  func input() async throws {
    let gpt = try await TemporaryModel.gpt()
    let bert = try TemporaryModel.bert()
    let long = String(repeating: "word ", count: 100)
    let cases: [(arguments: [String], words: [String])] = [
      (["run", gpt.path, "--tokens", "1,300"], ["300", "299"]),
      (["run", gpt.path, "--tokens", "-1"], ["-1"]),
      (["run", gpt.path, "--tokens", "1,x"], ["\"x\"", "whole numbers"]),
      (["run", gpt.path, "--tokens", ","], ["no tokens"]),
      (["run", gpt.path, "--text", long], ["context of 48"]),
      (["run", gpt.path], ["--text", "--tokens"]),
      (["run", gpt.path, "--text", "x", "--tokens", "1"], ["exclude"]),
      (["run", gpt.path, "--tokens", "1,2", "--attention-mask", "1"], ["2 tokens"]),
      (["run", gpt.path, "--tokens", "1,2", "--attention-mask", "1,2"], ["0 and 1"]),
      (["run", gpt.path, "--tokens", "1,2", "--attention-mask", "0,0"], ["padding"]),
      (["run", gpt.path, "--tokens", "1", "--layer", "2"], ["layer 2", "0 to 1"]),
      (["run", gpt.path, "--tokens", "1", "--head", "-1"], ["head -1"]),
      (["run", gpt.path, "--tokens", "1", "--layer", "0", "--format", "json"], ["json"]),
      (["generate", gpt.path, "--text", ""], ["no tokens"]),
      (["generate", gpt.path, "--text", "x", "--count", "0"], ["--count"]),
      (["generate", gpt.path, "--text", "x", "--count", "-5"], ["--count -5"]),
      (["generate", gpt.path, "--text", "x", "--count", "999999999999"], ["--count"]),
      (["generate", gpt.path, "--text", "x", "--temperature", "0"], ["--greedy"]),
      (["generate", gpt.path, "--text", "x", "--top-p", "1.5"], ["--top-p"]),
      (["generate", gpt.path, "--text", "x", "--greedy", "--seed", "1"], ["--greedy"]),
      (["generate", bert.path, "--text", "x"], ["GPT", "bert"]),
      (["embed", gpt.path, "x"], ["bert", "gpt2"]),
      (["embed", bert.path], ["no texts"]),
      (["embed", bert.path, "the", String(repeating: "boat ", count: 20)], ["text 2", "context of 16"]),
      (["info", "/nowhere"], ["/nowhere"]),
      (["info", "README.md"], ["README.md is a file"]),
      (["info", "Lessons"], ["config.json"]),
    ]
    for (arguments, words) in cases {
      let result = try await LecternProcess.run(["model"] + arguments)
      #expect(result.status == 2, "\(arguments): \(result.errors)")
      #expect(words.allSatisfy(result.errors.contains), "\(arguments): \(result.errors)")
    }
  }

  @Test(
    "a broken folder is named, with what is wrong, and status 2",
    arguments: [
      ("config.json", "{", "not valid JSON"), ("config.json", "{\"model_type\":\"mamba\"}", "mamba"),
      ("config.json", "{}", "model_type"), ("model.safetensors", "", "too few"),
      ("model.safetensors", "\u{1}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{7f}", "header"),
      ("tokenizer.json", "{", "tokenizer.json"),
    ])
  func brokenFolder(_ file: String, _ content: String, _ words: String) async throws {
    let gpt = try await TemporaryModel.gpt()
    try gpt.write(file, content)
    let result = try await LecternProcess.run(["model", "run", gpt.path, "--text", "x"])
    #expect(result.status == 2)
    #expect(result.errors.contains(file) && result.errors.contains(words), "\(result.errors)")
    #expect(result.errors.split(separator: "\n").count == 1)
  }

  @Test("weights that are not numbers are status 1, with the place")
  func notNumbers() async throws {
    let gpt = try await TemporaryModel.gpt()
    let model = try GPT.load(from: gpt.path)
    for named in model.parameters where named.name == "norm.scale" {
      named.parameter.assign(named.parameter.value * Float.nan)
    }
    try model.save(to: gpt.path)
    for format in ["json", "text"] {
      let run = try await LecternProcess.run(["model", "run", gpt.path, "--tokens", "1", "--format", format])
      #expect(run.status == 1 && run.output == "", "\(run.output)")
      #expect(run.errors.contains("norm.scale") && run.errors.contains("NaN"), "\(run.errors)")
    }
    let generated = try await LecternProcess.run(["model", "generate", gpt.path, "--tokens", "1"])
    #expect(generated.status == 1 && generated.errors.contains("not finite"), "\(generated.errors)")
    let info = try await LecternProcess.run(["model", "info", gpt.path])
    #expect(info.status == 0 && info.output.contains("NaN"))
  }

  @Test("a full disk under the output is status 3")
  func fullOutput() async throws {
    let gpt = try await TemporaryModel.gpt()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: LecternProcess.binary)
    process.arguments = ["model", "run", gpt.path, "--tokens", "1,2", "--format", "json"]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
  }
}
