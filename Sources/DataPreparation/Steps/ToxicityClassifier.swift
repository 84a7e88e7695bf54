// Logistic regression on hashed pieces of text: the smallest classifier of texts that works.
internal import Corpora

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Tells hurtful sentences from others: the logistic regression of their words, pairs of words, and runs of four
/// letters, each hashed to one of 8192 weights (Weinberger et al. 2009).
///
/// It has learnt from sentences that a few dozen patterns make; on language unlike them its scores mean little.
public struct ToxicityClassifier: Sendable {
  static let size = 8192
  private var weights = [Float](repeating: 0, count: ToxicityClassifier.size)
  private var bias: Float = 0

  /// Trains it. The same seed gives the same weights.
  public init(seed: Int = 1) {
    var random = CorpusRandom(seed: seed)
    let examples = ToxicityExamples.drawn(800, using: &random)
    let features = examples.map { Self.features(of: $0.text) }
    let order = Array(examples.indices)
    for epoch in 0..<8 {
      let rate = 1 / (1 + 0.3 * Float(epoch))
      for index in order.inRandomOrder(using: &random) {
        let error = (examples[index].isHurtful ? 1 : 0) - probability(features[index])
        let step = rate * error
        for feature in features[index] {
          // A little decay, so that no single word decides.
          weights[feature] += step / Float(features[index].count).squareRoot() - 1e-5 * weights[feature]
        }
        bias += 0.1 * step
      }
    }
  }

  /// How likely a sentence is to hurt, 0 to 1.
  public func score(_ sentence: String) -> Double { Double(probability(Self.features(of: sentence))) }

  /// The sentence with the highest score; nil if there is none.
  public func worstSentence(of texts: [String]) -> (sentence: String, score: Double)? {
    var worst: (sentence: String, score: Double)?
    for sentence in texts.lazy.flatMap(TextWords.sentences) {
      let score = score(sentence)
      if score > worst?.score ?? -1 { worst = (sentence, score) }
    }
    return worst
  }

  /// How much each word of a sentence adds to its score, before the logistic function: what the score rests on.
  public func contributions(_ sentence: String) -> [(word: String, weight: Double)] {
    let scale = 1 / Float(max(1, Self.features(of: sentence).count)).squareRoot()
    return TextWords.words(of: sentence).map { word in
      (String(word), Double(scale * Self.wordFeatures(word).reduce(0) { $0 + weights[$1] }))
    }
  }

  private func probability(_ features: [Int]) -> Float {
    guard !features.isEmpty else { return 0 }
    let sum = features.reduce(0) { $0 + weights[$1] }
    return 1 / (1 + exp(-(bias + sum / Float(features.count).squareRoot())))
  }

  private static func features(of sentence: String) -> [Int] {
    let words = TextWords.words(of: sentence)
    var features = words.flatMap(wordFeatures)
    for (first, second) in zip(words, words.dropFirst()) { features.append(place("\(first) \(second)")) }
    return features
  }

  private static func wordFeatures(_ word: Substring) -> [Int] {
    let letters = Array("<\(word)>".utf8)
    var features = [place(word)]
    if letters.count > 4 {
      for start in 0...letters.count - 4 { features.append(place(letters[start..<start + 4])) }
    }
    return features
  }

  private static func place(_ text: some StringProtocol) -> Int { place(text.utf8) }

  private static func place(_ bytes: some Sequence<UInt8>) -> Int {
    let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    return Int(WordHashes.mixed(hash) % UInt64(size))
  }
}
