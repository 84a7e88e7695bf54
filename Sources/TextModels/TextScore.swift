// How likely a model thinks a text is.
internal import Layers
internal import Tensors

/// What a model makes of a text that it was shown.
public struct TextScore: Equatable, Sendable {
  /// `log p` of each token of the text, given all before it, in nats.
  public var logProbabilities: [Double]
  /// Whether each token is the likeliest of all at its place.
  public var isGreedy: Bool

  /// `log p` of the text, in nats: the sum.
  public var logLikelihood: Double { logProbabilities.reduce(0, +) }

  public init(logProbabilities: [Double], isGreedy: Bool) {
    self.logProbabilities = logProbabilities
    self.isGreedy = isGreedy
  }
}

extension TextModel {
  /// The score of each text after its context, several at a time through the model. A context is cut at its beginning
  /// if both together are longer than the model's; a text that alone is longer throws ``ModelInputError``.
  ///
  /// The tokens of a text are those of context and text together, without those of the context alone, so that a word
  /// gets the token that it has inside a sentence.
  ///
  /// - Parameter size: how many go through the model together.
  public func scores(of texts: [(context: String, text: String)], size: Int = 16) throws -> [TextScore] {
    try scores(
      ofTokens: texts.map { pair in
        let tokens = tokens(of: pair.text, after: pair.context)
        return (tokens.ids, tokens.start)
      }, size: size)
  }

  /// The tokens of a text after its context, which of them is the text's first, and how many at the beginning of the
  /// context are left out because the model's is shorter.
  public func tokens(of text: String, after context: String) -> (ids: [Int], start: Int, cut: Int) {
    let start = ids(context)
    let whole = ids(context + text)
    // Where the tokens of both no longer agree, the text begins.
    let common = zip(start, whole).prefix { $0 == $1 }.count
    let first = min(max(common, min(1, whole.count)), whole.count)
    let dropped = max(0, min(whole.count - model.configuration.contextLength, first - 1))
    return (Array(whole.dropFirst(dropped)), first - dropped, dropped)
  }

  /// The score of the tokens from `start` on of each sequence, given those before. Throws ``ModelInputError``.
  public func scores(ofTokens examples: [(ids: [Int], start: Int)], size: Int = 16) throws -> [TextScore] {
    // Texts of about one length together: less padding.
    let order = examples.indices.sorted { (examples[$0].ids.count, $0) < (examples[$1].ids.count, $1) }
    var scores = [TextScore](repeating: TextScore(logProbabilities: [], isGreedy: true), count: examples.count)
    try Tensor.withoutGradients {
      for begin in stride(from: 0, to: order.count, by: max(1, size)) {
        let places = order[begin..<min(order.count, begin + max(1, size))]
        let read = places.map { examples[$0].ids }
        guard let longest = read.map(\.count).max(), longest > 1 else { continue }
        let batch = TokenBatch(padding: read)
        try model.check(batch)
        let logProbabilities = model(batch).logSoftmax()
        for (row, place) in places.enumerated() {
          let (ids, start) = examples[place]
          guard start < ids.count else { continue }
          let rows = logProbabilities[row][(start - 1)..<(ids.count - 1)]
          let likeliest = rows.argmax(axis: -1).scalars
          let values = rows.scalars
          let vocabulary = rows.shape[1]
          let targets = Array(ids[start...])
          scores[place] = TextScore(
            logProbabilities: targets.enumerated().map { Double(values[$0 * vocabulary + $1]) },
            isGreedy: zip(likeliest, targets).allSatisfy { Int($0) == $1 })
        }
      }
    }
    return scores
  }
}
