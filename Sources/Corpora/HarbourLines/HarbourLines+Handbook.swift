// The crew handbook: sections with a heading, a paragraph and a list.

extension HarbourLines {
  /// Sections of the crew handbook: a heading line, a paragraph, and the steps as lines that start with "-". Wordings
  /// vary from one document to the next, facts and duties do not. Labels: section; parts: "heading", "duties", "steps".
  public var handbook: Corpus { Corpus("handbook", [handbookRule] + handbookRules) }

  /// The whole handbook, a heading and all its sections in order: another wording for each edition.
  public func handbookText(edition: Int) -> String {
    let sections = handbookSections.indices.map { "[section \($0)]\n\n" }
    let book = Corpus(
      "whole handbook", [Rule("handbook", ["Harbour Lines: crew handbook\n\n" + sections.joined()])] + handbookRules)
    return book.text(tokens: 1, seed: edition)
  }

  var handbookRule: Rule { Rule("handbook", handbookSections.indices.map { "[section \($0)]\n\n" }) }

  var handbookRules: [Rule] {
    handbookSections.enumerated().flatMap { number, section in
      let duties = section.duties.map { "{\($0)|}" }
      return [
        Rule(
          "section \(number)", labels: ["section": section.title],
          ["[heading \(number)]\n[duties \(number)]\n[steps \(number)]"]),
        Rule("heading \(number)", ["Section \(NumberWords.spelled(number + 1)): \(section.title)"]),
        Rule("duties \(number)", [([section.opening] + duties).joined(separator: " ")]),
        Rule("steps \(number)", [section.steps.map { "- \($0)" }.joined(separator: "\n")]),
      ]
    }
  }
}
