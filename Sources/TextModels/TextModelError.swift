// Why a folder gives no model of texts of the kind that is asked for.

public enum TextModelError: Error, Equatable, Sendable, CustomStringConvertible {
  case notAGPT(folder: String, type: String)
  /// A model without a head for labels.
  case noLabels(folder: String, type: String)
  /// A model that does not write one text from another.
  case notAnEncoderDecoder(folder: String, type: String)
  /// Nothing says which token ends a text.
  case noEndToken(folder: String)
  case otherTokenizer(folder: String, tokens: Int, vocabularySize: Int)

  public var description: String {
    switch self {
    case .notAGPT(let folder, let type):
      "\(folder) holds a model of type \(type), and a GPT is needed; name the folder of one, such as BaseModel"
    case .noLabels(let folder, let type):
      "\(folder) holds a model of type \(type) without a head for labels; name the folder of a classifier, such as that "
        + "of a finished run with problem: classification"
    case .notAnEncoderDecoder(let folder, let type):
      "\(folder) holds a model of type \(type), and an encoder-decoder is needed; name the folder of one, such as that "
        + "of a finished run with problem: sequenceToSequence"
    case .noEndToken(let folder):
      "\(folder): its generation_config.json names no eos_token_id, the token that ends a text"
    case .otherTokenizer(let folder, let tokens, let vocabularySize):
      "\(folder): its tokenizer has \(tokens) tokens, its model \(vocabularySize); they do not belong together"
    }
  }
}
