// Links to the glossary in a lesson that goes where no glossary is: into a page of its own, a notebook, a program.
import LessonDocuments

struct GlossaryLinks {
  /// The lesson's, in which each link to a term leads to `#term-…` and tells its meaning; a link to what the glossary
  /// does not have is its text alone.
  private(set) var document: MarkdownNode
  /// Those that are linked, in the glossary's order.
  let terms: [Glossary.Term]

  init(_ document: MarkdownNode, glossary: Glossary = Glossary()) {
    var linked: Set<String> = []
    self.document = Self.replaced(document, glossary, &linked, depth: 0)
    terms = glossary.terms.filter { linked.contains($0.anchor) }
  }

  static func id(of term: Glossary.Term) -> String { "term-\(term.anchor)" }

  private static func replaced(
    _ node: MarkdownNode, _ glossary: Glossary, _ linked: inout Set<String>, depth: Int
  ) -> MarkdownNode {
    guard depth < MarkdownNode.maximumDepth else { return node }
    var result = node
    result.children = node.children.flatMap { child in
      var inner = replaced(child, glossary, &linked, depth: depth + 1)
      guard case .link(let destination, _) = child.kind, Glossary.isLink(destination) else { return [inner] }
      guard let term = glossary.term(linkedBy: destination) else { return inner.children }
      linked.insert(term.anchor)
      inner.kind = .link(destination: "#" + id(of: term), title: term.definition)
      return [inner]
    }
    return result
  }
}
