// Timetable prose: a paragraph about one ferry and one island.

extension HarbourLines {
  /// Paragraphs that name a ferry and an island at the start and then say "she" and "the island": hours, fare and
  /// captain can be foretold only by a model that looks back to the names. Labels: ferry, island.
  public var timetables: Corpus { Corpus("timetables", timetableRules) }

  var timetableRules: [Rule] {
    [Rule("timetable", routes.map { "[timetable \($0.key)]\n\n" })]
      + routes.flatMap(timetableRules(of:)) + islands.flatMap(timetableRules(of:))
      + ferries.map(adviceRule(of:))
  }

  private func timetableRules(of route: Route) -> [Rule] {
    let (ferry, island, key) = (route.ferry, route.island, route.key)
    let days = route.days.phrase
    let pier = NumberWords.spelled(ferry.pier)
    let (departure, wayBack) = (route.departure, route.wayBack)
    return [
      Rule(
        "timetable \(key)", labels: ["ferry": ferry.name, "island": island.name],
        [
          "[service \(key)] [sailing \(key)] [crossing \(island.name)] [price \(island.name)] [return \(key)]": 3,
          "[service \(key)] [sailing \(key)] [return \(key)] [price \(island.name)] [advice \(ferry.name)]": 3,
          "[service \(key)] [sailing \(key)] [ashore \(island.name)] [return \(key)] [price \(island.name)]": 2,
          "[service \(key)] [price \(island.name)] [sailing \(key)] [return \(key)] [advice \(ferry.name)]": 2,
          "[service \(key)] [crossing \(island.name)] [sailing \(key)] [ashore \(island.name)] [return \(key)]": 1,
        ]),
      Rule(
        "service \(key)",
        [
          "The \(ferry.name) sails to \(island.name) \(days).": 4,
          "\(days.capitalizedFirst) the \(ferry.name) {goes|sails} to \(island.name).": 3,
          "\(island.name) is served by the \(ferry.name) \(days).": 2,
          "Passengers for \(island.name) take the \(ferry.name), which sails \(days).": 2,
          "The {\(ferry.colour) ferry|\(ferry.colour) boat} to \(island.name) is the \(ferry.name); she sails \(days).":
            1,
        ]),
      Rule(
        "sailing \(key)",
        [
          "She leaves the harbour at \(departure.fullWords) and {reaches the island|is at the \(island.landing)} at "
            + "\(route.arrival.words).": 4,
          "She leaves from pier \(pier) at \(departure.fullWords).": 3,
          "At \(departure.fullWords) she {casts off|leaves her pier}, and at \(route.arrival.words) she {lands|is} at the "
            + "\(island.landing).": 2,
          "Departure is at \(departure.fullWords){ from pier \(pier)|}.": 2,
        ]),
      Rule(
        "return \(key)",
        [
          "The boat home leaves the {island|\(island.landing)} at \(wayBack.fullWords).": 3,
          "On the way back she leaves the {island|\(island.landing)} at \(wayBack.words).": 2,
          "To return, be at the \(island.landing) by \(wayBack.fullWords).": 1,
        ]),
    ]
  }

  private func timetableRules(of island: Island) -> [Rule] {
    let fare = NumberWords.crowns(island.fare)
    let bicycle = NumberWords.spelled(bicycleFare)
    return [
      Rule(
        "crossing \(island.name)",
        [
          "The crossing takes \(NumberWords.spelled(island.crossing)) minutes{ in calm weather| when the sea is quiet|}.",
          "Allow \(NumberWords.spelled(island.crossing)) minutes for the crossing{, and more in a strong wind|}.",
        ]),
      Rule(
        "price \(island.name)",
        [
          "A ticket costs \(fare){, and a child pays \(NumberWords.spelled(island.childFare))|}.": 3,
          "The fare is \(fare) for adults and \(NumberWords.spelled(island.childFare)) for children.": 2,
          "Bring \(fare) for the ticket{ and \(bicycle) more for a bicycle|}.": 1,
        ]),
      Rule(
        "ashore \(island.name)",
        [
          "From the landing it is \(NumberWords.spelled(island.walk)) minutes on foot to the \(island.sight).",
          "{Visitors|Most visitors} come for the \(island.sight), \(NumberWords.spelled(island.walk)) minutes from the "
            + "landing.",
          "The island has \(NumberWords.spelled(island.people)) people, one {shop|small shop} and a \(island.sight).",
        ]),
    ]
  }

  private func adviceRule(of ferry: Ferry) -> Rule {
    let gate = NumberWords.spelled(gateMinutes)
    return Rule(
      "advice \(ferry.name)",
      [
        "Captain \(ferry.captain) asks {you|all passengers} to {have the tickets ready|keep the gangway clear}.",
        "There are \(NumberWords.spelled(ferry.seats)) seats{, so come early in summer| on two decks|}.",
        "The gate closes \(gate) minutes before she leaves.",
        "{Dogs|Bicycles} travel on the open deck.",
      ])
  }
}
