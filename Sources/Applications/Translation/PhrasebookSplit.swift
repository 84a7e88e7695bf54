// Which sentences of the phrasebook are learnt from, and on which a translator is tried.
public import Corpora

/// Sentences in three parts, none of which shares a sentence with another.
///
/// Combinations of verb and object are shared out: one of every seven is held out, and no sentence with it is learnt
/// from. "carry" and "letter" may both be known, but never together; who translates such a sentence has not learnt it by
/// heart.
public struct PhrasebookSplit: Sendable {
  public let training: [PhrasebookEntry]
  /// Sentences that are not learnt from, of combinations that are.
  public let newSentences: [PhrasebookEntry]
  /// Sentences whose verb and object are never together in what is learnt from.
  public let newCombinations: [PhrasebookEntry]

  /// - Parameters:
  ///   - count: of sentences to learn from; one that the phrasebook says twice is there twice.
  ///   - heldOut: of sentences in each of the two other parts, all different.
  public init(training count: Int, heldOut: Int, seed: Int = 0) {
    let phrasebook = Phrasebook()
    training = Array(
      phrasebook.entries(.training, seed: seed).lazy.filter { !Self.isHeldOut($0.combination) }.prefix(count))
    var seen = Set(training.map(\.english))
    var (sentences, combinations): ([PhrasebookEntry], [PhrasebookEntry]) = ([], [])
    for entry in phrasebook.entries(.heldOut, seed: seed) where seen.insert(entry.english).inserted {
      if Self.isHeldOut(entry.combination) {
        if combinations.count < heldOut { combinations.append(entry) }
      } else if sentences.count < heldOut {
        sentences.append(entry)
      }
      if sentences.count == heldOut && combinations.count == heldOut { break }
    }
    (newSentences, newCombinations) = (sentences, combinations)
  }

  /// Whether verb and object are kept apart. By the letters of both, so that it is the same everywhere.
  public static func isHeldOut(_ combination: PhrasebookEntry.Combination?) -> Bool {
    guard let combination else { return false }
    let letters = "\(combination.verb) \(combination.object)".utf8
    return letters.reduce(0) { ($0 * 31 + Int($1)) % 1_000_003 } % 7 == 0
  }
}
