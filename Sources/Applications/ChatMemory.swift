// What a chat has said so far.
public import DataPreparation

/// The turns of a conversation, oldest first.
public struct ChatMemory: Equatable, Sendable {
  public var turns: [TrainingRow.Turn]

  public init(_ turns: [TrainingRow.Turn] = []) { self.turns = turns }
}
