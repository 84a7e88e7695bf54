// How likely whole texts are, also those that are longer than a model's context.
internal import Models
public import TextModels

/// The likelihood of a text, and by what it can be divided.
public struct RollingScore: Equatable, Sendable {
  /// `log p` of all its tokens, in nats.
  public var logLikelihood: Double
  public var tokens: Int
  /// As white space divides them.
  public var words: Int
  /// Of UTF-8.
  public var bytes: Int
}

extension TextModel {
  /// The scores of whole texts, each from its beginning. A text that is longer than the context is read in windows, each
  /// of which begins half a context later, so that every token has at least half a context before it; each token counts
  /// once. That a text ends does not count. Throws ``ModelInputError``.
  ///
  /// - Parameter size: how many windows go through the model together.
  public func rollingScores(of texts: [String], size: Int = 16) throws -> [RollingScore] {
    let context = model.configuration.contextLength
    var windows: [(ids: [Int], start: Int)] = []
    var owners: [Int] = []
    for (place, text) in texts.enumerated() {
      let ids = ids(text)
      // The very first token has nothing before it, unless the model has a token that begins texts.
      var done = 1
      while done < ids.count {
        let end = done == 1 ? min(ids.count, context) : min(ids.count, done + max(1, context / 2))
        let begin = max(0, end - context)
        windows.append((Array(ids[begin..<end]), done - begin))
        owners.append(place)
        done = end
      }
    }
    var scores = texts.map {
      RollingScore(
        logLikelihood: 0, tokens: 0, words: $0.split(whereSeparator: \.isWhitespace).count, bytes: $0.utf8.count)
    }
    for (score, owner) in zip(try self.scores(ofTokens: windows, size: size), owners) {
      scores[owner].logLikelihood += score.logLikelihood
      scores[owner].tokens += score.logProbabilities.count
    }
    return scores
  }
}
