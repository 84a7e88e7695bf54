// What the terms of a lesson mean, folded, at the end of its page.
import LessonDocuments

enum GlossaryHTML {
  /// None if there are no terms.
  static func parts(for terms: [Glossary.Term]) -> [HTML] {
    if terms.isEmpty { return [] }
    let entries = terms.flatMap { term in
      [
        HTML.element("dt", ["id": GlossaryLinks.id(of: term)], text: TypographicQuotes.curled(term.name)),
        .element("dd", text: TypographicQuotes.curled(term.definition)),
      ]
    }
    let count =
      "\(terms.count) \(terms.count == 1 ? "word" : "words") of this lesson, and what \(terms.count == 1 ? "it means" : "they mean")"
    return [
      .element("details", ["class": "glossary"], [.element("summary", text: count), .element("dl", [:], entries)])
    ]
  }
}
