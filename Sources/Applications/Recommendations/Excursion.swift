// Excursions to the islands, and passengers who have made some of them: seeded, with tastes that nobody sees.
public import Corpora
internal import Foundation

public struct Excursion: Equatable, Sendable {
  public let name: String
  public let island: String
  /// What a passenger can read of it before.
  public let description: String

  public init(name: String, island: String, description: String) {
    (self.name, self.island, self.description) = (name, island, description)
  }
}

/// Trips of passengers, and what could be taken.
public struct ExcursionHistory: Sendable {
  public let excursions: [Excursion]
  /// Of each passenger the excursions by number, in the order in which they were made; none twice.
  public let trips: [[Int]]

  /// Stops if a trip is to no excursion.
  public init(excursions: [Excursion], trips: [[Int]]) {
    for trip in trips.joined() {
      precondition(excursions.indices.contains(trip), "there is no excursion \(trip); there are \(excursions.count)")
    }
    (self.excursions, self.trips) = (excursions, trips)
  }

  /// Passengers like one or two of six themes, and one or two islands; some excursions are better known than others.
  /// Each makes three to twelve trips.
  public init(world: HarbourLines, passengers: Int = 300, seed: Int) {
    var random = CorpusRandom(seed: seed)
    let (excursions, themeOf) = Self.excursions(of: world, using: &random)
    let fame = excursions.map { _ in random.unit() * 1.5 }
    self.excursions = excursions
    trips = (0..<passengers).map { _ in
      let themes = Array(Array(0..<Self.themes.count).inRandomOrder(using: &random).prefix(1 + random.index(below: 2)))
      let islands = world.islands.map(\.name).inRandomOrder(using: &random).prefix(1 + random.index(below: 2))
      let count = 3 + random.index(below: 10)
      // The largest of the utilities with Gumbel noise are drawn by their softmax, one after another without repetition.
      let utilities = excursions.enumerated().map { place, excursion -> Double in
        let liking = (themes.contains(themeOf[place]) ? 3.0 : 0) + (islands.contains(excursion.island) ? 1.0 : 0)
        return liking + fame[place] - log(-log(max(1e-12, random.unit())))
      }
      let chosen = excursions.indices.sorted { (utilities[$1], $0) < (utilities[$0], $1) }.prefix(count)
      return Array(chosen).inRandomOrder(using: &random)
    }
  }

  /// On each island one excursion of each theme, and which theme that is; recommenders are not told.
  private static func excursions(
    of world: HarbourLines, using random: inout CorpusRandom
  ) -> (excursions: [Excursion], themes: [Int]) {
    let excursions = world.islands.flatMap { island in
      themes.map { theme in
        let activity = theme.activities[random.index(below: theme.activities.count)]
        let detail = theme.details[random.index(below: theme.details.count)]
        return Excursion(
          name: "\(activity) on \(island.name)", island: island.name,
          description: "\(activity) on \(island.name). \(detail) It begins at the \(island.landing).")
      }
    }
    return (excursions, excursions.indices.map { $0 % themes.count })
  }

  private static let themes: [(activities: [String], details: [String])] = [
    (
      ["Watching birds", "A walk to the seals", "A night with bats and owls"],
      [
        "A guide knows every bird and animal by its call.",
        "Bring a pair of binoculars for the wild animals and birds.",
      ]
    ),
    (
      ["A tasting of smoked fish", "A lunch of oysters and bread", "Baking apple cake"],
      ["All food is from the island; eat as much as you like.", "The cook explains each meal and its taste."]
    ),
    (
      ["An hour at the potter's wheel", "Knitting with a fisher's widow", "Building a small boat of wood"],
      ["Everybody makes something with their hands and takes it home.", "Tools, wool, clay and wood are there."]
    ),
    (
      ["The chapel and its graves", "A visit to the old customs house", "The wreck and its story"],
      ["A historian tells of the old times.", "Old maps and letters are shown, some older than the town."]
    ),
    (
      ["Rowing round the cliffs", "A race in canoes", "Climbing to the lamp"],
      ["Wear shoes for sport: arms and legs will be tired.", "It is hard exercise, and fast."]
    ),
    (
      ["An evening with fiddles", "The choir by the sea", "Dancing in the boathouse"],
      ["The band plays songs until the last ferry.", "Singers and musicians play, and everybody may join the song."]
    ),
  ]
}
