// How well slips are put right, and what is spoilt on the way.
public import Evaluation
internal import Foundation

/// Texts that a typist mistyped and a corrector put right, word by word.
public struct CorrectionEvaluation: Sendable {
  /// A word that was typed, by number of its text and of its words.
  public struct Outcome: Sendable {
    public let meant, typed, corrected: String
    /// Whether what was typed is another word of the vocabulary.
    public let isRealWord: Bool

    public var isSlip: Bool { typed != meant }
    public var isRight: Bool { corrected == meant }
  }
  public let outcomes: [Outcome]

  /// - Parameters:
  ///   - typist: makes the slips.
  ///   - correct: gives a text back with the same number of words.
  public init(
    of texts: [String], typist: Typist, vocabulary: WordTrie, _ correct: (_ typed: String) throws -> String
  ) rethrows {
    var typist = typist
    var outcomes: [Outcome] = []
    for text in texts {
      let typed = typist.type(text).typed
      let corrected = try correct(typed)
      func words(_ text: String) -> [String] { text.wordRanges.map { String(text[$0]) } }
      for (meant, (typed, corrected)) in zip(words(text), zip(words(typed), words(corrected))) {
        outcomes.append(
          Outcome(
            meant: meant, typed: typed, corrected: corrected,
            isRealWord: typed != meant && vocabulary.count(of: typed.lowercased()) > 0))
      }
    }
    self.outcomes = outcomes
  }

  /// The share of slips that were put right.
  public var putRight: Estimate { share(\.isSlip, \.isRight) }
  /// Of those that made another word.
  public var realWordsPutRight: Estimate { share({ $0.isSlip && $0.isRealWord }, \.isRight) }
  /// The share of right words that were changed.
  public var spoilt: Estimate { share({ !$0.isSlip }, { !$0.isRight }) }
  /// The share of all words that are right in the end.
  public var right: Estimate { share({ _ in true }, \.isRight) }

  /// How much more of the slips this puts right than another corrector of the same texts: the mean difference, from -1
  /// to 1.
  public func gain(over other: CorrectionEvaluation) -> Estimate {
    Bootstrap.mean(
      of: zip(outcomes, other.outcomes).filter { $0.0.isSlip }.map { ($0.isRight ? 1 : 0) - ($1.isRight ? 1 : 0) })
  }

  private func share(_ isCounted: (Outcome) -> Bool, _ isRight: (Outcome) -> Bool) -> Estimate {
    let counted = outcomes.filter(isCounted)
    return Estimate(share: counted.count(where: isRight), of: counted.count)
  }
}

extension SpellingCorrector {
  /// The most frequent of the nearest words of the vocabulary, for words that are not in it: what every corrector must
  /// beat (Norvig, "How to write a spelling corrector", 2007).
  public static func byFrequencyAlone(_ text: String, vocabulary: WordTrie) -> String {
    var result = text
    for number in text.wordRanges.indices {
      let range = result.wordRanges[number]
      let typed = String(result[range])
      guard typed.count >= 2, vocabulary.count(of: typed.lowercased()) == 0 else { continue }
      let near = vocabulary.words(within: 2, of: typed.lowercased())
      let nearest = near.filter { $0.edits == near.first?.edits }.map(\.word)
      let best = nearest.max { (vocabulary.count(of: $0), $1) < (vocabulary.count(of: $1), $0) }
      guard let best else { continue }
      let isCapital = typed.first?.isUppercase == true
      result.replaceSubrange(range, with: isCapital ? best.prefix(1).uppercased() + best.dropFirst() : best)
    }
    return result
  }
}
