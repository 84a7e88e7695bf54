// ROUGE: how much of a reference summary a summary has.
internal import Retrieval

/// ROUGE (Lin 2004) as the package rouge-score computes it: words of a to z and digits in lower case, and of precision and
/// recall the harmonic mean. With several references the best counts.
public struct ROUGE: TextMetric {
  public enum Kind: String, CaseIterable, Sendable {
    /// Words in common.
    case rouge1
    /// Pairs of words in common.
    case rouge2
    /// The longest common subsequence of the words.
    case rougeL
    /// The same by sentences, one a line: for each of the reference what any of the summary's has.
    case rougeLsum
  }

  public let kind: Kind
  /// Whether words of more than three letters are compared by their stems.
  public let isStemmed: Bool

  public var name: String { kind.rawValue + (isStemmed ? "-stemmed" : "") }
  public var explanation: String {
    let what =
      switch kind {
      case .rouge1: "words in common"
      case .rouge2: "pairs of words in common"
      case .rougeL: "longest common subsequence of words"
      case .rougeLsum: "as rougeL, by sentences, one a line"
      }
    return "0 to 1, higher is better: \(what)\(isStemmed ? ", by Porter's stems" : "") (Lin 2004)"
  }

  public init(_ kind: Kind, stemmed: Bool = false) { (self.kind, isStemmed) = (kind, stemmed) }

  public func score(_ prediction: String, _ references: [String]) -> Double {
    references.map { score(prediction, $0) }.max() ?? 0
  }

  private typealias Word = [UInt8]

  private func score(_ prediction: String, _ reference: String) -> Double {
    switch kind {
    case .rouge1, .rouge2:
      let order = kind == .rouge1 ? 1 : 2
      var numbers = NGrams<Word>()
      let own = numbers.numbers(of: words(of: prediction), upTo: order)[order - 1]
      let known = numbers.numbers(of: words(of: reference), upTo: order)[order - 1]
      return harmonic(NGrams.overlap(own, known), own.count, known.count)
    case .rougeL:
      let (own, known) = (words(of: prediction), words(of: reference))
      return harmonic(CommonSubsequence.places(in: known, of: own).count, own.count, known.count)
    case .rougeLsum: return summaryScore(sentences(of: prediction), sentences(of: reference))
    }
  }

  /// Each word counts as often as summary and reference have it (as in the script ROUGE-1.5.5).
  private func summaryScore(_ prediction: [[Word]], _ reference: [[Word]]) -> Double {
    let united = reference.flatMap { sentence -> [Word] in
      let places = prediction.reduce(into: Set<Int>()) { $0.formUnion(CommonSubsequence.places(in: sentence, of: $1)) }
      return places.sorted().map { sentence[$0] }
    }
    let (own, known) = (prediction.flatMap { $0 }, reference.flatMap { $0 })
    return harmonic(NGrams.overlap(united, own), own.count, known.count)
  }

  private func harmonic(_ same: Int, _ predicted: Int, _ expected: Int) -> Double {
    guard same > 0 else { return 0 }
    let (precision, recall) = (Double(same) / Double(predicted), Double(same) / Double(expected))
    return 2 * precision * recall / (precision + recall)
  }

  private func sentences(of text: String) -> [[Word]] { text.scalars.split(separator: "\n").map { words(of: $0) } }

  private func words(of text: String) -> [Word] { words(of: text.scalars[...]) }

  private func words(of scalars: ArraySlice<Unicode.Scalar>) -> [Word] {
    let letters = Array(scalars).lowercased.map { scalar -> UInt8 in
      switch scalar.value {
      case 0x61...0x7A, 0x30...0x39: UInt8(scalar.value)
      default: UInt8(ascii: " ")
      }
    }
    return letters.split(separator: UInt8(ascii: " ")).map { word in
      isStemmed && word.count > 3 ? PorterStem.of(Array(word), .extended) : Array(word)
    }
  }
}
