// What was said in a chat with one model or several: values, without models.
public import DataPreparation

/// A conversation that each partner has a view of: the same prompts, and its own answers.
public struct Conversation: Equatable, Sendable {
  /// One line of the reader, and what each partner made of it.
  public struct Exchange: Equatable, Sendable {
    public var prompt: String
    /// In the order of the partners; a partner that has not answered yet is missing.
    public var answers: [String]
    /// What the answers were drawn with.
    public var seed: Int

    public init(prompt: String, answers: [String] = [], seed: Int) {
      self.prompt = prompt
      self.answers = answers
      self.seed = seed
    }
  }

  /// Oldest first.
  public private(set) var exchanges: [Exchange] = []
  public init() {}

  public mutating func add(_ exchange: Exchange) { exchanges.append(exchange) }

  /// Takes the last exchange back; nil if there is none.
  @discardableResult
  public mutating func undo() -> Exchange? { exchanges.popLast() }

  public mutating func forget() { exchanges = [] }

  /// The turns as one partner knows them.
  ///
  /// - Parameters:
  ///   - system: stands before them; empty for none.
  ///   - prompt: what is said last, and not answered yet.
  public func turns(ofPartner partner: Int, system: String, saying prompt: String? = nil) -> [TrainingRow.Turn] {
    var turns = system.isEmpty ? [] : [TrainingRow.Turn(.system, system)]
    for exchange in exchanges where exchange.answers.indices.contains(partner) {
      turns += [.init(.user, exchange.prompt), .init(.assistant, exchange.answers[partner])]
    }
    return turns + (prompt.map { [.init(.user, $0)] } ?? [])
  }

  /// The conversation with each partner as a row that can be trained on; none before anything was answered.
  ///
  /// - Parameter names: of the partners; with several they stand in the column `model`.
  public func rows(system: String, names: [String]) -> [TrainingRow] {
    names.indices.compactMap { partner in
      let turns = turns(ofPartner: partner, system: system)
      guard let last = turns.last, last.role == .assistant else { return nil }
      return TrainingRow(
        .conversation, instruction: turns.last { $0.role == .user }?.text ?? "", answer: last.text, turns: turns,
        columns: names.count > 1 ? ["model": names[partner]] : nil)
    }
  }
}
