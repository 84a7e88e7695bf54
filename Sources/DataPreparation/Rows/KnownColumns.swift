// The columns that known data sets have, so that they need no mapping.
internal import Messages

enum KnownColumns {
  /// In the order in which they are tried: the ones that say most first.
  private static let layouts: [(TrainingRow.Kind, [(RowField, String)])] = [
    (.conversation, [(.messages, "messages")]),
    (.conversation, [(.messages, "conversations")]),
    (.instruction, [(.instruction, "prompt"), (.output, "chosen"), (.rejected, "rejected")]),
    (.conversation, [(.messages, "chosen"), (.rejected, "rejected")]),
    (.instruction, [(.instruction, "instruction"), (.output, "output")]),
    (.instruction, [(.instruction, "instruction"), (.output, "response")]),
    (.instruction, [(.instruction, "prompt"), (.output, "completion")]),
    (.instruction, [(.instruction, "prompt"), (.output, "response")]),
    (.questionAnswer, [(.question, "question"), (.answer, "answer")]),
    (.summary, [(.text, "document"), (.summary, "summary")]),
    (.summary, [(.text, "article"), (.summary, "summary")]),
    (.summary, [(.text, "dialogue"), (.summary, "summary")]),
    (.summary, [(.text, "text"), (.summary, "summary")]),
    (.text, [(.text, "text")]),
    (.text, [(.text, "content")]),
  ]

  /// Columns that may stand beside those of a layout.
  private static let besides: [(RowField, String)] = [
    (.input, "input"), (.context, "context"), (.rejected, "rejected"), (.instruction, "instruction"),
  ]

  /// The mapping of a data set whose columns have these names.
  ///
  /// - Throws: if they are of no known layout: which there are, and which was most likely meant.
  static func mapping(of names: [String], file: String) throws(RowError) -> ColumnMapping {
    for (kind, needed) in layouts where needed.allSatisfy({ names.contains($0.1) }) {
      let (fields, possible) = RowField.of(kind)
      let others = besides.filter { field, name in
        names.contains(name) && (fields + possible).contains(field)
          && !needed.contains { $0.0 == field || $0.1 == name }
      }
      return try ColumnMapping((needed + others).map { ColumnMapping.Column($0, $1) }, kind: kind)
    }
    throw RowError(
      "\(file.harmless): which of its columns is what? They are \(names.map(\.quoted).joined(separator: ", ")). "
        + (misspelt(names) ?? "Say it as in question=NAME,answer=NAME (--columns, or columns: in a recipe)")
        + ". Without that are known: "
        + layouts.map { layout in layout.1.map(\.1).joined(separator: "+") }.joined(separator: ", "))
  }

  /// "is it `question` that was meant?", if one name is all that keeps the file from a known layout.
  private static func misspelt(_ names: [String]) -> String? {
    for (_, needed) in layouts {
      let missing = needed.filter { !names.contains($0.1) }
      guard missing.count == 1, let (field, name) = missing.first,
        let nearest = NearestName.of(name, among: names.filter { present in !needed.contains { $0.1 == present } }),
        NearestName.distance(nearest, name) <= max(1, name.count / 3)
      else { continue }
      let columns = needed.map { "\($0.0.rawValue)=\($0.0 == field ? nearest : $0.1)" }.joined(separator: ",")
      return "\(nearest.quoted) is probably \(name.quoted): rename it, or say \(columns) (--columns, or columns: in a "
        + "recipe)"
    }
    return nil
  }

  /// Checks that a file has the columns that somebody named.
  static func check(_ mapping: ColumnMapping, in names: [String], file: String) throws(RowError) {
    let missing = mapping.columns.filter { !names.contains($0.name) }
    guard let first = missing.first else { return }
    let nearest = NearestName.of(first.name, among: names).map { "; the nearest is \($0.quoted)" } ?? ""
    throw RowError(
      "\(file.harmless): it has no column \(first.name.quoted), which is said to be the \(first.field.rawValue)\(nearest). "
        + "Its columns: \(names.map(\.quoted).joined(separator: ", "))")
  }
}
