// What is asked of a search.

/// How and where to look for chunks.
public struct SearchRequest: Sendable {
  public enum Method: String, CaseIterable, Sendable {
    case words, vectors, both
  }
  /// By what chunks are found; `both` fuses the two by rank.
  public var method = Method.both
  /// How much a place among the vectors counts when the two are fused; one among the words counts 1. nil for what the
  /// embedder has.
  public var vectorWeight: Double?
  /// How many chunks are wanted.
  public var count = 10
  /// Documents to look in, by path, name, or a folder of them; nil for all.
  public var files: [String]?
  /// Pages to look at, counted from 1; nil for all.
  public var pages: ClosedRange<Int>?
  /// Chunks whose vectors are further from the question's than this are not found by them: the smallest cosine, −1 to 1.
  public var leastSimilarity: Float = -1
  /// Compares the question with every vector, even if there is an index.
  public var isExact = false
  /// How many cells of the index are looked through; nil for as many as it was measured to need.
  public var cells: Int?
  /// Reads the sentences of the best chunks once more, and puts those with the best sentence first.
  public var ranksSentences = false
  /// How much a chunk counts for being unlike those before it, 0 (not at all) to 1; see ``Diversity``.
  public var diversity: Double = 0

  public init() {}
}
