// Bulletins of the harbour with the summaries that they should have.
public import Corpora

/// Several announcements, a paragraph each, and for each the line that says what matters.
public struct HarbourBulletin: Equatable, Sendable {
  public let announcements: [(text: String, summary: String)]

  public var text: String { announcements.map(\.text).joined(separator: "\n\n") }
  public var summary: String { announcements.map(\.summary).joined(separator: " ") }

  public static func == (a: HarbourBulletin, b: HarbourBulletin) -> Bool {
    a.text == b.text && a.summary == b.summary
  }

  /// So many bulletins of so many announcements.
  public static func bulletins(
    _ count: Int, announcements each: Int, of world: HarbourLines, _ split: Corpus.Split, seed: Int
  ) -> [HarbourBulletin] {
    let all = world.announcements.documents(split, seed: seed).prefix(100 * count * each).lazy.compactMap(summarized)
      .prefix(count * each)
    let announcements = Array(all)
    return stride(from: 0, to: announcements.count - each + 1, by: each).map {
      HarbourBulletin(announcements: Array(announcements[$0..<$0 + each]))
    }
  }

  /// An announcement with its line, which is written from what the grammar chose: what happened to whom, and when.
  private static func summarized(_ document: Document) -> (text: String, summary: String)? {
    let text = String(document.text.trimmingSuffix { $0.isNewline })
    let (ferry, island) = (document.labels["ferry"] ?? "", document.labels["island"] ?? "")
    func found(_ pattern: Regex<(Substring, Substring)>) -> Substring { text.firstMatch(of: pattern)?.1 ?? "" }
    switch document.labels["event"] {
    case "delay":
      let minutes = found(#/ is ([a-z -]+) minutes late/#),
        hour = found(#/ will now leave pier [a-z]+ at ([a-z -]+)\./#)
      return (text, "The \(ferry) to \(island) is \(minutes) minutes late and will leave at \(hour).")
    case "boarding":
      let pier = found(#/at pier ([a-z]+) for/#), hour = found(#/ leaves at ([a-z -]+)\./#)
      return (text, "The \(ferry) for \(island) is boarding at pier \(pier) and leaves at \(hour).")
    case "cancelled": return (text, "The \(ferry) will not sail to \(island) today.")
    case "found": return (text, "\(found(#/^(.+?) (?:was|were) found/#)) found on the \(ferry).")
    case "aboard": return (text, "We will be at \(island) in \(found(#/ in ([a-z -]+) minutes\./#)) minutes.")
    default: return nil
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
    self[..<(lastIndex { !isDropped($0) }.map { index(after: $0) } ?? startIndex)]
  }
}
