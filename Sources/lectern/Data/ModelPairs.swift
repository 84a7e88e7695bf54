// Questions written by a GPT: what joins the writer of DataPreparation, which knows no models, to one.
import DataPreparation
import Generation
import LessonDocuments
import Models
import TextModels
import Tokenizers

enum ModelPairs {
  /// New tokens of a question and its answer, at most.
  private static let newTokens = 60

  /// - Throws: if the folder holds no GPT with a tokenizer.
  static func writer(_ folder: ModelFolder) throws -> CompletionPairWriter {
    guard case .gpt(let model) = try folder.load() else {
      throw UsageFailure("--writer needs a GPT; \(folder.path) holds \(try folder.type())")
    }
    let tokenizer = try folder.tokenizer()
    let ends = EndTokens.read(from: folder.path).filter { (0..<model.configuration.vocabularySize).contains($0) }
    let room = max(1, model.configuration.contextLength - newTokens - 1)
    return CompletionPairWriter { prompt, _ in
      // The end of the text stands nearest to what is asked.
      let ids = ends.prefix(1) + tokenizer.encode(prompt).suffix(room)
      let written = try model.generate(from: Array(ids), count: newTokens, stoppingAt: ends.map { [$0] })
      return String(decoding: try tokenizer.decodeBytes(written, skippingSpecialTokens: true), as: UTF8.self)
    }
  }
}
