import Applications
import DataPreparation
import Testing

@Suite("A chat's memory")
struct ChatMemoryTests {
  @Test("keeps turns in their order")
  func order() {
    var memory = ChatMemory()
    memory.turns.append(TrainingRow.Turn(.user, "When?"))
    memory.turns.append(TrainingRow.Turn(.assistant, "At six."))
    #expect(memory.turns.map(\.text) == ["When?", "At six."])
  }
}
