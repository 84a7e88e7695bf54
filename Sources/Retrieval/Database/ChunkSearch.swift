// One search: two rankings, made into one, looked at once more, cut to size.
import DocumentReading
import Tensors

struct ChunkSearch {
  let store: any DocumentStore
  let collection: StoredCollection
  let scope: SearchScope
  let request: SearchRequest
  let vectorWeight: Double

  typealias Ranking = [(id: Int64, score: Double)]

  /// Chunks that are scored in full, however common the question's words are.
  private static let mostCandidates = 15_000

  /// What each ranking gives to the fusion.
  private var depth: Int { max(50, min(request.count, 1000) * 4) }

  func hits(_ question: String, vector: [Float]?, embedder: (any TextEmbedder)?) throws -> [SearchHit] {
    guard request.count > 0 else { return [] }
    let relevance = try relevance(of: question)
    var texts: [Int64: Chunk] = [:]
    let words = request.method == .vectors ? [] : try wordRanking(relevance, &texts)
    let vectors = try vector.map(vectorRanking) ?? []
    var ranking: Ranking =
      switch request.method {
      case .words: words
      case .vectors: vectors
      case .both:
        RankFusion.fuse([words.map(\.id), vectors.map(\.id)], weights: [1, vectorWeight]).map { ($0.item, $0.score) }
      }
    let looksFurther = request.ranksSentences || request.diversity > 0
    ranking = Array(ranking.prefix(looksFurther ? max(request.count, 20) : request.count))
    try load(ranking.map(\.id), into: &texts)
    if request.ranksSentences { ranking = try bySentences(ranking, texts, relevance, vector, embedder) }
    if request.diversity > 0 { ranking = try diverse(ranking, texts) }
    let places = (words: Self.ranks(words), vectors: Self.ranks(vectors))
    return ranking.prefix(request.count).compactMap { id, score in
      guard let chunk = texts[id] else { return nil }
      let match = SentenceMatch(chunk, relevance)
      return SearchHit(
        chunk: chunk, score: score, words: places.words[id], vectors: places.vectors[id], sentence: match.sentence,
        matches: match.matches)
    }
  }

  private static func ranks(_ ranking: Ranking) -> [Int64: SearchHit.Rank] {
    Dictionary(
      uniqueKeysWithValues: ranking.enumerated().map { ($1.id, SearchHit.Rank(place: $0 + 1, score: $1.score)) })
  }

  private func load(_ ids: [Int64], into texts: inout [Int64: Chunk]) throws {
    for found in try store.chunks(ids.filter { texts[$0] == nil }) { texts[found.id] = found.chunk }
  }

  // MARK: Words

  private func relevance(of question: String) throws -> WordRelevance {
    let terms = WordTerms.question(question)
    let average = collection.chunks > 0 ? Double(collection.terms) / Double(collection.chunks) : 0
    return WordRelevance(
      texts: collection.chunks, averageLength: average, counts: try store.counts(of: terms, in: collection))
  }

  /// SQLite selects, by the rarest words as far as they are not too many; all words score.
  private func wordRanking(_ relevance: WordRelevance, _ texts: inout [Int64: Chunk]) throws -> Ranking {
    let terms = relevance.counts.filter { $0.value > 0 }.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
    guard !terms.isEmpty else { return [] }
    var (selecting, sum) = (0, 0)
    while selecting < terms.count, selecting == 0 || sum + terms[selecting].value <= Self.mostCandidates {
      sum += terms[selecting].value
      selecting += 1
    }
    var ids: [Int64] = []
    while true {
      ids = try store.chunks(
        withAnyOf: terms.prefix(selecting).map(\.key), in: collection, scope, most: depth)
      // Too few: the common words must help.
      if ids.count >= request.count || selecting == terms.count { break }
      selecting += 1
    }
    try load(ids, into: &texts)
    return ids.compactMap { id in texts[id].map { (id, relevance.score($0.searchTerms)) } }
      .sorted { ($1.score, $0.id) < ($0.score, $1.id) }
  }

  // MARK: Vectors

  private func vectorRanking(_ vector: [Float]) throws -> Ranking {
    guard vector.contains(where: { $0 != 0 }) else { return [] }
    var best = NearestVectors(most: depth)
    let allowed = scope.isAll ? nil : try store.ids(in: collection, scope)
    var cells: [Int]?
    // A scope may be small: nothing of it shall be missed.
    if !request.isExact, allowed == nil, let index = try store.vectorCells(of: collection) {
      cells = Array(index.nearest(to: vector).prefix(request.cells ?? index.searched))
    }
    try store.eachBlock(of: collection, cells: cells, scope) { block in
      for (chunk, cosine) in zip(block.chunks, dotProducts(vector, withRows: block.vectors))
      where cosine >= request.leastSimilarity && allowed?.contains(chunk) != false {
        best.add(chunk, cosine)
      }
    }
    return best.ranking.map { ($0.chunk, Double($0.cosine)) }
  }

  // MARK: Looking once more

  /// The order so far and the order of the best sentences, fused.
  private func bySentences(
    _ ranking: Ranking, _ texts: [Int64: Chunk], _ relevance: WordRelevance, _ vector: [Float]?,
    _ embedder: (any TextEmbedder)?
  ) throws -> Ranking {
    var sentences: [(id: Int64, text: String)] = []
    for (id, _) in ranking {
      guard let chunk = texts[id] else { continue }
      let scalars = Array(chunk.text.unicodeScalars)
      for range in chunk.sentences { sentences.append((id, scalars[range].string)) }
    }
    let vectors = try vector.flatMap { _ in try embedder?.vectors(for: sentences.map(\.text)) }
    var best: [Int64: Double] = [:]
    for (index, sentence) in sentences.enumerated() {
      var value = SentenceMatch.coverage(of: sentence.text, relevance)
      if let vector, let vectors { value += cosine(vector, vectors[index]) }
      best[sentence.id] = max(best[sentence.id] ?? -.infinity, value)
    }
    let order = ranking.indices.sorted { a, b in
      (best[ranking[b].id] ?? -.infinity, a) < (best[ranking[a].id] ?? -.infinity, b)
    }.map { ranking[$0].id }
    return RankFusion.fuse([ranking.map(\.id), order]).map { ($0.item, $0.score) }
  }

  private func diverse(_ ranking: Ranking, _ texts: [Int64: Chunk]) throws -> Ranking {
    let vectors = try store.vectors(of: ranking.map(\.id), in: collection)
    let terms = ranking.map { id, _ in Set(texts[id]?.searchTerms ?? []) }
    let order = Diversity.order(
      ranking.map(\.score), count: request.count, diversity: request.diversity
    ) { a, b in
      if let left = vectors[ranking[a].id], let right = vectors[ranking[b].id] {
        return cosine(left, right)
      }
      // Without vectors: the share of their words that two have in common (Jaccard).
      let all = terms[a].union(terms[b]).count
      return all == 0 ? 0 : Double(terms[a].intersection(terms[b]).count) / Double(all)
    }
    return order.map { ranking[$0] }
  }
}

/// Of vectors of length 1.
private func cosine(_ a: [Float], _ b: [Float]) -> Double {
  Double(zip(a, b).reduce(0) { sum, pair in sum + pair.0 * pair.1 })
}

extension Collection<Unicode.Scalar> {
  var string: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self)
    return String(view)
  }
}
