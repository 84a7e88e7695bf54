// `lectern model generate`: a language model goes on with a text.
import ArgumentParser
import Foundation
import Generation
import LessonDocuments
import Models
import Rendering
import TextModels
import Tokenizers

struct ModelGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Lets a language model go on with a text.",
    discussion: """
      Greedy unless --temperature, --top-k or --top-p ask for a draw. The same arguments give the same text; another \
      --seed gives another. A text ends before --count tokens at a token that the model's configuration says ends \
      texts.
      """)

  @OptionGroup var model: ModelArgument

  @OptionGroup var input: TokenInput

  @Option(parsing: .unconditional, help: "How many new tokens, at most.")
  var count = 40

  @Flag(help: "Always takes the likeliest token.")
  var greedy = false

  @Option(parsing: .unconditional, help: "Draws; below 1 likely tokens gain, above 1 unlikely ones do.")
  var temperature: Float?

  @Option(parsing: .unconditional, help: "Draws from the K likeliest tokens only.")
  var topK: Int?

  @Option(parsing: .unconditional, help: "Draws from the likeliest tokens that have the probability P together.")
  var topP: Float?

  @Option(parsing: .unconditional, help: "Of the draw. (default: 0)")
  var seed: Int?

  @Option(parsing: .unconditional, help: "Above 1: tokens that were there before become less likely.")
  var repetitionPenalty: Float = 1

  @Option(parsing: .unconditionalSingleValue, help: "Ends the text where it says this.")
  var stop: [String] = []

  @Option(help: "text (written as it comes) or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  private static let most = 1_000_000

  func validate() throws {
    if !(1...Self.most).contains(count) { throw ValidationError("--count \(count) is out of range: 1 to \(Self.most)") }
    if greedy, temperature != nil || topK != nil || topP != nil || seed != nil {
      throw ValidationError("--greedy excludes --temperature, --top-k, --top-p and --seed, which are for drawing")
    }
    if let temperature, !(temperature > 0 && temperature.isFinite) {
      throw ValidationError("--temperature \(temperature) is out of range: above 0; --greedy takes the likeliest token")
    }
    if let topK, topK < 1 { throw ValidationError("--top-k \(topK) is out of range: 1 or more") }
    if let topP, !(topP > 0 && topP <= 1) {
      throw ValidationError("--top-p \(topP) is out of range: above 0, at most 1")
    }
    if !(repetitionPenalty > 0 && repetitionPenalty.isFinite) {
      throw ValidationError("--repetition-penalty \(repetitionPenalty) is out of range: above 0")
    }
    if stop.contains("") { throw ValidationError("--stop needs a text that is not empty") }
  }

  private struct Result: Encodable {
    var tokens: [Int]
    /// Nil without a tokenizer.
    var text: String?
  }

  func run() throws {
    let folder = try model.folder()
    let prompt = try input.ids(folder)
    let tokenizer = try folder.tokenizerIfThere()
    guard stop.isEmpty || tokenizer != nil else {
      throw UsageFailure("--stop needs a tokenizer, and \(folder.path) holds none")
    }
    guard case .gpt(let gpt) = try folder.load() else {
      throw UsageFailure("model generate needs a GPT; \(folder.path) holds \(try folder.type())")
    }
    let interrupt = try Interrupt()
    var text = GrowingText(tokenizer: tokenizer, stops: stop)
    var stream = format == .text ? TextStream(drawing) : nil
    defer { stream?.end() }
    do {
      try gpt.generate(
        from: prompt, sampling: sampling, count: count, repetitionPenalty: repetitionPenalty,
        stoppingAt: EndTokens.read(from: folder.path).filter { (0..<gpt.configuration.vocabularySize).contains($0) }.map
        { [$0] },
        seed: seed ?? 0
      ) { token in
        if interrupt.cancellation.isCancelled { throw CancellationError() }
        if text.ids.isEmpty, let prompt = input.text { stream?.show(prompt: prompt) }
        let new = try text.add(token.id)
        stream?.write(new)
        if text.isStopped { throw Stopped() }
      }
    } catch is Stopped {
      // The text says what it should end with.
    } catch let error as GenerationError {
      if case .notFinite = error { throw WorkFailed("\(error)") }
      throw error
    }
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(Result(tokens: text.ids, text: text.whole)))
    case .text: stream?.write(text.rest())
    }
  }

  private struct Stopped: Error {}

  private var sampling: Sampling {
    let temperature = temperature ?? 1
    switch (topK, topP) {
    case (let k?, let p?): return .topKThenTopP(k, p, temperature: temperature)
    case (let k?, nil): return .topK(k, temperature: temperature)
    case (nil, let p?): return .topP(p, temperature: temperature)
    case (nil, nil): return self.temperature == nil && seed == nil ? .greedy : .temperature(temperature)
    }
  }
}

/// Tokens as they come, and the text that they are so far.
private struct GrowingText {
  let tokenizer: (any Tokenizer)?
  let stops: [String]
  private(set) var ids: [Int] = []
  private(set) var isStopped = false
  /// Without tokens that the model has and the tokenizer has not.
  private var readable: [Int] = []
  private var bytes: [UInt8] = []
  /// How many of the bytes have been given out.
  private var given = 0

  init(tokenizer: (any Tokenizer)?, stops: [String]) { (self.tokenizer, self.stops) = (tokenizer, stops) }

  /// Nil without a tokenizer.
  var whole: String? { tokenizer.map { _ in String(decoding: bytes, as: UTF8.self) } }

  /// Adds a token; gives out what is new of the text, as far as its last character is whole.
  mutating func add(_ id: Int) throws -> String {
    ids.append(id)
    guard let tokenizer else { return ids.count > 1 ? " \(id)" : "\(id)" }
    // Some tokenizers put spaces between tokens, so a token by itself does not say what it adds.
    if tokenizer.token(for: id) != nil { readable.append(id) }
    bytes = try tokenizer.decodeBytes(readable, skippingSpecialTokens: true)
    isStopped = whole.map { text in stops.contains { text.contains($0) } } ?? false
    return give(upTo: bytes.count - bytes.unfinishedCount)
  }

  /// What has not been given out.
  mutating func rest() -> String { give(upTo: bytes.count) }

  private mutating func give(upTo end: Int) -> String {
    guard end > given else { return "" }
    defer { given = end }
    return String(decoding: bytes[given..<end], as: UTF8.self)
  }
}

/// Text on standard output, a piece at a time.
private struct TextStream {
  private let options: TextOptions
  private let isTerminal = StandardOutput.isTerminal
  private var hasBegun = false

  init(_ drawing: DrawingOptions) { options = drawing.text() }

  /// On a terminal the text that goes on is shown, too.
  mutating func show(prompt: String) {
    guard isTerminal, !prompt.isEmpty else { return }
    hasBegun = true
    let lines = prompt.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let text = lines.map { StyledLine(safe(String($0)), StepDrawing.quiet).encoded(options) }.joined(separator: "\n")
    StandardOutput.write(text + (prompt.last == " " ? " " : ""))
  }

  mutating func write(_ text: String) {
    guard !text.isEmpty else { return }
    hasBegun = true
    StandardOutput.write(safe(text))
  }

  /// Ends the line, if there is one.
  mutating func end() {
    if hasBegun { StandardOutput.write("\n") }
    hasBegun = false
  }

  /// What a model writes must not move the cursor.
  private func safe(_ text: String) -> String {
    let visible = isTerminal ? text.sanitized() : text
    return options.ascii ? visible.transliterated() : visible
  }
}
