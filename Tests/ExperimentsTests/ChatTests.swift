// Chats: what a typed line means, how settings change, and which text a model is given.
import DataPreparation
import Experiments
import Generation
import Models
import TextModels
import Tokenizers
import Testing

@Suite("A chat")
struct ChatTests {
  @Test(
    "takes a line for what it is",
    arguments: [
      ("When does it leave?", ChatInput.say("When does it leave?")), ("  ", .nothing), ("//etc", .say("/etc")),
      ("/temperature 0.7", .set(name: "temperature", value: "0.7")), ("/undo", .undo), ("/q", .quit),
      ("/save a b.jsonl", .save(file: "a b.jsonl")), ("/system  Be brief. ", .set(name: "system", value: "Be brief.")),
    ])
  func input(_ line: String, _ expected: ChatInput) { #expect(ChatInput(line) == expected) }

  @Test("names the nearest command, and what a command lacks")
  func mistakes() {
    guard case .mistake(let unknown) = ChatInput("/temprature 1"), case .mistake(let lacking) = ChatInput("/save")
    else {
      Issue.record("both are mistakes")
      return
    }
    #expect(unknown.contains("/temperature") && lacking.contains("chat.jsonl"))
  }

  @Test("refuses values out of range and keeps what was set")
  func settings() {
    var settings = ChatSettings()
    #expect(settings.set("temperature", to: "-1")?.contains("0 to 100") == true)
    #expect(settings.set("top-p", to: "warm")?.contains("number") == true)
    #expect(settings.set("tempo", to: "1")?.contains("temperature") == true)
    #expect(settings == ChatSettings() && settings.sampling == .greedy)
    // Choosing among several means that something is drawn.
    #expect(settings.set("top-k", to: "5") == nil && settings.sampling == .topK(5, temperature: 1))
    #expect(settings.set("top-p", to: "0.5") == nil && settings.sampling == .topKThenTopP(5, 0.5, temperature: 1))
    #expect(settings.set("temperature", to: "0") == nil && settings.sampling == .greedy)
    #expect(settings.set("system", to: "7") == nil && settings.system == "7")
    #expect(settings.set("system", to: "-") == nil && settings.system.isEmpty)
  }

  @Test("keeps each partner's own answers, and gives rows that can be trained on")
  func conversation() throws {
    var chat = Conversation()
    chat.add(.init(prompt: "Who?", answers: ["Ada.", "Bo."], seed: 0))
    chat.add(.init(prompt: "Where?", answers: ["Here."], seed: 1))
    // The second was stopped before it answered, so it has not heard the question.
    #expect(chat.turns(ofPartner: 1, system: "S", saying: "Why?").map(\.text) == ["S", "Who?", "Bo.", "Why?"])
    let rows = chat.rows(system: "", names: ["a", "b"])
    #expect(rows.map(\.answer) == ["Here.", "Bo."] && rows[0].columns == ["model": "a"])
    let read = try RowFile.parse(Array(RowWriter.jsonLines(rows, layout: .chat).utf8), file: "chat.jsonl")
    #expect(read.rows.map(\.turns) == rows.map(\.turns))
    #expect(chat.undo()?.prompt == "Where?" && chat.exchanges.count == 1)
  }

  private static func partner(
    _ change: (inout RunConfiguration.TemplateSection) -> Void = { _ in }
  ) throws -> ChatPartner {
    let tokenizer = try BytePairTokenizer.train(
      on: ["Question: Where is the pier? Answer: Here."], vocabularySize: 280, specialTokens: ["<|end|>"])
    let sizes = GPTConfiguration(
      vocabularySize: tokenizer.vocabularySize, contextLength: 32, layers: 1, heads: 1, channels: 8)
    var template = RunConfiguration.TemplateSection()
    change(&template)
    let model = TextModel(
      name: "tiny", GPT(sizes, seed: 1), tokenizer: tokenizer, endTokens: tokenizer.encode("<|end|>"))
    return try ChatPartner(model, template: template)
  }

  @Test("writes the turns in the template of the run, an end of text behind each answer")
  func prompt() throws {
    let turns: [TrainingRow.Turn] = [
      .init(.system, "Be brief."), .init(.user, "Who?"), .init(.assistant, "Ada."), .init(.user, "Where {here}?"),
    ]
    #expect(
      try Self.partner().prompt(for: turns)
        == "Be brief.\n\nQuestion: Who?\nAnswer: Ada.<|end|>Question: Where {here}?\nAnswer:")
    let open = try Self.partner { $0.endsText = false }
    #expect(open.prompt(for: Array(turns[1...])).hasPrefix("Question: Who?\nAnswer: Ada.\nQuestion:"))
    // Two columns: what is typed is the first; a model of plain texts goes on with it.
    #expect(try Self.partner { $0.prompt = "{prompt} [{input}]>" }.prompt(for: [turns[1]]) == "Who? []>")
    #expect(try Self.partner { ($0.prompt, $0.answer) = ("", "{text}") }.prompt(for: [turns[1]]) == "Who?")
    #expect(throws: (any Error).self) { try Self.partner { $0.prompt = "{prompt" } }
  }

  @Test("leaves room for an answer, and gives the same answer for the same seed")
  func answers() throws {
    let partner = try Self.partner()
    #expect(partner.room(besideAnswerOf: 1000) == 32 - 2 - 16 && partner.room(besideAnswerOf: 4) == 32 - 2 - 4)
    var settings = ChatSettings()
    settings.temperature = 3
    settings.count = 12
    let turns = [TrainingRow.Turn(.user, "Where is the pier?")]
    var pieces = ""
    let answer = try partner.answer(to: turns, settings: settings, seed: 5) { pieces += $0 }
    let (again, other) = try (
      partner.answer(to: turns, settings: settings, seed: 5), partner.answer(to: turns, settings: settings, seed: 6)
    )
    #expect(pieces.hasPrefix(answer) && answer == again && answer != other)
  }
}
