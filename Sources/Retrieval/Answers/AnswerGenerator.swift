// Answers in a language model's own words, kept only where the cited sentences bear them out.
import DocumentReading
import Generation
import Messages
import Models
import Tokenizers

/// A GPT that words answers. It is never asked what it knows: it gets numbered sentences and the question, and what it
/// writes beyond them is thrown away, whole.
///
/// Sendable although models are not: nobody else holds this one, and it is only run, without hooks.
public struct AnswerGenerator: @unchecked Sendable {
  private let model: GPT
  private let tokenizer: any Tokenizer
  /// Where its files are.
  public let folder: String

  /// Tokens of an answer, at most.
  private static let longest = 48
  /// The share of each clause's words that must stand in one cited sentence.
  public static let leastGroundedness = 0.8

  /// Reads a folder with config.json, model.safetensors and a tokenizer. Throws unless it holds a GPT.
  public init(folder: String) throws {
    guard case .gpt(let model) = try LoadedModel.load(from: folder) else {
      throw GeneratorError(folder: folder, type: try LoadedModel.modelType(of: folder))
    }
    (self.model, self.folder) = (model, folder)
    tokenizer = try TokenizerFiles.load(folder)
  }

  /// The answer in the model's words if they are borne out, else as it is, with the reason as its remark.
  func reworded(_ answer: DocumentAnswer) throws -> DocumentAnswer {
    let text = try written(for: answer)
    let grounds = Groundedness(of: text, in: answer.citations.map(\.sentence), question: answer.question)
    guard let weakest = grounds.weakest else { return answer.remarked("the model wrote nothing") }
    guard weakest.share >= Self.leastGroundedness else {
      return answer.remarked(
        "the model's words were not kept: \(weakest.text.withFoldedSpaces.quoted) does not stand in what is cited")
    }
    guard answer.short.map({ text.contains($0) }) ?? true else {
      return answer.remarked("the model's words were not kept: they leave out \((answer.short ?? "").quoted)")
    }
    let marks = grounds.sentences.map { "[\($0 + 1)]" }.joined()
    return DocumentAnswer(
      question: answer.question, text: "\(text) \(marks)", short: answer.short, citations: answer.citations,
      source: .generated(groundedness: weakest.share), confidence: answer.confidence, remark: nil)
  }

  /// Sentences with their numbers, the best next to the question, as many as the context has room for.
  func prompt(for question: String, _ sentences: [String]) -> String {
    let lines = sentences.enumerated().map { "[\($0 + 1)] \($1)" }
    let ending = "Question: \(question.withFoldedSpaces)\nAnswer:"
    let room = model.configuration.contextLength - Self.longest - tokenizer.encode(ending).count
    let fitting = PromptPacking.fitting(lines.map { tokenizer.encode($0).count }, budget: max(0, room), separator: 1)
    return (PromptPacking.ordered(fitting.map { lines[$0] }, .bestLast) + [ending]).joined(separator: "\n")
  }

  private func written(for answer: DocumentAnswer) throws -> String {
    let ids = tokenizer.encode(prompt(for: answer.question, answer.citations.map(\.sentence)))
    let room = model.configuration.contextLength - Self.longest
    guard !ids.isEmpty, room > 0 else { return "" }
    let new = try model.generate(from: Array(ids.suffix(room)), count: Self.longest)
    let bytes = try tokenizer.decodeBytes(new, skippingSpecialTokens: true)
    let text = String(decoding: bytes, as: UTF8.self)
    return (text.split(separator: "\n").first.map(String.init) ?? "").withFoldedSpaces
  }
}

/// A folder that holds no model that could write.
public struct GeneratorError: Error, Equatable, CustomStringConvertible, Sendable {
  public let folder: String
  public let type: String

  public var description: String { "\(folder): answers are written by a language model (gpt2), and this is \(type)" }
}

extension DocumentAnswer {
  fileprivate func remarked(_ remark: String) -> DocumentAnswer {
    DocumentAnswer(
      question: question, text: text, short: short, citations: citations, source: source, confidence: confidence,
      remark: remark)
  }
}
