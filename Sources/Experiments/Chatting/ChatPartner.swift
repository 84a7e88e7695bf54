// A model to talk to: which text it is given for the turns of a conversation, and its answer.
public import DataPreparation
public import TextModels

/// A language model with the template that its rows were learnt in.
///
/// A conversation becomes the text of its turns, one after another, each in the template; behind an answer stands the
/// end-of-text token, as it did behind each row of the training. A system turn stands before all, as it is.
public struct ChatPartner {
  public var model: TextModel
  private let prompt: ColumnTemplate
  private let answer: ColumnTemplate
  private let endsText: Bool
  /// Before which an answer ends: a model that does not end its answers is stopped where it begins the next question.
  private let stops: [String]
  public var name: String { model.name }

  /// Throws ``RunProblems`` if the template cannot be read.
  ///
  /// - Parameter template: that of the run; a question and its answer for a model that comes from none.
  public init(_ model: TextModel, template: RunConfiguration.TemplateSection = .init()) throws {
    self.model = model
    var section = template
    // A model of texts that nothing is asked goes on with what is typed.
    if try ColumnTemplate(section.prompt).columns.isEmpty { section.prompt += "{prompt}" }
    (prompt, answer) = try TokenTemplate.templates(section)
    endsText = section.endsText
    let opening = String(section.prompt.prefix { $0 != "{" }).trimmed
    stops = opening.count > 1 ? ["\n" + opening] : []
  }

  /// How many tokens of a conversation fit beside an answer of `count` tokens, for which at most half of the context is
  /// kept free.
  public func room(besideAnswerOf count: Int) -> Int {
    let context = model.model.configuration.contextLength
    return max(1, context - 1 - model.endTokens.prefix(1).count - min(count, context / 2))
  }

  /// Tokens of one turn with all that stands round it.
  public func length(of turn: TrainingRow.Turn) -> Int { model.tokenizer.encode(text(of: turn)).count }

  /// The text that the model goes on with. Its beginning is cut if it is longer than the context.
  public func prompt(for turns: [TrainingRow.Turn]) -> String { turns.map(text).joined() }

  /// The answer to turns that end with one of the user, without white space at its ends. Throws ``GenerationError`` and
  /// ``TokenizerError``, and what `onText` throws.
  ///
  /// - Parameters:
  ///   - seed: of this answer.
  ///   - onText: called with each new piece of text.
  public func answer(
    to turns: [TrainingRow.Turn], settings: ChatSettings, seed: Int, onText: (String) throws -> Void = { _ in }
  ) throws -> String {
    var hasBegun = false
    let answer = try model.continuation(
      of: prompt(for: turns), sampling: settings.sampling, count: settings.count,
      repetitionPenalty: Float(settings.repetitionPenalty), stoppingAt: stops, seed: seed
    ) { piece in
      let text = hasBegun ? Substring(piece) : piece.drop(while: \.isWhitespace)
      guard !text.isEmpty else { return }
      hasBegun = true
      try onText(String(text))
    }
    return answer.trimmed
  }

  private func text(of turn: TrainingRow.Turn) -> String {
    switch turn.role {
    case .system: turn.text + "\n\n"
    case .user: Self.text(prompt, turn.text)
    case .assistant: Self.text(answer, turn.text) + ending
    }
  }

  /// A template with what was said in place of its first column, and nothing in place of the others.
  private static func text(_ template: ColumnTemplate, _ said: String) -> String {
    let columns = template.columns
    let cells = Dictionary(columns.map { ($0, [$0 == columns[0] ? said : ""]) }) { $1 }
    // Every column has a cell, so the template can be filled.
    return (try? template.text(of: ColumnTable.Row(line: 1, cells: cells))) ?? said
  }

  private var ending: String {
    guard endsText, let end = model.endTokens.first, let text = model.tokenizer.token(for: end) else {
      return "\n"
    }
    return text
  }
}
