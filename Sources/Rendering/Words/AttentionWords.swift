// Attention in words: for each head its habit and its clearest looks, or for one head every query.
import StepRecords

enum AttentionWords {
  private static let perHead = 6
  /// Keys said of a query when all of it was asked for.
  private static let mostKeys = 10

  static func lines(for record: AttentionRecord, name: String, _ options: TextOptions) -> [StyledLine] {
    RecordDescription.lines(
      [head(record, name, options) + "."]
        + AttentionDescription.sentences(for: record, perHead: perHead, options: options).map { sentence($0) }, options)
  }

  /// One head, every query; or one query, every key.
  static func lines(
    for record: AttentionRecord, name: String, head: Int, query: Int?, _ options: TextOptions
  ) -> [StyledLine] {
    guard let grid = AttentionGrid(record) else { return lines(for: record, name: name, options) }
    let mostKeys = query == nil ? mostKeys : .max
    let sentences = (query.map { [$0] } ?? Array(0..<grid.queries)).compactMap { query -> String? in
      guard let looks = AttentionLooks(record, head: head, query: query, order: .byWeight) else { return nil }
      let text = NumberText(options)
      let shown = looks.keys.prefix(mostKeys)
      var parts = shown.map { key in
        "token \(key.index) '\(TokenLabel.text(record.columnLabels, at: key.index, options))', "
          + (looks.areProbabilities ? text.percent(key.weight) : text.short(key.weight))
      }
      if looks.keys.count > shown.count { parts.append("and \(text.count(looks.keys.count - shown.count)) more") }
      if looks.masked > 0 { parts.append("\(text.count(looks.masked)) masked") }
      return "Token \(query) '\(TokenLabel.text(record.rowLabels, at: query, options))' looks at: "
        + parts.joined(separator: "; ") + "."
    }
    return RecordDescription.lines([self.head(record, name, options, part: "head \(head)") + "."] + sentences, options)
  }

  private static func head(
    _ record: AttentionRecord, _ name: String, _ options: TextOptions, part: String? = nil
  ) -> String {
    let text = NumberText(options)
    var words = AttentionPicture.kind(name).isEmpty ? name : RecordDescription.subject(name, "attention")
    if let part { words += ", \(part)" }
    words += ", \(text.counted(record.heads, "head")), \(record.queries) queries by \(record.keys) keys"
    if let full = record.cutFrom, full.count == 3 {
      words += ", cut from \(text.counted(full[0], "head")), \(full[1]) by \(full[2])"
    }
    return words
  }

  private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() + "." }
}
