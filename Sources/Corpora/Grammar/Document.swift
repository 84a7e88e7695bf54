// One text drawn from a grammar, with the choices that wrote it.

public struct Document: Hashable, Sendable {
  /// A rule used in the document, and the tokens written for it.
  public struct Use: Hashable, Sendable {
    public let rule: String
    public let tokens: Range<Int>
  }

  public let tokens: [String]
  /// The labels of all rules used, as `["sentiment": "positive"]`; where two give the same one, the later rule's.
  public let labels: [String: String]
  /// In the order in which the rules were begun; the first is the grammar's start.
  public let uses: [Use]
  /// The logarithm of the probability of the choices that wrote this document: the sum of the logarithms of their
  /// shares. Nats, never above 0.
  public let logProbability: Double

  public var text: String { WordTokens.joined(tokens) }

  /// The text written for each rule whose name's first word is `kind`, in order.
  public func parts(_ kind: String) -> [String] {
    uses.filter { $0.rule == kind || $0.rule.hasPrefix(kind + " ") }.map { WordTokens.joined(tokens[$0.tokens]) }
  }
}
