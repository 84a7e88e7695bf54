// What a search found, and why.
import DocumentReading

public struct SearchHit: Sendable {
  /// The place among all that were found one way, from 1, and what that way measured.
  public struct Rank: Equatable, Sendable {
    public let place: Int
    /// BM25 for words, the cosine for vectors.
    public let score: Double
  }
  public let chunk: Chunk
  /// By which it is where it is: the larger the better, comparable within one search only.
  public let score: Double
  /// nil if it was not found by its words.
  public let words: Rank?
  /// nil if it was not found by its vector.
  public let vectors: Rank?
  /// The sentence that answers best to the question's words; scalars of the chunk's text.
  public let sentence: Range<Int>
  /// Where the question's words stand in the chunk; scalars of its text.
  public let matches: [Range<Int>]

  public var sentenceText: String { Array(chunk.text.unicodeScalars)[sentence].string }
}
