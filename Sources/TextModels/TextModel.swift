// A GPT with its tokenizer: text in, text out. Templates, tasks and chats stand on it; how tokens are chosen does not
// belong here.
public import Generation
internal import Foundation
public import Models
public import Tokenizers

/// A language model of texts.
///
/// ```swift
/// let model = try TextModel.load(from: "BaseModel")
/// print(try model.continuation(of: "Question: When does the ferry leave?\nAnswer:", count: 20))
/// ```
public struct TextModel {
  /// How reports call it: the folder's name, or that of the run.
  public var name: String
  public var model: GPT
  public let tokenizer: any Tokenizer
  /// The tokens after which a text is finished; the first also stands before every text. Empty if the model has none.
  public let endTokens: [Int]

  public init(name: String, _ model: GPT, tokenizer: any Tokenizer, endTokens: [Int]) {
    self.name = name
    self.model = model
    self.tokenizer = tokenizer
    self.endTokens = endTokens.filter { (0..<model.configuration.vocabularySize).contains($0) }
  }

  /// Reads a folder with config.json, model.safetensors and tokenizer files. Throws ``TextModelError``,
  /// ``CheckpointError``, ``SafetensorsError`` or ``TokenizerError``.
  public static func load(from folder: String) throws -> TextModel {
    guard case .gpt(let model) = try LoadedModel.load(from: folder) else {
      throw TextModelError.notAGPT(folder: folder, type: try LoadedModel.kind(of: folder))
    }
    let tokenizer = try TokenizerFiles.load(folder)
    guard tokenizer.vocabularySize <= model.configuration.vocabularySize else {
      throw TextModelError.otherTokenizer(
        folder: folder, tokens: tokenizer.vocabularySize, vocabularySize: model.configuration.vocabularySize)
    }
    let name = URL(fileURLWithPath: folder).lastPathComponent
    return TextModel(name: name, model, tokenizer: tokenizer, endTokens: EndTokens.read(from: folder))
  }

  /// The ids of a text that begins anew: after the end of another.
  public func ids(_ text: String) -> [Int] { endTokens.prefix(1) + tokenizer.encode(text) }

  /// Goes on with a text until it ends, or `stops` are met, or for `count` tokens. Of a text that is longer than the
  /// context only its end is read. Throws ``GenerationError`` and ``TokenizerError``.
  ///
  /// - Parameters:
  ///   - stops: texts before which the continuation ends; they are not part of it.
  ///   - onText: called with each new piece of text, whole characters only.
  public func continuation(
    of text: String, sampling: Sampling = .greedy, count: Int, repetitionPenalty: Float = 1,
    stoppingAt stops: [String] = [],
    seed: Int = 0, onText: (String) throws -> Void = { _ in }
  ) throws -> String {
    var growing = GrowingText(tokenizer: tokenizer, stops: stops)
    do {
      try model.generate(
        from: start(text), sampling: sampling, count: count, repetitionPenalty: repetitionPenalty,
        stoppingAt: endTokens.map { [$0] }, seed: seed
      ) { token in
        let piece = try growing.add(token.id)
        if !piece.isEmpty { try onText(piece) }
        if growing.isStopped { throw Stopped() }
      }
    } catch is Stopped {}
    let rest = growing.rest()
    if !rest.isEmpty { try onText(rest) }
    return growing.given
  }

  /// The greedy continuations of several texts, `size` at a time through the model; each is what ``continuation`` of its
  /// text alone gives. Throws ``GenerationError`` and ``TokenizerError``.
  public func continuations(
    of texts: [String], count: Int, stoppingAt stops: [String] = [], size: Int = 16
  ) throws -> [String] {
    let starts = texts.map(self.start)
    // Texts of about one length together: less padding.
    let order = starts.indices.sorted { (starts[$0].count, $0) < (starts[$1].count, $1) }
    var results = texts
    for begin in stride(from: 0, to: order.count, by: max(1, size)) {
      let places = Array(order[begin..<min(order.count, begin + max(1, size))])
      var growing = places.map { _ in GrowingText(tokenizer: tokenizer, stops: stops) }
      do {
        try model.generate(
          from: places.map { starts[$0] }, count: count, stoppingAt: endTokens.map { [$0] }
        ) { token in
          guard !growing[token.sequence].isStopped else { return }
          _ = try growing[token.sequence].add(token.id)
          if growing.allSatisfy(\.isStopped) { throw Stopped() }
        }
      } catch is Stopped {}
      for (row, place) in places.enumerated() {
        _ = growing[row].rest()
        results[place] = growing[row].given
      }
    }
    return results
  }

  /// What is read of a text that is gone on with: its end, if it is longer than the context.
  private func start(_ text: String) -> [Int] {
    let room = max(1, model.configuration.contextLength - 1)
    return endTokens.prefix(1) + tokenizer.encode(text).suffix(max(1, room - endTokens.prefix(1).count))
  }

  private struct Stopped: Error {}
}
