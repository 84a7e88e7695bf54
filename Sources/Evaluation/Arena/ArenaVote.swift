// One blind comparison: two answers to one prompt, and which was better.

/// A line of a file of votes:
/// `{"a":"base","b":"tuned","winner":"b","judge":"ada","prompt":"When does the ferry leave?"}`.
public struct ArenaVote: Codable, Equatable, Sendable {
  public enum Winner: String, Codable, CaseIterable, Sendable { case a, b, tie }

  /// The model whose answer stood first.
  public var a: String
  /// The model whose answer stood second.
  public var b: String
  public var winner: Winner
  /// Who voted: a person, or what judged; empty if nobody says.
  public var judge: String
  /// What was answered; empty if nobody says.
  public var prompt: String

  public init(a: String, b: String, winner: Winner, judge: String = "", prompt: String = "") {
    self.a = a
    self.b = b
    self.winner = winner
    self.judge = judge
    self.prompt = prompt
  }

  /// The same opinion with the answers in the other order.
  public var swapped: ArenaVote {
    let winner: Winner =
      switch winner {
      case .a: .b
      case .b: .a
      case .tie: .tie
      }
    return ArenaVote(a: b, b: a, winner: winner, judge: judge, prompt: prompt)
  }

  /// With the models in the order of their names: for votes to be compared, wherever the answers stood.
  var ordered: ArenaVote { a <= b ? self : swapped }
}
