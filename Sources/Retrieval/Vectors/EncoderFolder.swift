// A sentence encoder on disk: a BERT with the tokenizer that belongs to it.
import Models
import Tokenizers

struct EncoderFolder {
  let model: BERT
  let tokenizer: any Tokenizer

  /// Reads a folder with config.json, model.safetensors and a tokenizer. Throws ``EmbeddingError`` and what its files
  /// throw.
  init(_ path: String) throws {
    guard case .bert(let model) = try LoadedModel.load(from: path) else {
      throw EmbeddingError.noEncoder(folder: path, type: try LoadedModel.modelType(of: path))
    }
    tokenizer = try TokenizerFiles.load(path)
    guard tokenizer.vocabularySize <= model.configuration.vocabularySize else {
      throw EmbeddingError.otherTokenizer(
        folder: path, tokens: tokenizer.vocabularySize, rows: model.configuration.vocabularySize)
    }
    self.model = model
  }
}
