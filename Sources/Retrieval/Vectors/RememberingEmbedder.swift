// Vectors that are asked for again and again: many questions find the same sentences.

/// Computes the vector of each text once. For one thread, and for as long as a set of questions is asked: it forgets
/// nothing.
final class RememberingEmbedder: TextEmbedder, @unchecked Sendable {
  private let embedder: any TextEmbedder
  private var known: [String: [Float]] = [:]

  init(_ embedder: any TextEmbedder) { self.embedder = embedder }

  var identity: String { embedder.identity }
  var dimensions: Int { embedder.dimensions }
  var rankingWeight: Double { embedder.rankingWeight }

  func vectors(for texts: [String]) throws -> [[Float]] {
    var seen: Set<String> = []
    let new = texts.filter { known[$0] == nil && seen.insert($0).inserted }
    for (text, vector) in zip(new, try embedder.vectors(for: new)) { known[text] = vector }
    return texts.map { known[$0] ?? [] }
  }
}
