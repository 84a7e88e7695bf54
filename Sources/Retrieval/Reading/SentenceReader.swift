// Reading a sentence with the question in mind: more than a vector knows, which was made without it.
import DocumentReading

/// A sentence, and what it leans on where it stands.
public struct ReadableSentence: Hashable, Sendable {
  public let text: String
  /// The heading above it and the sentence before it; may be empty.
  public let context: String

  public init(_ text: String, context: String) { (self.text, self.context) = (text, context) }
}

/// Says of sentences how well they answer a question, having read both together.
public protocol SentenceReader: Sendable {
  /// Which model reads, with its version.
  var identity: String { get }

  /// For each sentence the logarithm of how much likelier it is to answer than that none does: above 0 speaks for it.
  func scores(of sentences: [ReadableSentence], asking question: String) throws -> [Double]
}

extension CandidateSentence {
  /// A row of a table brings the names of its columns along; any other sentence stands below a heading, behind the
  /// sentence before it.
  var readable: ReadableSentence {
    let heading = hit.chunk.headings.last ?? evidence.file.split(separator: "/").last.map(String.init) ?? ""
    guard inContext.hasSuffix(text) else { return ReadableSentence(inContext, context: heading) }
    return ReadableSentence(text, context: "\(heading). \(inContext.dropLast(text.count))".withFoldedSpaces)
  }
}
