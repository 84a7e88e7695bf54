// From a command to its answer: what the timetable of Harbour Lines says.
public import Corpora

/// Answers spoken commands. It remembers the island that was spoken of, and its last answer.
///
/// ```swift
/// var assistant = VoiceAssistant(HarbourLines(seed: 7), day: "Monday", time: ClockTime(9, 30))
/// print(assistant.answer(.birk), assistant.answer(.nextFerry))
/// ```
public struct VoiceAssistant: Sendable {
  public let world: HarbourLines
  /// As "Monday".
  public var day: String
  public var time: ClockTime
  /// What was spoken of last.
  public private(set) var island: HarbourLines.Island?
  private var lastAnswer = "I have not said anything yet."

  public init(_ world: HarbourLines, day: String, time: ClockTime) {
    self.world = world
    self.day = day
    self.time = time
  }

  /// One or two sentences.
  public mutating func answer(_ command: SpokenCommand) -> String {
    let answer = sentences(command)
    // "repeat" is for those who did not hear, not for those who were not heard.
    if command != .other { lastAnswer = answer }
    return answer
  }

  private mutating func sentences(_ command: SpokenCommand) -> String {
    switch command {
    case .nextFerry: return nextFerry
    case .lastFerry: return lastFerry
    case .buyTicket:
      guard let island else { return "Where to? Say the name of an island." }
      return "One ticket to \(island.name), \(NumberWords.crowns(island.fare)). Say cancel if that is wrong."
    case .ticketPrice:
      guard let island else { return "To which island? Say its name." }
      return "A ticket to \(island.name) costs \(NumberWords.crowns(island.fare)), and a child pays "
        + "\(NumberWords.spelled(island.childFare))."
    case .cancel:
      island = nil
      return "Cancelled. Nothing was bought."
    case .help:
      return "Say the name of an island, then next ferry, last ferry, ticket price or buy ticket."
    case .repeatAnswer: return lastAnswer
    case .other: return "I did not understand. Say help to hear what you can say."
    case .sandholm, .birk, .lilleBirk, .ostrey, .fennick, .gullhaven, .quarne, .tollum:
      guard let spokenOf = world.islands.first(where: { $0.name == command.rawValue }) else {
        return "No ferry goes to \(command.rawValue)."
      }
      island = spokenOf
      return "\(spokenOf.name), \(NumberWords.spelled(spokenOf.crossing)) minutes from the harbour. \(nextFerry)"
    }
  }

  private var nextFerry: String {
    if let next = routes(on: day).first(where: { $0.departure >= time }) {
      return "The next ferry\(destination) is \(sentence(next))"
    }
    let week = HarbourLines.Days.everyDay.names
    let today = week.firstIndex(of: day) ?? 0
    let days = (1...week.count).map { week[(today + $0) % week.count] }
    guard let day = days.first(where: { !routes(on: $0).isEmpty }) else { return "No ferry goes\(destination)." }
    return "No more ferries\(destination) today. On \(day) the first is \(sentence(routes(on: day)[0]))"
  }

  private var lastFerry: String {
    guard let last = routes(on: day).last else { return "On \(day) no ferry goes\(destination)." }
    return "On \(day) the last ferry\(destination) is \(sentence(last))"
  }

  /// To the island that is spoken of, or to any; the earliest first.
  private func routes(on day: String) -> [HarbourLines.Route] {
    world.routes.filter { $0.days.names.contains(day) && (island == nil || $0.island == island) }
      .sorted { ($0.departure, $0.ferry.name) < ($1.departure, $1.ferry.name) }
  }

  private var destination: String { island.map { " to \($0.name)" } ?? "" }

  private func sentence(_ route: HarbourLines.Route) -> String {
    "the \(route.ferry.name)\(island == nil ? " to \(route.island.name)" : ""), at \(route.departure.fullWords) from "
      + "pier \(NumberWords.spelled(route.ferry.pier))."
  }
}
