// Auto-correction by a noisy channel: what was meant, given what was typed and the words around it.
internal import Foundation
public import TextModels

/// Corrects words by Bayes' rule, `p(meant | typed) ∝ p(typed | meant) · p(meant)`: the channel says how likely the slip
/// is, the prior how likely the word is, by a language model in its sentence or by its frequency alone.
public struct SpellingCorrector {
  public enum Prior: Sendable {
    /// How often a word was seen, whatever stands beside it.
    case frequency
    /// How probable the whole sentence is with it.
    case sentence
  }

  /// A word that may have been meant.
  public struct Candidate: Sendable {
    public let word: String
    public let edits: [TypingChannel.Edit]
    /// `log p(typed | word)` and `log p(word)`, in nats; with the sentence prior the latter is that of the word and the
    /// rest of its sentence, given what stands before.
    public let channel, prior: Double
    /// Among the candidates, 0 to 1.
    public internal(set) var posterior = 0.0
  }

  /// One word of a text, and what was made of it.
  public struct Decision: Sendable {
    /// Its number among the words.
    public let word: Int
    public let typed: String
    /// What it is taken for; as typed if nothing is likelier.
    public let chosen: String
    /// The likeliest first; what was typed is among them.
    public let candidates: [Candidate]

    public var isChanged: Bool { chosen != typed }
  }

  /// In small letters.
  public let vocabulary: WordTrie
  public var channel: TypingChannel
  public var model: TextModel?
  public var prior: Prior
  /// Candidates that a sentence is tried with.
  public var mostTried = 6
  /// Whether a word of the vocabulary may be a slip for another.
  public var correctsRealWords = true

  /// - Parameter model: for the sentence prior; without one words are judged by their frequency.
  public init(vocabulary: WordTrie, channel: TypingChannel = TypingChannel(), model: TextModel? = nil) {
    self.vocabulary = vocabulary
    self.channel = channel
    self.model = model
    prior = model == nil ? .frequency : .sentence
  }

  /// The text with its likeliest words, and how each word was decided that could be another. Throws
  /// ``ModelInputError`` if a sentence is longer than the model's context.
  public func corrected(_ text: String) throws -> (text: String, decisions: [Decision]) {
    var result = text
    var decisions: [Decision] = []
    // Words before a word are corrected already; words after it are not yet.
    for number in text.wordRanges.indices {
      let ranges = result.wordRanges
      guard ranges.indices.contains(number) else { break }
      let range = ranges[number]
      let typed = String(result[range])
      let candidates = try candidates(for: typed, at: range, in: result)
      guard candidates.count > 1, let best = candidates.first else { continue }
      decisions.append(Decision(word: number, typed: typed, chosen: best.word, candidates: candidates))
      result.replaceSubrange(range, with: best.word)
    }
    return (result, decisions)
  }

  private func candidates(for typed: String, at range: Range<String.Index>, in text: String) throws -> [Candidate] {
    let small = typed.lowercased()
    let isKnown = vocabulary.count(of: small) > 0
    guard typed.count >= 2, !isKnown || correctsRealWords else { return [] }
    let near = vocabulary.words(within: typed.count > 4 && !isKnown ? 2 : 1, of: small).filter { $0.word != small }
    guard !near.isEmpty else { return [] }
    var candidates = near.map { word, _ in
      Candidate(
        word: typed.first?.isUppercase == true ? word.prefix(1).uppercased() + word.dropFirst() : word,
        edits: channel.edits(from: word, to: small),
        channel: channel.logProbability(of: small, meant: word), prior: frequency(of: word))
    }
    candidates.sort { ($1.channel + $1.prior, $0.word) < ($0.channel + $0.prior, $1.word) }
    candidates = Array(candidates.prefix(mostTried))
    let unchanged = channel.logProbability(of: small, meant: small)
    candidates.append(Candidate(word: typed, edits: [], channel: unchanged, prior: frequency(of: small)))
    if prior == .sentence, let model {
      let (before, space, after) = text.surroundings(of: range)
      let scores = try model.scores(of: candidates.map { (before, space + $0.word + after) })
      candidates = zip(candidates, scores).map {
        Candidate(word: $0.word, edits: $0.edits, channel: $0.channel, prior: $1.logLikelihood)
      }
    }
    return Self.ranked(candidates)
  }

  /// `log p` of a word by itself. What all words that were never seen have together is as much as one that was seen
  /// once; of each of them its spelling has a share, the less the longer it is.
  private func frequency(of word: String) -> Double {
    let count = vocabulary.count(of: word)
    return log(Double(max(1, count)) / Double(vocabulary.total + 1)) - (count > 0 ? 0 : Double(word.count) * log(26))
  }

  private static func ranked(_ candidates: [Candidate]) -> [Candidate] {
    let sums = candidates.map { $0.channel + $0.prior }
    let highest = sums.max() ?? 0
    let total = sums.reduce(0) { $0 + exp($1 - highest) }
    var ranked = candidates
    for (place, sum) in sums.enumerated() { ranked[place].posterior = exp(sum - highest) / total }
    return ranked.sorted { ($1.posterior, $0.word) < ($0.posterior, $1.word) }
  }
}

extension String {
  /// What a language model reads before a word, the space in front of the word, and the rest of its sentence: up to the
  /// mark or line break that ends it.
  fileprivate func surroundings(of range: Range<Index>) -> (before: String, space: String, after: String) {
    let before = self[..<range.lowerBound].suffix(400), after = self[range.upperBound...]
    let space = before.last == " " ? " " : ""
    let end = after.firstIndex { ".?!\n".contains($0) }.map { after.index(after: $0) }
    return (String(before.dropLast(space.count)), space, String(after[..<(end ?? after.endIndex)]))
  }
}
