// `lectern bench tokenize`: how fast a tokenizer encodes a file.
import ArgumentParser
import Foundation
import StepExecution
import SystemTools
import Tokenizers

struct TokenizeBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tokenize", abstract: "Measures how fast a tokenizer encodes a file, on one thread.")

  @OptionGroup var argument: TokenizerArgument

  @Option(help: "A text file in UTF-8.")
  var file: String

  @Option(help: "text or json.")
  var format = ListFormat.text

  @Option(help: "How often it is measured; the median counts.")
  var repetitions = 5

  struct Result: Encodable {
    var megabytesPerSecond: Double
    var tokens: Int
  }

  func validate() throws {
    if !(1...1000).contains(repetitions) { throw ValidationError("--repetitions must be 1 to 1000") }
  }

  func run() throws {
    let tokenizer = try argument.load()
    let text = try TextInput.file(file)
    var tokens = 0
    let seconds = (0..<repetitions).map { _ in
      let start = ContinuousClock.now
      tokens = tokenizer.encode(text).count
      return (ContinuousClock.now - start).seconds
    }.sorted()[repetitions / 2]
    let result = Result(megabytesPerSecond: Double(text.utf8.count) / 1e6 / max(seconds, 1e-9), tokens: tokens)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text:
      let rate = (result.megabytesPerSecond * 10).rounded() / 10
      StandardOutput.write("\(rate) MB/s, \(result.tokens) tokens\n")
    }
  }
}
