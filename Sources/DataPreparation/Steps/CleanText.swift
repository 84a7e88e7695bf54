// What should not be learnt from texts: stray spaces, marks of the page, links, pictures.
public import YAMLTrees

/// Rewrites texts; drops nothing. Evidence still points to the text as it was.
public struct CleanText: RecipeStep {
  public static let name = "clean-text"
  public static let summary = "tidies texts: spaces, broken lines, and, if asked, emoji, case, links"

  public enum Treatment: String, CaseIterable, Sendable { case keep, mask, remove }
  public enum Letters: String, CaseIterable, Sendable { case keep, lower }

  /// Runs of spaces become one, lines lose the spaces at their ends, of several empty lines one stays.
  public var whiteSpace = true
  /// Joins lines that a page's width has broken, in rows that come from a document.
  public var brokenLines = true
  /// Removes control characters and invisible marks.
  public var controls = true
  public var emoji = Treatment.keep
  /// `https://…` and `www.…`; masked they become `[link]`.
  public var links = Treatment.keep
  /// Of mail; masked they become `[mail]`. More kinds of personal data: ``SensitiveDataFilter``.
  public var addresses = Treatment.keep
  public var letters = Letters.keep

  public init() {}

  public static var settings: [Setting<CleanText>] {
    [
      .flag("white-space", \.whiteSpace, "runs of spaces and empty lines become one"),
      .flag("broken-lines", \.brokenLines, "joins lines that a document's page has broken"),
      .flag("controls", \.controls, "removes control characters and invisible marks"),
      .choice("emoji", \.emoji, "what becomes of emoji"),
      .choice("links", \.links, "what becomes of https://…"),
      .choice("addresses", \.addresses, "what becomes of mail addresses"),
      .choice("letters", \.letters, "or all in lower case"),
    ]
  }

  public func apply(_ rows: [TrainingRow], seed: Int) -> RecipeOutcome {
    RecipeOutcome(rows) { row in
      var reasons: [String] = []
      let after = row.mapTexts { clean($0, isFromPage: row.evidence != nil, &reasons) }
      return reasons.isEmpty ? .kept : .changed(after, reasons)
    }
  }

  private func clean(_ text: String, isFromPage: Bool, _ reasons: inout [String]) -> String {
    var text = text
    func change(_ reason: String, _ isWanted: Bool, _ rewrite: (String) -> String) {
      guard isWanted else { return }
      let next = rewrite(text)
      // Compared as scalars: what looks alike may still be written otherwise.
      if !next.unicodeScalars.elementsEqual(text.unicodeScalars) { reasons.append(reason) }
      text = next
    }
    change("invisible marks", controls, TextCleaning.withoutControls)
    change("links", links != .keep) { TextCleaning.withoutLinks($0, mask: links == .mask ? "[link]" : "") }
    change("addresses", addresses != .keep) { text in
      SensitiveText.replacing([.mail], in: text) { _ in addresses == .mask ? "[mail]" : "" }
    }
    change("emoji", emoji != .keep) { TextCleaning.withoutEmoji($0, mask: emoji == .mask ? "[emoji]" : "") }
    change("broken lines", brokenLines && isFromPage, TextCleaning.withJoinedLines)
    change("white space", whiteSpace, TextCleaning.withSingleSpaces)
    change("case", letters == .lower) { $0.lowercased() }
    return text
  }
}
