// `lectern bench train`: how long a whole training step takes.
import ArgumentParser
import Foundation
import Layers
import Models
import StepExecution
import StepRecords
import SystemTools
import Training

struct TrainBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Measures training steps of a GPT: forward, backward, clipping, AdamW.",
    discussion: "The same work in PyTorch: Tests/Peers/train.py, with the same options.")

  @OptionGroup var sizes: GPTSizes

  @Option(parsing: .unconditional, help: "How many sequences make a step.")
  var batch = 12

  @Option(
    parsing: .unconditional, help: "How many steps are measured, after a tenth as many to warm up; the median counts.")
  var steps = 50

  @OptionGroup var threads: ThreadOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  struct Result: Encodable {
    var millisecondsPerStep: Double
    var tokensPerSecond: Double
    /// Beyond what the process had before the model.
    var peakMegabytes: Double
  }

  /// The sizes that LIBRARY calls tiny.
  private static let tiny = GPTConfiguration(
    vocabularySize: 65, contextLength: 64, layers: 4, heads: 4, channels: 128)

  func validate() throws {
    try Bench.check("--batch", batch, 1...100_000)
    try Bench.check("--steps", steps, 1...1_000_000)
  }

  func run() throws {
    let configuration = try sizes.configuration(default: Self.tiny)
    // Values, gradients and two means of each; and of each token what the backward pass needs.
    let perToken = Double(configuration.layers) * (16 * Double(configuration.channels) + Double(configuration.heads))
    try Bench.checkMemory(
      numbers: 4 * configuration.approximateParameters
        + Double(batch * configuration.contextLength) * (perToken + 2 * Double(configuration.vocabularySize)),
      for: "training a model of these sizes")
    threads.apply()
    let before = Bench.peakMegabytes
    let model = GPT(configuration, seed: 1)
    var trainer = Trainer(model, optimizer: AdamW(learningRate: 3e-4))
    var progress = ProgressDisplay(options: drawing.text(isTerminal: StandardError.isTerminal))
    let start = ContinuousClock.now
    let warmUp = max(2, steps / 10)
    let times = try (0..<warmUp + steps).map { step in
      let seconds = try Bench.seconds { try trainer.step(on: [makeBatch(configuration, number: step)]) }
      progress.show(
        ProgressRecord(
          done: step + 1, total: warmUp + steps, metrics: [:], seconds: (ContinuousClock.now - start).seconds),
        name: "steps")
      return seconds
    }
    let seconds = Bench.median(Array(times[warmUp...]))
    let tokens = Double(batch * configuration.contextLength)
    let result = Result(
      millisecondsPerStep: Bench.rounded(seconds * 1000, decimals: 3),
      tokensPerSecond: Bench.rounded(tokens / seconds, decimals: 1),
      peakMegabytes: Bench.rounded(Bench.peakMegabytes - before, decimals: 1))
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text:
      StandardOutput.write(
        "\(result.millisecondsPerStep) ms a step, \(result.tokensPerSecond) tokens/s, at most "
          + "\(result.peakMegabytes) MB (\(model.parameterCount) parameters)\n")
    }
  }

  private func makeBatch(_ configuration: GPTConfiguration, number: Int) -> TextBatch {
    let time = configuration.contextLength
    let tokens = (0..<batch).map { row in
      Bench.tokens(time + 1, vocabulary: configuration.vocabularySize, seed: number * batch + row)
    }
    return TextBatch(
      tokens: TokenBatch(tokens.map { Array($0.dropLast()) }), targets: tokens.map { Array($0.dropFirst()) })
  }
}
