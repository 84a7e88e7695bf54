// One rule of a grammar: a name, and what may be written in its place.

/// A rule: its name, and the alternatives that may be written for it, each with a weight.
///
/// ```swift
/// Rule("sentence", ["The [boat] {slowly|quietly|} leaves the harbour."])
/// Rule("boat", ["ferry": 3, "mail boat": 1])
/// ```
/// In an alternative `[name]` stands for another rule, and `{this|that|}` for one of several wordings with equal chances,
/// of which one may be empty. The rest is cut into tokens as `WordTokens` says.
///
/// Rules that must agree carry what they agree on in their names: `[crossing Sandholm]` is another rule than
/// `[crossing Birk]`. A program that writes the rules in a loop gives a grammar as many parameters as it likes.
public struct Rule: Hashable, Sendable {
  public struct Alternative: Hashable, Sendable {
    public let text: String
    /// Above 0; only its share in the sum of the rule's weights matters.
    public let weight: Double
  }

  public let name: String
  public let alternatives: [Alternative]
  /// What a document is about if this rule was used in it, as `["sentiment": "positive"]`. Not part of the text.
  public let labels: [String: String]

  /// Every alternative is as likely as the others.
  public init(_ name: String, labels: [String: String] = [:], _ alternatives: [String]) {
    self.init(name, labels: labels, alternatives: alternatives.map { Alternative(text: $0, weight: 1) })
  }

  public init(_ name: String, labels: [String: String] = [:], _ weighted: KeyValuePairs<String, Double>) {
    self.init(name, labels: labels, weighted: weighted.map { ($0.key, $0.value) })
  }

  /// The same for weights that are computed.
  public init(_ name: String, labels: [String: String] = [:], weighted: [(text: String, weight: Double)]) {
    self.init(name, labels: labels, alternatives: weighted.map { Alternative(text: $0.text, weight: $0.weight) })
  }

  private init(_ name: String, labels: [String: String], alternatives: [Alternative]) {
    self.name = name
    self.labels = labels
    self.alternatives = alternatives
  }
}
