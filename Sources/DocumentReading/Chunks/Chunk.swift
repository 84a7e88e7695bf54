// A piece of a document: what is searched, cited, and asked about.

public struct Chunk: Equatable, Sendable {
  /// Exactly the characters of the page that `evidence` names.
  public let text: String
  public let evidence: Evidence
  /// The headings above it, from the outermost; empty if the document has none.
  public let headings: [String]
  /// Where its sentences stand, in order, headings and rows of tables among them: Unicode scalars of the text.
  public let sentences: [Range<Int>]

  /// - Parameter sentences: found by the rules for a text of which no more is known, if left out.
  public init(text: String, evidence: Evidence, headings: [String] = [], sentences: [Range<Int>]? = nil) {
    self.text = text
    self.evidence = evidence
    self.headings = headings
    self.sentences = sentences ?? SentenceSplitter.sentences(in: text)
  }
}
