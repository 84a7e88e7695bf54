// Text to a vector: what vector search stands on.

/// Turns texts into vectors whose dot product says how near their meanings are.
public protocol TextEmbedder: Sendable {
  /// Which model made the vectors, with its version: vectors of two identities are never compared.
  var identity: String { get }
  var dimensions: Int { get }

  /// One vector of length 1 for each text; the zero vector for a text with nothing in it.
  func vectors(for texts: [String]) throws -> [[Float]]

  /// How much its ranking counts beside that of the words, which counts 1.
  var rankingWeight: Double { get }
}

extension TextEmbedder {
  public var rankingWeight: Double { 1 }
}
