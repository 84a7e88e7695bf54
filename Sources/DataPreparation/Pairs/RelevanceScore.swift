// How well a question, its answer and its evidence fit together, as a number whose parts can be seen.

/// The relevance of a pair: `answerInChunk × (0.5 · overlap + 0.3 · answerable + 0.2 · length)`, from 0 to 1.
///
/// All parts are from 0 to 1. An answer that the evidence does not hold makes the whole score small, whatever the rest.
public struct RelevanceScore: Equatable, Sendable {
  /// 1 if the evidence holds the answer (white space aside); else the share of the answer's words that it holds.
  public let answerInChunk: Double
  /// The share of the question's content words that the evidence holds too.
  public let overlap: Double
  /// 1 for a question that says what it is about in three words or more and does not hold its answer already; less for
  /// a shorter one, which may have another answer elsewhere.
  public let answerable: Double
  /// 1 for answers of 2 to 400 characters; falls to 0 at 1200.
  public let length: Double

  public var value: Double { answerInChunk * (0.5 * overlap + 0.3 * answerable + 0.2 * length) }

  /// - Parameters:
  ///   - row: a question, or an instruction, with its answer
  ///   - chunk: the text of its evidence, or what is around it
  public static func of(_ row: TrainingRow, chunk: String) -> RelevanceScore {
    let answer = folded(row.answer)
    let held = ContentWords.of(chunk)
    let words = ContentWords.of(row.answer)
    let isHeld = !answer.isEmpty && folded(chunk).contains(answer)
    let inChunk = isHeld ? 1 : words.isEmpty ? 0 : ContentWords.share(of: words, in: held)
    let asked = ContentWords.of(row.instruction)
    return RelevanceScore(
      answerInChunk: inChunk, overlap: asked.isEmpty ? 0 : ContentWords.share(of: asked, in: held),
      answerable: answerable(row.instruction, asked, answer), length: lengthTerm(answer.unicodeScalars.count))
  }

  /// How many scores reach a threshold, and how many do not.
  public static func counts(_ scores: some Sequence<Double>, threshold: Double) -> (above: Int, below: Int) {
    scores.reduce(into: (above: 0, below: 0)) { counts, score in
      if score >= threshold { counts.above += 1 } else { counts.below += 1 }
    }
  }

  private static func answerable(_ question: String, _ asked: [String], _ answer: String) -> Double {
    let folded = folded(question)
    let asksSomething = folded.contains("?") || EnglishVerbs.isBase(String(folded.prefix { $0 != " " }))
    let isOpen = !answer.isEmpty && !folded.contains(answer)
    let parts = [asksSomething, !asked.isEmpty, isOpen].reduce(0) { $0 + ($1 ? 1.0 / 3 : 0) }
    return parts * min(1, 0.55 + 0.15 * Double(asked.count))
  }

  private static func lengthTerm(_ count: Int) -> Double {
    if count < 2 { return count == 1 ? 0.5 : 0 }
    return count <= 400 ? 1 : max(0, 1 - Double(count - 400) / 800)
  }

  private static func folded(_ text: String) -> String {
    text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
