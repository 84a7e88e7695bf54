// A chatbot in conversations: what it remembers, looks up, and refuses.
import Applications
import DocumentReading
import Foundation
import Retrieval
import Testing

@Suite("A chatbot")
struct ChatbotTests {
  @Test("remembers what it was told, and takes the latest word for it")
  func facts() throws {
    var bot = Chatbot()
    #expect(try bot.reply(to: "What is my name?").isRefusal)
    #expect(try bot.reply(to: "My name is Ada Lund and I am late.").source == .memory)
    try bot.reply(to: "I live on Lille Birk, you know.")
    try bot.reply(to: "My cabin is number four.")
    #expect(try bot.reply(to: "What is my name?").text == "Your name is Ada Lund.")
    #expect(try bot.reply(to: "Where do I live?").text == "You live on Lille Birk.")
    #expect(try bot.reply(to: "Do you remember my cabin?").text == "Your cabin is number four.")
    try bot.reply(to: "Call me Edda.")
    #expect(try bot.reply(to: "Who am I?").text == "Your name is Edda.")
    #expect(try bot.reply(to: "What is my dog?").isRefusal)
  }

  @Test("forgets what has left its window, unless it keeps notes")
  func recall() throws {
    func recall(_ exchanges: Int, notes: Bool) throws -> Double {
      try Chatbot.recall(after: exchanges, passengers: 4) { Chatbot(room: 60, keepsNotes: notes) }.value
    }
    #expect(try recall(0, notes: false) == 1)
    #expect(try recall(12, notes: false) == 0)
    #expect(try recall(12, notes: true) == 1)
  }

  @Test("understands a short question by the one before")
  func followUp() throws {
    var bot = Chatbot()
    try bot.reply(to: "What does a ticket to Old Margit's island of Birk cost?")
    #expect(try bot.reply(to: "And to Quarne?").question == "What does a ticket to Old Margit's island of Quarne cost?")
    #expect(try bot.reply(to: "And how about Lille Birk?").question.contains("island of Lille Birk cost?"))
    #expect(try bot.reply(to: "And on weekdays?").question == "And on weekdays?")
    var fresh = Chatbot()
    #expect(try fresh.reply(to: "And to Quarne?").question == "And to Quarne?")
  }

  @Test("answers from documents with their sentences, and refuses what they do not hold")
  func documents() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("chatbot-\(UUID().uuidString).sqlite").path
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: file + end) } }
    let database = DocumentDatabase(file)
    let text = "A ticket for a bicycle costs three crowns. Dogs travel free of charge."
    try database.add(
      SourceDocument(
        file: "fares.txt", sha256: "1", format: .plainText, pages: [DocumentPage(number: 1, text: text, blocks: [])]))
    var bot = Chatbot(database: database)
    let reply = try bot.reply(to: "How much does a ticket for a bicycle cost?")
    guard case .documents(let citations) = reply.source else {
      Issue.record("\(reply)")
      return
    }
    #expect(citations.map(\.sentence) == ["A ticket for a bicycle costs three crowns."])
    #expect(try bot.reply(to: "Who discovered Neptune?").isRefusal)
    #expect(try bot.refusals(of: ["Who discovered Neptune?", "Do dogs travel free of charge?"]).value == 0.5)
  }

  @Test("says what its model knows by heart, and not what it makes up")
  func model() throws {
    var bot = Chatbot(model: try CourseModels.base())
    #expect(try bot.reply(to: "What does a ticket to Birk cost?").text == "Ten crowns.")
    #expect(try bot.reply(to: "And to Quarne?").text == "Four crowns.")
    #expect(try bot.reply(to: "Who is the captain of the Albatross?").isRefusal)
  }
}
