// The world that all texts of the course speak of: its islands, ferries and timetable. The texts are in the extensions.

/// An invented ferry company among invented islands.
///
/// The seed draws the facts: which ferry goes where and when, what it costs, who is captain. All texts of one seed agree
/// with each other, so what is learnt from the timetables answers the questions.
///
/// ```swift
/// let world = HarbourLines(seed: 7)
/// print(world.letters.text(tokens: 500))
/// print(world.letters.grammar.entropyPerToken)
/// ```
public struct HarbourLines: Sendable {
  public struct Island: Hashable, Sendable {
    public let name: String
    /// For an adult, in crowns; even. A child pays half.
    public let fare: Int
    /// From the harbour, in minutes.
    public let crossing: Int
    /// Where the ferries land, as "stone quay".
    public let landing: String
    /// What the island is known for, as "lighthouse", and how many minutes it is on foot from the landing.
    public let sight: String
    public let walk: Int
    /// How many people live there.
    public let people: Int

    public var childFare: Int { fare / 2 }
  }

  public struct Ferry: Hashable, Sendable {
    public let name: String
    public let captain: String
    public let colour: String
    public let seats: Int
    /// The number of her pier in the harbour.
    public let pier: Int
  }

  public enum Days: CaseIterable, Sendable {
    case everyDay, weekdays, weekend, oddDays, evenDays

    public var phrase: String {
      switch self {
      case .everyDay: "every day"
      case .weekdays: "on weekdays"
      case .weekend: "on Saturdays and Sundays"
      case .oddDays: "on Mondays, Wednesdays and Fridays"
      case .evenDays: "on Tuesdays and Thursdays"
      }
    }

    public var names: [String] {
      switch self {
      case .everyDay: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
      case .weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]
      case .weekend: ["Saturday", "Sunday"]
      case .oddDays: ["Monday", "Wednesday", "Friday"]
      case .evenDays: ["Tuesday", "Thursday"]
      }
    }
  }

  /// One ferry to one island, and back.
  public struct Route: Hashable, Sendable {
    public let ferry: Ferry
    public let island: Island
    public let days: Days
    public let departure: ClockTime
    /// From the island, back to the harbour.
    public let wayBack: ClockTime

    public var arrival: ClockTime { departure + island.crossing }
    /// How the grammar's rules name it.
    var key: String { "\(ferry.name) \(island.name)" }
  }

  public let seed: Int
  public let islands: [Island]
  public let ferries: [Ferry]
  /// Three for each ferry, in the order of the day: morning, midday, evening.
  public let routes: [Route]
  public let officeOpens: ClockTime
  public let officeCloses: ClockTime
  /// How many minutes before a departure the gate closes.
  public let gateMinutes: Int
  /// In crowns.
  public let bicycleFare: Int
  /// On which the captains talk to the harbour.
  public let radioChannel: Int

  public init(seed: Int) {
    self.seed = seed
    var random = CorpusRandom(seed: seed)
    islands = Self.islands(using: &random)
    ferries = Self.ferries(using: &random)
    routes = Self.routes(ferries: ferries, islands: islands, using: &random)
    officeOpens = ClockTime(5, 30 * random.index(below: 2))
    officeCloses = ClockTime(20, 30 * random.index(below: 4))
    gateMinutes = 5 * (1 + random.index(below: 2))
    bicycleFare = 1 + random.index(below: 3)
    radioChannel = 6 + random.index(below: 9)
  }

  private static func islands(using random: inout CorpusRandom) -> [Island] {
    let names = ["Sandholm", "Birk", "Lille Birk", "Ostrey", "Fennick", "Gullhaven", "Quarne", "Tollum"]
    let fares = [4, 4, 6, 6, 8, 8, 10, 12].inRandomOrder(using: &random)
    let landings = [
      "stone quay", "old jetty", "north pier", "market quay", "long pier", "ferry steps", "new landing", "mill quay",
    ].inRandomOrder(using: &random)
    let sights = [
      "lighthouse", "bird cliffs", "pottery", "smokehouse", "chapel", "weather station", "boatyard", "cider orchard",
    ].inRandomOrder(using: &random)
    return names.indices.map { index in
      // The further, the dearer.
      Island(
        name: names[index], fare: fares[index], crossing: 5 * (fares[index] + random.index(below: 2)),
        landing: landings[index], sight: sights[index], walk: 5 * (1 + random.index(below: 5)),
        people: 20 + 5 * random.index(below: 30))
    }
  }

  private static func ferries(using random: inout CorpusRandom) -> [Ferry] {
    let names = ["Tern", "Petrel", "Kittiwake", "Sandpiper", "Dunlin", "Old Margit"]
    let captains = ["Lund", "Brandt", "Okoye", "Moreau", "Pike", "Halloran", "Vesely", "Sato"]
      .inRandomOrder(using: &random)
    let colours = ["white", "green", "blue", "red", "grey", "yellow"].inRandomOrder(using: &random)
    let piers = [1, 2, 3, 4, 5, 6].inRandomOrder(using: &random)
    return names.indices.map { index in
      Ferry(
        name: names[index], captain: captains[index], colour: colours[index], seats: 40 + 10 * random.index(below: 15),
        pier: piers[index])
    }
  }

  private static func routes(
    ferries: [Ferry], islands: [Island], using random: inout CorpusRandom
  ) -> [Route] {
    // Three islands in a row of a round of eight: none twice for a ferry, and none left out.
    let round = islands.inRandomOrder(using: &random)
    return ferries.indices.flatMap { ferry in
      // The hours are far enough apart that each ferry is back before she leaves again.
      [6, 11, 16].enumerated().map { trip, hour in
        let island = round[(ferry * 3 + trip) % round.count]
        let departure = ClockTime(hour, 5 * random.index(below: 24))
        let wait = 15 + 5 * random.index(below: 7)
        return Route(
          ferry: ferries[ferry], island: island, days: Days.allCases[random.index(below: Days.allCases.count)],
          departure: departure, wayBack: departure + (island.crossing + wait))
      }
    }
  }
}
