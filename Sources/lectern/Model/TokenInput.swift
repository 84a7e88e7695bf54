// `--text` and `--tokens`: what a model is given to read, and how its tokens are called in pictures.
import ArgumentParser
import Tokenizers

struct TokenInput: ParsableArguments {
  // Unconditional: a text may begin with a dash.
  @Option(parsing: .unconditional, help: "A text, for the tokenizer in the folder.")
  var text: String?

  @Option(parsing: .unconditional, help: "Token ids instead, such as 1,2,3.")
  var tokens: String?

  func validate() throws {
    if text == nil && tokens == nil { throw ValidationError("there is nothing to read: give --text or --tokens") }
    if text != nil && tokens != nil { throw ValidationError("--text and --tokens exclude each other") }
  }

  /// The ids, with the special tokens of the tokenizer's template round a text: `[CLS]` and `[SEP]` of a BERT.
  func ids(_ folder: ModelFolder) throws -> [Int] {
    if let tokens { return try NumberList.read(tokens, each: "id") }
    do {
      return try folder.tokenizer().encode(text ?? "", addingSpecialTokens: true)
    } catch let error as TokenizerError {
      guard case .noTokenizer = error else { throw error }
      throw UsageFailure("\(error). Give --tokens instead of --text")
    }
  }
}

/// A word for each token id.
struct TokenNames {
  /// Nil: ids are called by their numbers.
  let tokenizer: (any Tokenizer)?

  func callAsFunction(_ id: Int) -> String {
    guard let token = tokenizer?.token(for: id) else { return String(id) }
    // Byte-level tokens are written in an alphabet of their own; the text says more, if it is whole characters.
    guard tokenizer is BytePairTokenizer, let text = try? tokenizer?.decode([id]), !text.contains("\u{FFFD}") else {
      return token
    }
    return text
  }
}
