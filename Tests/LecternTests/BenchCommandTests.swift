// `lectern bench train`, `generate` and `embed`: that they measure something. How much is nobody's test.
import Foundation
import Testing

struct BenchCommandTests {
  private static let references = LecternProcess.root + "/Tests/ModelsTests/References"

  private func measure(_ arguments: [String]) async throws -> [String: Double] {
    let result = try await LecternProcess.run(["bench"] + arguments + ["--format", "json"])
    #expect(result.status == 0, "\(result.errors)")
    return try result.json([String: Double].self)
  }

  @Test("train tells the time of a step, tokens a second and memory")
  func train() async throws {
    let sizes = ["--layers", "1", "--heads", "2", "--channels", "16", "--context", "8", "--vocabulary", "20"]
    let measured = try await measure(["train"] + sizes + ["--batch", "3", "--steps", "4", "--threads", "1"])
    #expect(measured.keys.sorted() == ["millisecondsPerStep", "peakMegabytes", "tokensPerSecond"])
    let perSecond = 3 * 8 * 1000 / (measured["millisecondsPerStep"] ?? 0)
    #expect(abs((measured["tokensPerSecond"] ?? 0) / perSecond - 1) < 0.05)
    #expect(measured.values.allSatisfy { $0 > 0 })
  }

  @Test("generate and embed take a folder, or make a model")
  func others() async throws {
    let few = ["--prompt-tokens", "3", "--new-tokens", "4", "--repetitions", "1"]
    let sizes = ["--layers", "1", "--heads", "2", "--channels", "16", "--context", "8", "--vocabulary", "20"]
    for model in [["--model", Self.references + "/gpt2-tied"], sizes] {
      let measured = try await measure(["generate"] + model + few)
      #expect(measured.keys.sorted() == ["peakMegabytes", "tokensPerSecond"])
      #expect((measured["tokensPerSecond"] ?? 0) > 0)
    }
    let embedded = try await measure([
      "embed", "--model", Self.references + "/bert-bare", "--tokens", "6", "--sentences", "2",
    ])
    #expect(embedded.keys.sorted() == ["peakMegabytes", "sentencesPerSecond"])
    #expect((embedded["sentencesPerSecond"] ?? 0) > 0)
  }

  @Test("what cannot be measured is said, with status 2")
  func mistakes() async throws {
    let cases: [(arguments: [String], words: String)] = [
      (["train", "--layers", "0"], "layers is 0"), (["train", "--channels", "130"], "divided"),
      (["train", "--channels", "1000000"], "GB of memory"), (["train", "--steps", "0"], "--steps"),
      (["train", "--layers", "2147483647", "--channels", "2147483647", "--heads", "1"], "hiddenChannels"),
      (["train", "--threads", "-1"], "--threads"), (["generate", "--model", "/nowhere"], "/nowhere"),
      (["generate", "--model", Self.references + "/gpt2-tied", "--layers", "2"], "--model"),
      (["generate", "--model", Self.references + "/bert-bare"], "bert"),
      (["generate", "--context", "8", "--new-tokens", "20"], "context of 8"),
      (["embed", "--model", Self.references + "/gpt2-tied"], "gpt2"), (["embed", "--tokens", "600"], "512"),
      (["embed", "--sentences", "0"], "--sentences"),
    ]
    for (arguments, words) in cases {
      let result = try await LecternProcess.run(["bench"] + arguments)
      #expect(result.status == 2 && result.errors.contains(words), "\(arguments): \(result.errors)")
    }
  }
}
