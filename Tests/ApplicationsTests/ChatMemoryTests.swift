// As much of a conversation as has room.
import Applications
import DataPreparation
import Testing

@Suite("A chat's memory")
struct ChatMemoryTests {
  /// Each turn counts one token a word.
  private func window(_ memory: ChatMemory, _ budget: Int) -> ChatWindow {
    memory.window(of: budget) { $0.text.split(separator: " ").count }
  }

  private let memory = ChatMemory([
    TrainingRow.Turn(.system, "be brief"),
    TrainingRow.Turn(.user, "when does she leave"), TrainingRow.Turn(.assistant, "at six"),
    TrainingRow.Turn(.user, "and who commands her"), TrainingRow.Turn(.assistant, "captain halloran"),
    TrainingRow.Turn(.user, "thank you"),
  ])

  @Test("is shown whole where there is room")
  func whole() {
    #expect(window(memory, 16).turns == memory.turns)
    #expect(window(memory, 16).dropped.isEmpty)
    #expect(window(memory, 16).tokens == 16)
  }

  @Test("drops the oldest exchange whole, and keeps the system's turn")
  func dropping() {
    for budget in 10...15 {
      let window = window(memory, budget)
      #expect(window.turns.map(\.text) == ["be brief", "and who commands her", "captain halloran", "thank you"])
      #expect(window.dropped.map(\.text) == ["when does she leave", "at six"])
      #expect(window.tokens == 10)
    }
  }

  @Test("always shows the last exchange, and says when it is too long")
  func overfull() {
    let window = window(memory, 3)
    #expect(window.turns.map(\.text) == ["be brief", "thank you"])
    #expect(window.isOverfull)
    #expect(window.dropped.count == 4)
    #expect(!self.window(ChatMemory(), 0).isOverfull)
    #expect(self.window(ChatMemory(), 0).turns.isEmpty)
  }
}
