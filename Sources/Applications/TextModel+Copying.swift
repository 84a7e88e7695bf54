// A model of its own to train: parameters are shared by all copies of a value, and the base must stay as it is.
internal import Layers
internal import Models
internal import TextModels

extension TextModel {
  /// The same weights in parameters of their own. For models without adapters.
  func trainableCopy() -> TextModel {
    let copy = GPT(model.configuration, seed: 0)
    for (new, old) in zip(copy.parameters, model.parameters) { new.parameter.assign(old.parameter.value) }
    return TextModel(name: name, copy, tokenizer: tokenizer, endTokens: endTokens)
  }

  /// The same sizes and tokenizer, and random weights: a model that has read nothing.
  func untrainedCopy(seed: Int) -> TextModel {
    TextModel(name: name, GPT(model.configuration, seed: seed), tokenizer: tokenizer, endTokens: endTokens)
  }
}
