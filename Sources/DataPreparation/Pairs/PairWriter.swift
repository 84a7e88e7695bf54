// Who writes questions and answers: rules, or a language model.
public import DocumentReading

/// Writes question–answer pairs about one piece of a document. Each answer stands in the piece, character for character,
/// and each row says in its evidence which sentence it stands in.
public protocol PairWriter {
  func pairs(from chunk: Chunk) throws -> [TrainingRow]
}
