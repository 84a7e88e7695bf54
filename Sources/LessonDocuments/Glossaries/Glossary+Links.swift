// Links of lessons that lead to a term of the glossary: `[perplexity](../glossary.md#perplexity)`.

extension Glossary {
  /// Whether a link leads to a glossary, to whichever term.
  package static func isLink(_ destination: String) -> Bool {
    let path = destination.prefix { $0 != "#" }
    return !path.contains(":") && path.split(separator: "/").last == fileName[...]
  }

  /// nil if the link leads elsewhere, or to a term that is not there.
  package func term(linkedBy destination: String) -> Term? {
    guard Self.isLink(destination), let hash = destination.firstIndex(of: "#") else { return nil }
    let anchor = destination[hash...].dropFirst().lowercased()
    return terms.first { $0.anchor == anchor }
  }
}

extension Glossary.Term {
  /// As a link has it behind `#`.
  package var anchor: String { HeadingAnchor.of(name) }
}
