// What a chat has said so far, and as much of it as a model can read.
public import DataPreparation

/// The turns of a conversation, oldest first.
public struct ChatMemory: Equatable, Sendable {
  public var turns: [TrainingRow.Turn]

  public init(_ turns: [TrainingRow.Turn] = []) { self.turns = turns }

  /// The latest exchanges that have room together. An exchange is what was said from one turn of the user to the next;
  /// it is kept or dropped whole, so that no answer stands without its question. System turns at the beginning stay,
  /// and so does the last exchange, even if there is no room for it.
  ///
  /// - Parameters:
  ///   - budget: tokens.
  ///   - length: the tokens of one turn with all that its template puts round it.
  public func window(of budget: Int, length: (TrainingRow.Turn) -> Int) -> ChatWindow {
    let system = turns.prefix { $0.role == .system }
    var used = system.reduce(0) { $0 + length($1) }
    var start = turns.endIndex
    while start > system.endIndex {
      let begin = turns[system.endIndex..<start].lastIndex { $0.role == .user } ?? system.endIndex
      let more = turns[begin..<start].reduce(0) { $0 + length($1) }
      guard used + more <= budget || start == turns.endIndex else { break }
      used += more
      start = begin
    }
    return ChatWindow(
      turns: Array(system + turns[start...]), dropped: Array(turns[system.endIndex..<start]), tokens: used,
      budget: budget)
  }
}

/// What of a conversation a model is shown.
public struct ChatWindow: Equatable, Sendable {
  public let turns: [TrainingRow.Turn]
  /// What was too long ago, oldest first.
  public let dropped: [TrainingRow.Turn]
  public let tokens: Int
  public let budget: Int

  /// Whether what had to stay is more than there is room for; its beginning will be cut.
  public var isOverfull: Bool { tokens > budget }
}
