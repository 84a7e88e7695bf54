// What `bench train`, `generate` and `embed` have in common: sizes of a model, threads, memory, medians.
import ArgumentParser
import Foundation
import Models
import SystemTools
import Tensors

/// The sizes of a GPT with random weights.
struct GPTSizes: ParsableArguments {
  @Option(parsing: .unconditional) var layers: Int?
  @Option(parsing: .unconditional) var heads: Int?
  @Option(parsing: .unconditional, help: "The size of the residual.")
  var channels: Int?
  @Option(parsing: .unconditional, help: "The most tokens it can see at once.")
  var context: Int?
  @Option(parsing: .unconditional) var vocabulary: Int?

  var areGiven: Bool { [layers, heads, channels, context, vocabulary].contains { $0 != nil } }

  /// Throws for sizes that no model can have.
  func configuration(default sizes: GPTConfiguration) throws -> GPTConfiguration {
    let configuration = GPTConfiguration(
      vocabularySize: vocabulary ?? sizes.vocabularySize, contextLength: context ?? sizes.contextLength,
      layers: layers ?? sizes.layers, heads: heads ?? sizes.heads, channels: channels ?? sizes.channels)
    try configuration.check()
    return configuration
  }
}

extension GPTConfiguration {
  /// About how many parameters the model has: embeddings, and matrices of the blocks.
  var approximateParameters: Double {
    let (channels, layers) = (Double(channels), Double(layers))
    return Double(vocabularySize + contextLength) * channels + layers * (12 * channels * channels + 13 * channels)
  }
}

/// `--threads`
struct ThreadOption: ParsableArguments {
  @Option(parsing: .unconditional, help: "How many threads compute. (default: as many as there are processors)")
  var threads: Int?

  func validate() throws {
    if let threads, !(1...256).contains(threads) {
      throw ValidationError("--threads \(threads) is out of range: 1 to 256")
    }
  }

  /// To be called before anything is computed: the library makes its threads once.
  func apply() {
    if let threads { setenv("LECTERN_THREADS", "\(threads)", 1) }
  }
}

enum Bench {
  /// Throws unless the machine has so much memory.
  static func checkMemory(numbers: Double, for what: String) throws {
    let (needed, there) = (numbers * 4, Double(ProcessInfo.processInfo.physicalMemory))
    guard needed < there else {
      throw UsageFailure(
        "\(what) needs about \(Int((needed / 1e9).rounded(.up))) GB of memory, and this machine has "
          + "\(Int(there / 1e9)) GB; choose smaller sizes")
    }
  }

  static func check(_ option: String, _ value: Int, _ range: ClosedRange<Int>) throws {
    if !range.contains(value) {
      throw ValidationError("\(option) \(value) is out of range: \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// The most memory that this process has had resident so far.
  static var peakMegabytes: Double {
    // Not getrusage, which goes on counting what the parent had before this program was started.
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return Double(line?.split(whereSeparator: \.isWhitespace).dropFirst().first ?? "").map { $0 / 1024 } ?? 0
  }

  static func seconds(_ body: () throws -> Void) rethrows -> Double {
    let start = ContinuousClock.now
    try body()
    return (ContinuousClock.now - start).seconds
  }

  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

  static func rounded(_ value: Double, decimals: Int) -> Double {
    let power = pow(10, Double(decimals))
    return (value * power).rounded() / power
  }

  /// Random token ids: the work does not depend on which they are.
  static func tokens(_ count: Int, vocabulary: Int, seed: Int) -> [Int] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in Int.random(in: 0..<vocabulary, using: &random) }
  }
}
