// Why a folder gives no language model of texts.

public enum TextModelError: Error, Equatable, Sendable, CustomStringConvertible {
  case notAGPT(folder: String, type: String)
  case otherTokenizer(folder: String, tokens: Int, vocabularySize: Int)

  public var description: String {
    switch self {
    case .notAGPT(let folder, let type):
      "\(folder) holds a model of type \(type), and a GPT is needed; name the folder of one, such as BaseModel"
    case .otherTokenizer(let folder, let tokens, let vocabularySize):
      "\(folder): its tokenizer has \(tokens) tokens, its model \(vocabularySize); they do not belong together"
    }
  }
}
