// A piece of a document: what is searched, cited, and asked about.

public struct Chunk: Equatable, Sendable {
  /// Exactly the characters of the page that `evidence` names.
  public let text: String
  public let evidence: Evidence
  /// The headings above it, from the outermost; empty if the document has none.
  public let headings: [String]

  public init(text: String, evidence: Evidence, headings: [String] = []) {
    self.text = text
    self.evidence = evidence
    self.headings = headings
  }
}
