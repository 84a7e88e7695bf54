// What can be asked about the world, with the answers.

/// One thing that is so in a world, as a statement and as a question with its answer.
public struct Fact: Hashable, Sendable {
  /// What kind of thing, as "fare"; all facts of a kind are asked in the same ways.
  public let kind: String
  /// Island or ferry, or both.
  public let subject: String
  /// As "A ticket to Birk costs six crowns."
  public let statement: String
  /// Several ways to ask.
  public let questions: [String]
  /// As "Six crowns."
  public let answer: String
}

extension HarbourLines {
  /// Every question has one answer; no two facts have a question in common.
  public var facts: [Fact] {
    islands.flatMap(facts(of:)) + ferries.flatMap(facts(of:)) + routes.flatMap(facts(of:)) + companyFacts
  }

  private func facts(of island: Island) -> [Fact] {
    let name = island.name
    let (fare, childFare) = (NumberWords.crowns(island.fare), NumberWords.crowns(island.childFare))
    let crossing = NumberWords.spelled(island.crossing)
    let people = NumberWords.spelled(island.people)
    let serving = routes.filter { $0.island == island }.map { "the \($0.ferry.name)" }
    return [
      Fact(
        kind: "fare", subject: name, statement: "A ticket to \(name) costs \(fare).",
        questions: ["What does a ticket to \(name) cost?", "How much is the fare to \(name)?"],
        answer: "\(fare.capitalizedFirst)."),
      Fact(
        kind: "child fare", subject: name, statement: "A child pays \(childFare) to \(name).",
        questions: ["What does a child pay to \(name)?", "How much is a child's ticket to \(name)?"],
        answer: "\(childFare.capitalizedFirst)."),
      Fact(
        kind: "crossing", subject: name, statement: "The crossing to \(name) takes \(crossing) minutes.",
        questions: ["How long does the crossing to \(name) take?", "How many minutes is it to \(name)?"],
        answer: "\(crossing.capitalizedFirst) minutes."),
      Fact(
        kind: "landing", subject: name, statement: "On \(name) the ferries land at the \(island.landing).",
        questions: ["Where do the ferries land on \(name)?", "Where does one come ashore on \(name)?"],
        answer: "At the \(island.landing)."),
      Fact(
        kind: "sight", subject: name, statement: "\(name) is known for its \(island.sight).",
        questions: ["What is \(name) known for?", "What is there to see on \(name)?"],
        answer: "The \(island.sight)."),
      Fact(
        kind: "people", subject: name, statement: "\(people.capitalizedFirst) people live on \(name).",
        questions: ["How many people live on \(name)?"], answer: "\(people.capitalizedFirst)."),
      Fact(
        kind: "ferries", subject: name, statement: "\(Self.list(serving).capitalizedFirst) sail to \(name).",
        questions: ["Which ferries sail to \(name)?", "Which boats go to \(name)?"],
        answer: "\(Self.list(serving).capitalizedFirst)."),
    ]
  }

  private func facts(of ferry: Ferry) -> [Fact] {
    let name = ferry.name
    let seats = NumberWords.spelled(ferry.seats)
    let pier = NumberWords.spelled(ferry.pier)
    let islands = Self.list(routes.filter { $0.ferry == ferry }.map(\.island.name))
    return [
      Fact(
        kind: "captain", subject: name, statement: "Captain \(ferry.captain) commands the \(name).",
        questions: ["Who is the captain of the \(name)?", "Who commands the \(name)?"],
        answer: "Captain \(ferry.captain)."),
      Fact(
        kind: "colour", subject: name, statement: "The \(name) is painted \(ferry.colour).",
        questions: ["What colour is the \(name)?"], answer: "\(ferry.colour.capitalizedFirst)."),
      Fact(
        kind: "seats", subject: name, statement: "The \(name) has \(seats) seats.",
        questions: ["How many seats has the \(name)?", "How many passengers can sit on the \(name)?"],
        answer: "\(seats.capitalizedFirst)."),
      Fact(
        kind: "pier", subject: name, statement: "The \(name) leaves from pier \(pier).",
        questions: ["Which pier does the \(name) leave from?", "At which pier does the \(name) lie?"],
        answer: "Pier \(pier)."),
      Fact(
        kind: "islands", subject: name, statement: "The \(name) sails to \(islands).",
        questions: ["Where does the \(name) sail?", "Which islands does the \(name) serve?"], answer: "\(islands)."),
    ]
  }

  private func facts(of route: Route) -> [Fact] {
    let (ferry, island) = (route.ferry.name, route.island.name)
    return [
      Fact(
        kind: "departure", subject: route.key,
        statement: "The \(ferry) leaves for \(island) at \(route.departure.fullWords).",
        questions: [
          "When does the \(ferry) leave for \(island)?", "At what time does the \(ferry) sail to \(island)?",
        ],
        answer: "At \(route.departure.fullWords)."),
      Fact(
        kind: "way back", subject: route.key,
        statement: "The \(ferry) leaves \(island) for the harbour at \(route.wayBack.fullWords).",
        questions: [
          "When does the \(ferry) come back from \(island)?", "At what time does the \(ferry) leave \(island)?",
        ],
        answer: "At \(route.wayBack.fullWords)."),
      Fact(
        kind: "days", subject: route.key, statement: "The \(ferry) sails to \(island) \(route.days.phrase).",
        questions: ["On which days does the \(ferry) sail to \(island)?"],
        answer: "\(route.days.phrase.capitalizedFirst)."),
    ]
  }

  private var companyFacts: [Fact] {
    let gate = NumberWords.spelled(gateMinutes)
    let bicycle = NumberWords.crowns(bicycleFare)
    let channel = NumberWords.spelled(radioChannel)
    return [
      Fact(
        kind: "opening", subject: "office", statement: "The office opens at \(officeOpens.fullWords).",
        questions: ["When does the office open?"], answer: "At \(officeOpens.fullWords)."),
      Fact(
        kind: "closing", subject: "office", statement: "The office closes at \(officeCloses.fullWords).",
        questions: ["When does the office close?"], answer: "At \(officeCloses.fullWords)."),
      Fact(
        kind: "gate", subject: "gate", statement: "The gate closes \(gate) minutes before the ferry leaves.",
        questions: ["When does the gate close?", "How long before the departure does the gate close?"],
        answer: "\(gate.capitalizedFirst) minutes before the ferry leaves."),
      Fact(
        kind: "bicycle", subject: "bicycle", statement: "A bicycle costs \(bicycle).",
        questions: ["What does a bicycle cost?", "How much do I pay for a bicycle?"],
        answer: "\(bicycle.capitalizedFirst)."),
      Fact(
        kind: "radio", subject: "radio", statement: "The captains use radio channel \(channel).",
        questions: ["Which radio channel do the captains use?"], answer: "Channel \(channel)."),
    ]
  }

  /// "the Tern and the Petrel", "Birk, Ostrey and Quarne".
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension String {
  /// With a capital first letter.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
