// The other kinds of rows that chunks give.
public import DocumentReading

extension PairMaker {
  /// Rows of one kind from pieces of documents, in the order of the text. All keep their evidence.
  ///
  /// - `questionAnswer`: the pairs, as ``pairs(from:)`` makes them.
  /// - `instruction`: the same, with the piece as the input: the answer is to be found in it.
  /// - `conversation`: the pairs of one piece, one after the other; pieces with fewer than two give none.
  /// - `summary`: a section's first piece and its heading, which says in a few words what the section is about.
  /// - `text`: the pieces themselves.
  public static func rows(of kind: TrainingRow.Kind, from chunks: [Chunk]) -> [TrainingRow] {
    switch kind {
    case .questionAnswer: pairs(from: chunks)
    case .instruction:
      pairsByChunk(chunks).flatMap { chunk, rows in
        rows.map { row in
          var row = row
          row.kind = .instruction
          row.input = chunk.text
          return row
        }
      }
    case .conversation: pairsByChunk(chunks).compactMap(conversation)
    case .summary: zip([nil] + chunks.map(Optional.some), chunks).compactMap(headed)
    case .text: chunks.map { TrainingRow(.text, answer: $0.text, evidence: $0.evidence) }
    }
  }

  /// What is asked for where a heading is the summary.
  private static let headingInstruction = "Give this text a heading."

  /// Each pair belongs to the first chunk that holds its evidence.
  private static func pairsByChunk(_ chunks: [Chunk]) -> [(Chunk, [TrainingRow])] {
    struct Page: Hashable {
      var file: String
      var number: Int
    }
    var left = Dictionary(grouping: pairs(from: chunks)) { row in
      Page(file: row.evidence?.file ?? "", number: row.evidence?.page ?? 0)
    }
    return chunks.map { chunk in
      let page = Page(file: chunk.evidence.file, number: chunk.evidence.page)
      let rows = left[page] ?? []
      func isInside(_ row: TrainingRow) -> Bool {
        row.evidence.map { chunk.evidence.start <= $0.start && $0.end <= chunk.evidence.end } ?? false
      }
      left[page] = rows.filter { !isInside($0) }
      return (chunk, rows.filter(isInside))
    }
  }

  private static func conversation(_ chunk: Chunk, _ rows: [TrainingRow]) -> TrainingRow? {
    let rows = rows.filter { $0.pattern != .cloze }
    guard rows.count > 1, let last = rows.last else { return nil }
    let turns = rows.flatMap { [TrainingRow.Turn(.user, $0.instruction), TrainingRow.Turn(.assistant, $0.answer)] }
    return TrainingRow(
      .conversation, instruction: last.instruction, answer: last.answer, turns: turns,
      score: rows.compactMap(\.score).min(), evidence: chunk.evidence)
  }

  private static func headed(_ before: Chunk?, _ chunk: Chunk) -> TrainingRow? {
    guard let heading = chunk.headings.last, !heading.isEmpty,
      before?.headings != chunk.headings || before?.evidence.file != chunk.evidence.file
    else { return nil }
    let text = RulePairWriter.textBelowHeading(of: chunk)
    guard text.contains(where: \.isLetter) else { return nil }
    return TrainingRow(
      .summary, instruction: headingInstruction, input: text, answer: heading, evidence: chunk.evidence)
  }
}
