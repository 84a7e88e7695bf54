// From chunks to scored question–answer rows.
public import DocumentReading

/// Makes question–answer rows from pieces of documents.
public enum PairMaker {
  /// By rules; the same chunks give the same rows, in the order of the text.
  public static func pairs(from chunks: [Chunk]) -> [TrainingRow] {
    files(chunks).flatMap { chunks in
      let writer = RulePairWriter(reading: chunks)
      return settled(chunks.flatMap { scored(writer.pairs(from: $0), $0) })
    }
  }

  /// By another writer.
  public static func pairs(from chunks: [Chunk], by writer: some PairWriter) throws -> [TrainingRow] {
    try files(chunks).flatMap { chunks in try settled(chunks.flatMap { scored(try writer.pairs(from: $0), $0) }) }
  }

  /// The chunks of each document, in the order in which the documents come.
  private static func files(_ chunks: [Chunk]) -> [[Chunk]] {
    var order: [String] = []
    var byFile: [String: [Chunk]] = [:]
    for chunk in chunks {
      if byFile[chunk.evidence.file] == nil { order.append(chunk.evidence.file) }
      byFile[chunk.evidence.file, default: []].append(chunk)
    }
    return order.compactMap { byFile[$0] }
  }

  private static func scored(_ rows: [TrainingRow], _ chunk: Chunk) -> [TrainingRow] {
    rows.map { row in
      var row = row
      row.score = (RelevanceScore.of(row, chunk: chunk.text).value * 1000).rounded() / 1000
      return row
    }
  }

  /// Each question of a document once. Chunks overlap, so one may come twice; and a question to which a document gives
  /// two answers ("When does the ferry leave?") is none that can be answered, so it goes.
  private static func settled(_ rows: [TrainingRow]) -> [TrainingRow] {
    func key(_ row: TrainingRow) -> String { row.instruction.lowercased() }
    let answers = Dictionary(rows.map { (key($0), Set([$0.answer.lowercased()])) }, uniquingKeysWith: { $0.union($1) })
    var seen = Set<String>()
    return rows.filter { answers[key($0)]?.count == 1 && seen.insert(key($0)).inserted }
  }
}
