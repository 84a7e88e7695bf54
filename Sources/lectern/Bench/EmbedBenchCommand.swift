// `lectern bench embed`: how fast an encoder makes vectors of sentences.
import ArgumentParser
import Foundation
import Layers
import Models
import SystemTools
import Tensors

struct EmbedBenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "embed", abstract: "Measures how fast an encoder embeds sentences, 32 of 24 tokens a batch.",
    discussion: """
      With a model, or with random weights of the sizes of all-MiniLM-L6-v2. The same work in transformers: \
      Tests/Peers/embed.py.
      """)

  @Option(help: ArgumentHelp("A folder with a BERT, or an installed one.", valueName: "dir"))
  var model: String?

  @Option(parsing: .unconditional, help: "How many sentences make a batch.")
  var sentences = 32

  @Option(parsing: .unconditional, help: "The length of each sentence.")
  var tokens = 24

  @Option(parsing: .unconditional, help: "How often it is measured; the median counts.")
  var repetitions = 20

  @OptionGroup var threads: ThreadOption

  @Option(help: "text or json.")
  var format = ListFormat.text

  struct Result: Encodable {
    var sentencesPerSecond: Double
    /// Beyond what the process had before the model.
    var peakMegabytes: Double
  }

  private static let miniLM = BERTConfiguration(
    vocabularySize: 30_522, layers: 6, heads: 12, channels: 384, hiddenChannels: 1536)

  func validate() throws {
    try Bench.check("--sentences", sentences, 1...100_000)
    try Bench.check("--tokens", tokens, 1...100_000)
    try Bench.check("--repetitions", repetitions, 1...10_000)
  }

  func run() throws {
    threads.apply()
    let before = Bench.peakMegabytes
    let bert = try loadOrMake()
    let configuration = bert.configuration
    let batch = TokenBatch(
      (0..<sentences).map { Bench.tokens(tokens, vocabulary: configuration.vocabularySize, seed: $0) })
    try bert.check(batch)
    try Bench.checkMemory(
      numbers: Double(sentences * tokens) * Double(8 * configuration.channels + configuration.hiddenChannels),
      for: "a batch of that size")
    let seconds = { Bench.seconds { Tensor.withoutGradients { _ = bert.embed(batch) } } }
    _ = seconds()
    let median = Bench.median((0..<repetitions).map { _ in seconds() })
    let result = Result(
      sentencesPerSecond: Bench.rounded(Double(sentences) / max(median, 1e-9), decimals: 1),
      peakMegabytes: Bench.rounded(Bench.peakMegabytes - before, decimals: 1))
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(result))
    case .text: StandardOutput.write("\(result.sentencesPerSecond) sentences/s, at most \(result.peakMegabytes) MB\n")
    }
  }

  private func loadOrMake() throws -> BERT {
    guard let model else { return BERT(Self.miniLM, seed: 1) }
    let folder = try ModelFolder.find(model)
    guard case .bert(let bert) = try folder.load() else {
      throw UsageFailure("bench embed needs an encoder (bert); \(folder.path) holds \(try folder.type())")
    }
    return bert
  }
}
