// What the columns of a data set may be, and which of them each kind of row needs.

/// What a column of a data set holds.
public enum RowField: String, CaseIterable, Sendable {
  case question, answer, context
  case text, summary
  case instruction, input, output
  case messages
  /// The worse answer, of rows that say which of two is preferred.
  case rejected

  /// The fields of a kind, the needed ones first.
  static func of(_ kind: TrainingRow.Kind) -> (needed: [RowField], possible: [RowField]) {
    switch kind {
    case .questionAnswer: ([.question, .answer], [.context, .rejected])
    case .summary: ([.text, .summary], [.instruction, .rejected])
    case .instruction: ([.instruction, .output], [.input, .rejected])
    case .conversation: ([.messages], [.rejected])
    case .text: ([.text], [])
    }
  }

  /// The kind of rows whose needed fields these are; nil if there is none.
  static func kind(with fields: Set<RowField>) -> TrainingRow.Kind? {
    // Raw text last: a summary has a text, too.
    TrainingRow.Kind.allCases.first { kind in of(kind).needed.allSatisfy(fields.contains) }
  }
}
