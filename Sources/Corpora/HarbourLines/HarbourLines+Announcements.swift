// What is said over the loudspeakers of the harbour and of the ferries.

extension HarbourLines {
  /// Announcements of one event each, which colours everything that is said after: the new hour is the old one and the
  /// delay, the outlook belongs to the reason, "it" or "them" to the thing that was found. Labels: event, and ferry and
  /// island where there is one.
  public var announcements: Corpus { Corpus("announcements", [announcementRule] + announcementRules) }

  /// A delay is announced, and then asked about: three lines, of which the first holds the answer and no other text does.
  /// Labels: ferry, island; parts: "question", "answer".
  public var readings: Corpus { Corpus("readings", [readingRule] + readingRules + delayRules) }

  var announcementRule: Rule {
    Rule(
      "announcement",
      [
        "[delay]\n\n": 5, "[boarding]\n\n": 4, "[cancelled]\n\n": 2, "[found]\n\n": 3, "[aboard]\n\n": 4,
      ])
  }

  var announcementRules: [Rule] {
    delayRules
      + [
        Rule("delay", labels: ["event": "delay"], routes.map { "[alert \($0.key)] [delay \($0.key)]" }),
        Rule("boarding", labels: ["event": "boarding"], routes.map { "[boarding \($0.key)]" }),
        Rule("cancelled", labels: ["event": "cancelled"], routes.map { "[cancelled \($0.key)]" }),
        Rule("found", labels: ["event": "found"], finds.indices.map { "[found \($0)]" }),
        Rule("aboard", labels: ["event": "aboard"], routes.map { "[aboard \($0.key)]" }),
      ]
      + routes.map { Rule("delay \($0.key)", delays(of: $0).map { "[delayed \($0.key)]" }) }
      + routes.flatMap { [boardingRule(of: $0), cancelledRule(of: $0), aboardRule(of: $0)] }
      + finds.enumerated().map { foundRule(number: $0, of: $1) }
  }

  // MARK: Delays

  private struct Delay {
    let route: Route
    let minutes: Int
    let reason: (name: String, because: String, outlook: String)

    var key: String { "\(route.key) \(minutes) \(reason.name)" }
  }

  private func delays(of route: Route) -> [Delay] {
    [10, 15, 20, 30, 40].flatMap { minutes in
      Self.reasons.map { Delay(route: route, minutes: minutes, reason: $0) }
    }
  }

  private static let reasons: [(name: String, because: String, outlook: String)] = [
    ("fog", "because of {thick|} fog", "The pilot {expects it to lift soon|can see the green lamp again}."),
    ("wind", "because of a strong wind", "The wind is {easing|dropping}, and the sea will {soon be calmer|follow}."),
    ("tide", "because the tide is very low", "There is not yet enough water {in the channel|over the sand}."),
    ("engine", "because of work on the engine", "The engineer is {tightening the last bolts|testing the pumps}."),
    ("train", "because the train is late", "We are waiting for {some|thirty|a group of} passengers from the town."),
    ("mail", "because the mail has not come", "The mail van {is on its way|has just passed the bridge}."),
    ("seals", "because of seals on the slipway", "The crew is {waking them gently|asking them to move}."),
  ]

  private var delayRules: [Rule] {
    routes.flatMap { route in
      [
        Rule(
          "alert \(route.key)", labels: ["ferry": route.ferry.name, "island": route.island.name],
          [
            "{Attention, please|Good \(route.departure.partOfDay)}: the ferry to \(route.island.name) at "
              + "\(route.departure.words) is"
          ])
      ] + delays(of: route).map(delayedRule(of:))
    }
  }

  private func delayedRule(of delay: Delay) -> Rule {
    let route = delay.route
    return Rule(
      "delayed \(delay.key)",
      [
        "\(NumberWords.spelled(delay.minutes)) minutes late \(delay.reason.because). \(delay.reason.outlook) "
          + "The \(route.ferry.name) will now leave pier \(NumberWords.spelled(route.ferry.pier)) at "
          + "\((route.departure + delay.minutes).words). "
          + "{We are sorry for the wait.|Thank you for your patience.|There is free tea in the waiting room.|}"
      ])
  }

  // MARK: Boarding, cancelled, aboard

  private func boardingRule(of route: Route) -> Rule {
    let ferry = route.ferry.name
    let gate = route.departure + -gateMinutes
    return Rule(
      "boarding \(route.key)", labels: ["ferry": ferry, "island": route.island.name],
      [
        "Good \(route.departure.partOfDay). The \(ferry) {is now boarding|is ready for boarding} at pier "
          + "\(NumberWords.spelled(route.ferry.pier)) for \(route.island.name). "
          + "{Please have your tickets ready.|Families with small children go first.|}"
          + " {Bicycles go aboard by the stern ramp.|Dogs travel on the open deck.|Please mind the wet steps.} "
          + "The gate closes at \(gate.words), and {the \(ferry)|she} leaves at \(route.departure.words)."
      ])
  }

  private func cancelledRule(of route: Route) -> Rule {
    let ferry = route.ferry.name
    let others = routes.filter { $0.island == route.island && $0.ferry != route.ferry }
    let instead = others.map {
      "The \($0.ferry.name) also sails to \(route.island.name), at \($0.departure.fullWords)."
    }
    return Rule(
      "cancelled \(route.key)", labels: ["ferry": ferry, "island": route.island.name],
      [
        "{Attention, please|Ladies and gentlemen}: the \(ferry) {will not sail|stays in the harbour} today. "
          + "{The waves are too high at the \(route.island.landing).|The wind has turned to the {north|east}.|"
          + "Captain \(route.ferry.captain) is ill.|The rudder has to be repaired.} "
          + "Your ticket to \(route.island.name) {stays valid for a week|will be paid back at the office}. "
          + "{\(instead.joined(separator: "|"))|}"
      ])
  }

  private func aboardRule(of route: Route) -> Rule {
    let (ferry, island) = (route.ferry, route.island)
    return Rule(
      "aboard \(route.key)", labels: ["ferry": ferry.name, "island": island.name],
      [
        "{Good \(route.departure.partOfDay)|Welcome aboard}. This is Captain \(ferry.captain) speaking"
          + "{ from the bridge of the \(ferry.name)|}. We {shall|will} be {on|at} \(island.name) in "
          + "\(NumberWords.spelled(island.crossing)) minutes. "
          + "{The sea is calm{, and the sky is clear|}.|There is some swell behind the breakwater{; hold the rail|}.|"
          + "We may see dolphins {on the left|on the right}.} "
          + "{The tea room is open on the lower deck.|Hot soup is served below.|} "
          + "{If you have time, visit the \(island.sight)|Do not miss the \(island.sight)}; it is "
          + "\(NumberWords.spelled(island.walk)) minutes from the \(island.landing)."
      ])
  }

  // MARK: Found things

  private struct Find {
    let ferry: Ferry
    let thing: (words: String, isPlural: Bool)
  }

  private var finds: [Find] {
    let things = [
      ("a red umbrella", false), ("a brown suitcase", false), ("a violin in its case", false),
      ("a basket of eggs", false), ("a book of sea poems", false), ("two left boots", true),
      ("three keys on a string", true), ("reading glasses", true), ("a child's scarf", false),
      ("some unfinished knitting", false), ("a tin of biscuits", false), ("a pair of gloves", true),
    ]
    return ferries.flatMap { ferry in things.map { Find(ferry: ferry, thing: $0) } }
  }

  private func foundRule(number: Int, of find: Find) -> Rule {
    let (was, it, itIs) = find.thing.isPlural ? ("were", "them", "They are") : ("was", "it", "It is")
    let words = find.thing.words
    return Rule(
      "found \(number)", labels: ["ferry": find.ferry.name],
      [
        "\(words.capitalizedFirst) \(was) found on the \(find.ferry.name)"
          + "{ under a seat| on the upper deck| beside the stairs| in the tea room}. "
          + "The owner may fetch \(it) at the office until \(officeCloses.fullWords). "
          + "{\(itIs) {a little wet|quite safe}.|Nobody else may have \(it).|}"
      ])
  }

  // MARK: Readings

  var readingRule: Rule { Rule("reading", routes.map { "[alert \($0.key)] [reading \($0.key)]\n\n" }) }

  /// What is said about a delay is chosen when it is said, not at the start: so a reader has few cases to keep in mind.
  var readingRules: [Rule] {
    routes.flatMap { route in
      [Rule("reading \(route.key)", delays(of: route).map { "[delayed \($0.key)]\n[about \($0.key)]" })]
        + delays(of: route).flatMap(questionRules(about:))
    }
  }

  private func questionRules(about delay: Delay) -> [Rule] {
    let (ferry, island, key) = (delay.route.ferry.name, delay.route.island.name, delay.key)
    return [Rule("about \(key)", ["[late \(key)]", "[hour \(key)]", "[why \(key)]"])]
      + exchange(
        "late", key, ["How late is the ferry to \(island)?", "How many minutes late is the \(ferry)?"],
        "\(NumberWords.spelled(delay.minutes).capitalizedFirst) minutes.")
      + exchange(
        "hour", key,
        ["When will the \(ferry) leave now?", "At what time does the ferry to \(island) leave now?"],
        "At \((delay.route.departure + delay.minutes).words).")
      + exchange(
        "why", key, ["Why is the \(ferry) late?", "Why do we have to wait?"],
        delay.reason.because.replacing("{thick|} ", with: "").capitalizedFirst + ".")
  }
}
