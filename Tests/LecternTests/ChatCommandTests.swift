// `lectern chat`: line by line, and at a terminal.
import Foundation
import Testing

@Suite("lectern chat")
struct ChatCommandTests {
  private struct Exchange: Decodable, Equatable {
    struct Answer: Decodable, Equatable {
      var model: String
      var answer: String
      var droppedTurns: Int
    }
    var prompt: String
    var answers: [Answer]
    var seed: Int
  }

  private func exchanges(_ result: LecternResult) throws -> [Exchange] {
    try result.output.split(separator: "\n").map { try JSONDecoder().decode(Exchange.self, from: Data($0.utf8)) }
  }

  @Test("answers each line with an object, the same for the same seed, and forgets what has no room")
  func lines() async throws {
    let model = try await TemporaryModel.gpt()
    let input = "Where is the pier?\n\nAnd the boat?\n/seed 9\nWhere?\n"
    let arguments = [
      "chat", model.path, "--against", model.path, "--temperature", "2", "--count", "8", "--format", "json",
    ]
    let result = try await LecternProcess.run(arguments, input: input)
    #expect(result.status == 0, "\(result.errors)")
    let chat = try exchanges(result)
    #expect(chat.map(\.prompt) == ["Where is the pier?", "And the boat?", "Where?"] && chat.map(\.seed) == [0, 1, 11])
    // Both are one model, so they answer alike, under two names.
    #expect(chat.allSatisfy { $0.answers.count == 2 && $0.answers[0].answer == $0.answers[1].answer })
    #expect(Set(chat[0].answers.map(\.model)).count == 2)
    // Its context of 48 tokens holds no second exchange.
    #expect(chat[0].answers[0].droppedTurns == 0 && chat[2].answers[0].droppedTurns > 0)
    #expect(try exchanges(await LecternProcess.run(arguments, input: input)) == chat)
  }

  @Test("without a terminal takes commands, says mistakes on standard error, and ends with 1")
  func commands() async throws {
    let model = try await TemporaryModel.gpt()
    let input = "/undo\nWho?\n/temprature 1\n/undo\n/save \(model.path)\n/quit\nnever asked\n"
    let result = try await LecternProcess.run(["chat", model.path, "--count", "4"], input: input)
    #expect(result.status == 1 && result.output.split(separator: "\n").count <= 1, "\(result.output)")
    for words in ["nothing to take back", "the nearest is /temperature", "Taken back: \"Who?\"", "nothing to save"] {
      #expect(result.errors.contains(words), "\(words): \(result.errors)")
    }
    let saved = try await LecternProcess.run(
      ["chat", model.path, "--count", "4"], input: "Who?\n/save \(model.path)/chat.jsonl\n")
    #expect(saved.status == 0, "\(saved.errors)")
    #expect(
      try String(contentsOfFile: model.path + "/chat.jsonl", encoding: .utf8).contains(
        "\"role\":\"user\",\"content\":\"Who?\""))
  }

  @Test(
    "names what is wrong",
    arguments: [
      (["nowhere"], "nowhere"), (["BaseModel", "--temperature", "-1"], "temperature"),
      (["BaseModel", "--top-p", "2"], "top-p"), (["BaseModel", "--count", "0"], "count"),
      (["BaseModel", "--against", "EmbeddingModel"], "bert"), (["README.md"], "is a file"),
      (["Lessons"], "config.json"),
    ])
  func mistakes(_ arguments: [String], _ words: String) async throws {
    let result = try await LecternProcess.run(["chat"] + arguments, input: "x\n")
    #expect(result.status == 2 && result.errors.contains(words) && result.output.isEmpty, "\(result.errors)")
  }

  @Test(
    "at a terminal shows two answers side by side, and Ctrl-C stops an answer and not the chat", arguments: [80, 120])
  func terminal(columns: Int) async throws {
    let window = try TerminalWindow(
      ["chat", LecternProcess.root + "/BaseModel", "--against", LecternProcess.root + "/BaseModel"], columns: columns)
    #expect(try await window.sees("/help shows what can be typed"))
    try window.type("What does a ticket to Birk cost?")
    try window.press("Enter")
    #expect(try await window.sees("crowns"))
    let screen = try await window.settled()
    let answer = try #require(screen.split(separator: "\n").last { $0.contains("crowns") })
    #expect(answer.components(separatedBy: "crowns").count == 3, "\(screen)")
    #expect(screen.contains("BaseModel 2") && screen.split(separator: "\n").allSatisfy { $0.count < columns })
    // A story without an end.
    try window.type("/temperature 60")
    try window.press("Enter")
    #expect(try await window.sees("temperature: 60, "))
    try window.type("/count 20000")
    try window.press("Enter")
    #expect(try await window.sees("count: 20000"))
    try window.type("Tell me a story")
    try window.press("Enter")
    #expect(try await window.seesNoLonger("crowns"))
    try window.press("C-c")
    try window.type("/quit")
    #expect(try await window.sees("> /quit"))
    try window.press("Enter")
    #expect(try await window.status() == 0)
  }
}
