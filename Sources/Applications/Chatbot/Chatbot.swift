// A chatbot that remembers, looks things up, and says when it does not know.
internal import DataPreparation
internal import Foundation
public import Retrieval
public import TextModels

/// Answers from what it was told, from documents if it has some, and from its model where that is sure; else it refuses.
///
/// ```swift
/// var bot = Chatbot(model: try TextModel.load(from: "BaseModel"))
/// try bot.reply(to: "My name is Ada.")
/// print(try bot.reply(to: "What does a ticket to Birk cost?").text)  // Six crowns.
/// print(try bot.reply(to: "And to Quarne?").text)
/// print(try bot.reply(to: "What is my name?").text)                   // Your name is Ada.
/// ```
public struct Chatbot {
  /// What an answer rests on.
  public enum Source: Equatable, Sendable {
    /// What the user told, now or before.
    case memory
    /// Sentences of documents.
    case documents([DocumentAnswer.Citation])
    /// The model alone, which gave its answer this probability.
    case model(probability: Double)
    /// Nothing: it was refused.
    case nothing
  }

  public struct Reply: Equatable, Sendable {
    public let text: String
    public let source: Source
    /// The question as it was understood, if it was a follow-up.
    public let question: String

    public var isRefusal: Bool { source == .nothing }
  }

  public internal(set) var memory: ChatMemory
  /// What was noted of the turns that no longer have room; nil for a bot that keeps no notes.
  public private(set) var notes: ChatFacts?
  public let model: TextModel?
  public let database: DocumentDatabase?
  public let embedder: (any TextEmbedder)?
  /// Tokens of conversation that it can look back on.
  public let room: Int
  /// An answer of the model alone that is less probable is not given.
  public var leastProbability = 0.9

  /// - Parameters:
  ///   - database: documents to look in; with it the model alone is not asked.
  ///   - room: tokens; nil for three quarters of the model's context, or 256 without one.
  ///   - keepsNotes: whether facts outlive the turns that told them.
  public init(
    model: TextModel? = nil, database: DocumentDatabase? = nil, embedder: (any TextEmbedder)? = nil, room: Int? = nil,
    keepsNotes: Bool = true
  ) {
    (self.model, self.database, self.embedder) = (model, database, embedder)
    self.room = room ?? model.map { $0.model.configuration.contextLength * 3 / 4 } ?? 256
    memory = ChatMemory()
    notes = keepsNotes ? ChatFacts() : nil
  }

  /// What it can look back on.
  public var window: ChatWindow {
    memory.window(of: room) { turn in
      model?.tokenizer.encode(turn.text).count ?? turn.text.split(whereSeparator: \.isWhitespace).count
    }
  }

  /// Answers, and remembers both. Throws what the database and the model throw.
  @discardableResult
  public mutating func reply(to text: String) throws -> Reply {
    let before = memory.turns.last { $0.role == .user }?.text
    let question = FollowUpQuestion.completed(text, after: before) ?? text
    memory.turns.append(TrainingRow.Turn(.user, question))
    let reply = try answer(question)
    memory.turns.append(TrainingRow.Turn(.assistant, reply.text))
    return reply
  }

  private mutating func answer(_ question: String) throws -> Reply {
    func reply(_ text: String, _ source: Source) -> Reply { Reply(text: text, source: source, question: question) }
    var told = ChatFacts()
    if !told.note(question).isEmpty, question.last != "?" {
      notes?.note(question)
      return reply("I shall remember: " + told.sentences.joined(separator: " "), .memory)
    }
    if let subject = ChatFacts.subject(of: question) {
      let facts = known
      return facts.values[subject] == nil
        ? reply("You have not told me, or it is too long ago.", .nothing) : reply(facts.sentence(subject), .memory)
    }
    if let database {
      let found = try database.ask(question, embedder: embedder)
      return found.text.map { reply($0, .documents(found.citations)) }
        ?? reply("I do not know: \(found.remark ?? "it is not in the documents").", .nothing)
    }
    guard let (text, probability) = try model?.closedBookAnswer(to: question), !text.isEmpty else {
      return reply("I do not know.", .nothing)
    }
    return probability >= leastProbability
      ? reply(text, .model(probability: probability)) : reply("I am not sure enough to say.", .nothing)
  }

  /// What the turns in the window tell, over what was noted before.
  private var known: ChatFacts {
    var facts = notes ?? ChatFacts()
    for turn in window.turns where turn.role == .user { facts.note(turn.text) }
    return facts
  }
}
