import Applications
import Corpora
import Testing

@Suite("The voice assistant")
struct VoiceAssistantTests {
  private let world = HarbourLines(seed: 7)

  private func assistant(_ day: String, _ time: ClockTime) -> VoiceAssistant {
    VoiceAssistant(world, day: day, time: time)
  }

  @Test("tells the next ferry to every island at every hour of the week, as the timetable has it")
  func nextFerry() throws {
    for island in world.islands {
      let command = try #require(SpokenCommand(rawValue: island.name))
      for day in HarbourLines.Days.everyDay.names {
        for hour in 0..<24 {
          var assistant = assistant(day, ClockTime(hour))
          _ = assistant.answer(command)
          let answer = assistant.answer(.nextFerry)
          let today = world.routes.filter {
            $0.island == island && $0.days.names.contains(day) && $0.departure >= ClockTime(hour)
          }
          if let next = today.min(by: { $0.departure < $1.departure }) {
            #expect(
              answer
                == "The next ferry to \(island.name) is the \(next.ferry.name), at \(next.departure.fullWords) from "
                + "pier \(NumberWords.spelled(next.ferry.pier)).")
          } else {
            #expect(answer.hasPrefix("No more ferries to \(island.name) today. On "), "\(day) \(hour): \(answer)")
            #expect(world.routes.contains { $0.island == island && answer.contains($0.departure.fullWords) })
          }
        }
      }
    }
  }

  @Test("tells the last ferry, and prices as the timetable has them")
  func prices() throws {
    var assistant = assistant("Monday", ClockTime(9))
    #expect(assistant.answer(.ticketPrice) == "To which island? Say its name.")
    let island = world.islands[1]
    #expect(assistant.answer(.birk).hasPrefix("Birk, "))
    #expect(assistant.island == island)
    #expect(
      assistant.answer(.ticketPrice) == "A ticket to Birk costs \(NumberWords.crowns(island.fare)), and a child pays "
        + "\(NumberWords.spelled(island.childFare)).")
    #expect(assistant.answer(.buyTicket).hasPrefix("One ticket to Birk, \(NumberWords.crowns(island.fare))."))
    let last = try #require(
      world.routes.filter { $0.days.names.contains("Monday") }.max { $0.departure < $1.departure })
    var anywhere = self.assistant("Monday", ClockTime(9))
    let answer = anywhere.answer(.lastFerry)
    #expect(answer.contains(last.departure.fullWords) && answer.contains(last.island.name))
  }

  @Test("repeats what it said, not that it did not understand; and forgets the island when told to cancel")
  func memory() {
    var assistant = assistant("Sunday", ClockTime(9))
    #expect(assistant.answer(.repeatAnswer) == "I have not said anything yet.")
    let said = assistant.answer(.sandholm)
    _ = assistant.answer(.other)
    #expect(assistant.answer(.repeatAnswer) == said)
    #expect(assistant.answer(.cancel) == "Cancelled. Nothing was bought.")
    #expect(assistant.island == nil)
    #expect(assistant.answer(.buyTicket).hasPrefix("Where to?"))
  }

  @Test("knows the islands of the world, each by its command")
  func islands() {
    #expect(Set(SpokenCommand.allCases.filter(\.isIsland).map(\.rawValue)) == Set(world.islands.map(\.name)))
  }
}
