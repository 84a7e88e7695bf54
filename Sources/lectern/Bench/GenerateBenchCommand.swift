// `lectern bench generate`: how fast a language model writes.
import ArgumentParser
import Foundation
import Generation
import Models
import SystemTools

struct GenerateBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Measures how fast a GPT writes, greedily, one text or several at a time.",
    discussion: """
      With a model, or with random weights: those of GPT-2 with 124 million parameters, if no sizes are given. The time \
      is that of the tokens after the first, whose time is the prompt's. The same work in transformers: \
      Tests/Peers/generate.py.
      """)

  @Option(help: ArgumentHelp("A folder with a GPT, or an installed one.", valueName: "dir"))
  var model: String?

  @OptionGroup var sizes: GPTSizes

  @Option(parsing: .unconditional, help: "The length of the prompt.")
  var promptTokens = 16

  @Option(parsing: .unconditional, help: "How many tokens each text gets.")
  var newTokens = 64

  @Option(parsing: .unconditional, help: "How many texts at a time.")
  var batch = 1

  @Option(parsing: .unconditional, help: "How often it is measured; the median counts.")
  var repetitions = 3

  @OptionGroup var threads: ThreadOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  struct Result: Encodable {
    /// Of all texts together.
    var tokensPerSecond: Double
    /// Beyond what the process had before the model.
    var peakMegabytes: Double
  }

  func validate() throws {
    if model != nil && sizes.areGiven { throw ValidationError("--model has its sizes; leave the other ones out") }
    try Bench.check("--prompt-tokens", promptTokens, 1...1_000_000)
    try Bench.check("--new-tokens", newTokens, 2...1_000_000)
    try Bench.check("--batch", batch, 1...10_000)
    try Bench.check("--repetitions", repetitions, 1...1000)
  }

  func run() throws {
    threads.apply()
    let before = Bench.peakMegabytes
    let gpt = try loadOrMake()
    let (context, vocabulary) = (gpt.configuration.contextLength, gpt.configuration.vocabularySize)
    guard promptTokens + newTokens <= context else {
      throw UsageFailure(
        "\(promptTokens) tokens of the prompt and \(newTokens) new ones do not fit the context of \(context)")
    }
    let prompts = (0..<batch).map { Bench.tokens(promptTokens, vocabulary: vocabulary, seed: $0) }
    let seconds = { (count: Int) in try Bench.seconds { try gpt.generate(from: prompts, count: count) } }
    _ = try seconds(2)
    let times = try (0..<repetitions).map { _ in try seconds(newTokens) - seconds(1) }
    let result = Result(
      tokensPerSecond: Bench.rounded(Double(batch * (newTokens - 1)) / max(Bench.median(times), 1e-9), decimals: 2),
      peakMegabytes: Bench.rounded(Bench.peakMegabytes - before, decimals: 1))
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text: StandardOutput.write("\(result.tokensPerSecond) tokens/s, at most \(result.peakMegabytes) MB\n")
    }
  }

  private func loadOrMake() throws -> GPT {
    guard let model else {
      let configuration = try sizes.configuration(default: .gpt2)
      try Bench.checkMemory(numbers: configuration.approximateParameters, for: "a model of these sizes")
      return GPT(configuration, seed: 1)
    }
    let folder = try ModelFolder.find(model)
    guard case .gpt(let gpt) = try folder.load() else {
      throw UsageFailure("bench generate needs a GPT; \(folder.path) holds \(try folder.type())")
    }
    return gpt
  }
}
