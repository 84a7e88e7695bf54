// A row as a language model reads it: tokens, and which of them it learns to write.

/// Tokens to read, and for each whether the model learns to foresee it.
public struct TokenExample: Equatable, Sendable {
  public var ids: [Int]
  public var isLearnt: [Bool]
  /// Tokens of the prompt that were cut off at its beginning.
  public var cut: [Int]

  public init(ids: [Int], isLearnt: [Bool], cut: [Int] = []) {
    self.ids = ids
    self.isLearnt = isLearnt
    self.cut = cut
  }
}

/// A row token by token: what is read, what is learnt, what was cut. ``Experiment/views(_:)`` makes them.
public struct ExampleView: Equatable, Sendable, CustomStringConvertible {
  public struct Token: Equatable, Sendable {
    public var id: Int
    /// Bytes that are no character by themselves are U+FFFD.
    public var text: String
    public var isLearnt: Bool
  }

  /// Counted from 1, in the training rows.
  public var row: Int
  public var cut: [Token]
  public var tokens: [Token]
  /// What else is learnt from the row: a label, a number, the worse answer; empty for texts.
  public var target: String

  public init(row: Int, cut: [Token] = [], tokens: [Token], target: String = "") {
    self.row = row
    self.cut = cut
    self.tokens = tokens
    self.target = target
  }

  public var learntCount: Int { tokens.count(where: \.isLearnt) }

  /// `row 1: 21 tokens, 4 of them learnt, 0 cut`
  public var summary: String {
    "row \(row): \(tokens.count) tokens, \(learntCount) of them learnt, \(cut.count) cut"
      + (target.isEmpty ? "" : "; target \(target)")
  }

  /// The summary, and the tokens between bars: `cut`, `reads`, `learns`.
  public var description: String {
    var lines = [summary]
    func add(_ name: String, _ tokens: [Token]) {
      if !tokens.isEmpty { lines.append("  \(name)  |" + tokens.map { Self.shown($0.text) + "|" }.joined()) }
    }
    add("cut   ", cut)
    var rest = tokens[...]
    while let first = rest.first {
      let run = rest.prefix { $0.isLearnt == first.isLearnt }
      add(first.isLearnt ? "learns" : "reads ", Array(run))
      rest = rest.dropFirst(run.count)
    }
    return lines.joined(separator: "\n")
  }

  /// White space that would break the line made visible, and what would steer a terminal left out.
  public static func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.properties.generalCategory == .control: result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
