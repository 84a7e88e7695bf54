// A row's texts, one by one and together: what the steps of a recipe read and rewrite.

extension TrainingRow {
  /// What is said in it: instruction, input and answer, or the turns of a conversation. Empty ones are left out.
  var texts: [String] {
    (turns.map { $0.map(\.text) } ?? [instruction, input ?? "", answer]).filter { !$0.isEmpty }
  }

  /// All of it, a line a text.
  package var wholeText: String { texts.joined(separator: "\n") }

  /// The row with each of its texts rewritten.
  func mapTexts(_ rewrite: (String) -> String) -> TrainingRow {
    var row = self
    row.instruction = rewrite(instruction)
    row.input = input.map(rewrite)
    row.answer = rewrite(answer)
    row.turns = turns.map { $0.map { Turn($0.role, rewrite($0.text)) } }
    return row
  }

  /// A column by its name: the row's own, or one of the data set's; nil if there is none.
  func column(_ name: String) -> String? {
    switch name {
    case "instruction", "question": instruction
    case "input": input
    case "answer": answer
    case "kind": kind.rawValue
    case "score": score.map { String($0) }
    case "file": evidence?.file
    case "page": evidence.map { String($0.page) }
    default: columns?[name]
    }
  }
}
