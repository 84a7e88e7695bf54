// A chat without a terminal: who takes part, what was said, and what the next answer is.
import Applications
import DataPreparation
import Experiments
import Rendering

/// One reader and one model or two.
struct ChatSession {
  let partners: [ChatPartner]
  var settings: ChatSettings
  private(set) var conversation = Conversation()
  /// The texts that the partners were given last.
  private(set) var lastPrompts: [String] = []
  /// Exchanges that each partner no longer sees.
  private var forgotten: [Int]

  init(_ partners: [ChatPartner], settings: ChatSettings) {
    (self.partners, self.settings) = (partners, settings)
    forgotten = partners.map { _ in 0 }
  }

  /// One partner's part of an exchange.
  struct Answer {
    var text = ""
    /// Turns that no longer fit in the context, oldest first.
    var dropped: [TrainingRow.Turn] = []
    /// Those that were dropped for this answer.
    var newlyDropped: [TrainingRow.Turn] = []
    /// Whether even the last line does not fit, so that its beginning is not read.
    var isOverfull = false
  }

  /// The seed of the next answer.
  var nextSeed: Int { settings.seed + conversation.exchanges.count }

  /// Answers a line with each partner in turn.
  ///
  /// - Parameters:
  ///   - seed: nil: that of the place in the conversation.
  ///   - show: called whenever there is more of the answers, with all that there is. What it throws stops the answers;
  ///     what was written until then is kept.
  /// - Returns: the answers; fewer than partners if they were stopped.
  mutating func reply(
    to prompt: String, seed: Int? = nil, show: ([Answer]) throws -> Void = { _ in }
  ) throws -> [Answer] {
    let seed = seed ?? nextSeed
    var answers: [Answer] = []
    lastPrompts = []
    do {
      for index in partners.indices {
        let (window, partner) = (window(ofPartner: index, saying: prompt), partners[index])
        lastPrompts.append(partner.prompt(for: window.turns))
        answers.append(
          Answer(
            dropped: window.dropped, newlyDropped: Array(window.dropped.dropFirst(forgotten[index])),
            isOverfull: window.isOverfull))
        forgotten[index] = window.dropped.count
        try show(answers)
        let text = try partner.answer(to: window.turns, settings: settings, seed: seed) { piece in
          answers[index].text += piece
          try show(answers)
        }
        answers[index].text = text
      }
    } catch is AnswerStopped {}
    conversation.add(.init(prompt: prompt, answers: answers.map(\.text), seed: seed))
    return answers
  }

  /// What a partner is shown of the conversation.
  private func window(ofPartner index: Int, saying prompt: String) -> ChatWindow {
    let partner = partners[index]
    let turns = conversation.turns(ofPartner: index, system: settings.system, saying: prompt)
    return ChatMemory(turns).window(of: partner.room(besideAnswerOf: settings.count), length: partner.length)
  }

  mutating func undo() -> Conversation.Exchange? {
    forgotten = partners.map { _ in 0 }
    return conversation.undo()
  }

  mutating func forget() {
    forgotten = partners.map { _ in 0 }
    conversation.forget()
  }
}

/// Thrown by who shows an answer when the reader has seen enough.
struct AnswerStopped: Error {}
