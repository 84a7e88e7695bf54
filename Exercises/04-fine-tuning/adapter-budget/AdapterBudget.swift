// An adapter for the winter, within a budget of numbers and steps.

/// The base with adapters beside it that have learnt from texts.
///
/// - Parameters:
///   - base: stays as it is.
///   - texts: lists of tokens, each with the token in front that stands before every text.
///   - seed: of all chance.
func adapt(_ base: GPT, to texts: [[Int]], seed: Int) throws -> GPT {
  // TODO(adapter-budget): put adapters on a copy of the base, and train them.
  base
}
