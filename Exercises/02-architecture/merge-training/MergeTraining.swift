// A tokenizer learns which pieces to join.

/// The most frequent pair of neighbouring pieces.
///
/// - Parameters:
///   - words: the different words of a text, cut into pieces.
///   - counts: how often each word stands in the text.
/// - Returns: the left piece and the right one; of equally frequent pairs the first in alphabetical order; empty if no
///   word has two pieces.
func nextMerge(_ words: [[String]], counts: [Int]) -> [String] {
  // TODO(merge-training): count the pairs of neighbours, and choose.
  []
}

/// The merges that are learnt from a text, in their order.
func learnMerges(_ words: [String], counts: [Int], rounds: Int) -> [[String]] {
  // TODO(merge-training): begin with characters; in each round find the next merge and carry it out.
  []
}
