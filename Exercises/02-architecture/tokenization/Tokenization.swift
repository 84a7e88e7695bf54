// A word becomes tokens, by the merges of a byte pair tokenizer.

/// The tokens of a word: its characters, joined by the merges in their order.
///
/// - Parameter merges: pairs of neighbours, the one to apply first at the front.
/// - Returns: pieces that make the word when joined.
func tokenize(_ word: String, merges: [(String, String)]) -> [String] {
  // TODO(tokenization): characters first, then the merges, the earliest of the list first.
  []
}
