// Which ending a language model finds most probable.
import Foundation

/// How a model shares out its belief between endings.
///
/// - Parameters:
///   - endings: tokens, at least one each.
///   - prompt: the tokens before, at least one.
///   - model: `model(tokens)` gives logits `[tokens, vocabulary]`; row i is about the token that follows token i.
/// - Returns: a share for each ending; together 1.
func shares(of endings: [[Int]], after prompt: [Int], model: GPT) -> [Float] {
  // TODO(likelihood-classifier): the probability of each ending after the prompt, shared out.
  []
}
