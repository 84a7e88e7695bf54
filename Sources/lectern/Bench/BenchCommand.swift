// `lectern bench`: measures this machine. The only place where speed is judged; tests never are timed.
import ArgumentParser
import Foundation
import LessonDocuments
import StepExecution
import SystemTools

struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench", abstract: "Measures this machine.",
    discussion: """
      train, generate, embed and tokenize have peers in Tests/Peers that do the same work in PyTorch, transformers and \
      tokenizers, with the same options: run both, one after the other, to see the ratio on your machine.
      """,
    subcommands: [
      TrainBenchCommand.self, GenerateBenchCommand.self, EmbedBenchCommand.self, TokenizeBenchCommand.self,
      StepBenchCommand.self, DocumentsBenchCommand.self,
    ])
}

struct StepBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step", abstract: "Measures how long a step takes to compile, link, load and run.")

  @Option(help: "text or json.")
  var format = ListFormat.text

  @Option(help: "How often each figure is measured; the median counts.")
  var repetitions = 9

  func validate() throws {
    if !(1...1000).contains(repetitions) { throw ValidationError("--repetitions must be 1 to 1000") }
  }

  func run() throws {
    let result = try StepBench(environment: .find(), repetitions: repetitions).measure()
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text:
      let row = { (name: String, value: Double) in
        StandardOutput.write(name.padding(toLength: 58, withPad: " ", startingAt: 0) + Self.seconds(value) + "\n")
      }
      row("small step, compiled, linked and run", result.coldSeconds)
      row("small step from the cache", result.cachedSeconds)
      row("ten-step lesson from the cache, whole process", result.tenStepLessonSeconds)
      row("re-running a step above 500 MB of state, over without", result.rerunOverheadSeconds)
      row("1,000,000 loop values logged, over not logging them", result.millionValuesSeconds)
    }
  }

  private static func seconds(_ value: Double) -> String {
    let text = "\((value * 10_000).rounded() / 10_000)"
    return text + " s"
  }
}
