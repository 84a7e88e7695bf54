// Whether a text goes in circles, as texts of small models do.

/// Repetition in a text, by words as white space parts them.
public struct Looping: Equatable, Sendable {
  /// Words that follow themselves.
  public struct Loop: Equatable, Sendable {
    public let piece: String
    /// How often it stands there in a row, 3 or more; not counting a last one that is not whole.
    public let times: Int
  }

  /// The share of the runs of n words that have been there before, 0 to 1 (Welleck et al. 2020, seq-rep-n); 0 for fewer
  /// than n words.
  public let repeatedShare: Double
  /// The loop that takes up most words, of several pieces the shortest; nil if there is none.
  public let loop: Loop?

  private static let longestPiece = 64
  private static let fewestTimes = 3

  public init(in text: String, n: Int = 4) {
    let words = text.scalars.words
    var numbers = NGrams<Scalars>()
    let runs = numbers.numbers(of: words, upTo: max(1, n))[max(1, n) - 1]
    repeatedShare = runs.isEmpty ? 0 : 1 - Double(Set(runs).count) / Double(runs.count)

    var best: (start: Int, size: Int, times: Int)?
    for size in stride(from: 1, through: min(Self.longestPiece, words.count / Self.fewestTimes), by: 1) {
      var start = 0
      while start + size < words.count {
        let same = (start..<words.count - size).prefix { words[$0] == words[$0 + size] }.count
        let times = same / size + 1
        if times >= Self.fewestTimes, times * size > (best.map { $0.size * $0.times } ?? 0) {
          best = (start, size, times)
        }
        start += same + 1
      }
    }
    loop = best.map { best in
      let piece = words[best.start..<best.start + best.size].map { String($0) }.joined(separator: " ")
      return Loop(piece: piece, times: best.times)
    }
  }
}
