// Letters from passengers, each with a sentiment that colours most of its sentences.

extension HarbourLines {
  public enum Sentiment: String, CaseIterable, Sendable {
    case positive, negative, neutral
  }

  /// Letters to the company, of every sentiment. Ferry, island and weekday fit the timetable; "I" or "we" stays from the
  /// first sentence to the last. Labels: sentiment, topic, ferry, island.
  public var letters: Corpus { Corpus("letters", [letterRule] + letterRules) }

  /// Letters of one sentiment.
  public func letters(_ sentiment: Sentiment) -> Corpus {
    Corpus("\(sentiment) letters", [Rule("letter", ["[letter \(sentiment)]\n\n"])] + letterRules)
  }

  var letterRule: Rule {
    Rule(
      "letter", ["[letter positive]\n\n": 0.4, "[letter negative]\n\n": 0.35, "[letter neutral]\n\n": 0.25])
  }

  var letterRules: [Rule] {
    var rules: [Rule] = []
    for sentiment in Sentiment.allCases {
      rules.append(
        Rule(
          "letter \(sentiment)", labels: ["sentiment": sentiment.rawValue],
          Voice.allCases.map {
            "Dear Harbour Lines,\n[letter \(sentiment) \($0)]"
          }))
      for voice in Voice.allCases { rules += letterRules(sentiment, voice) }
      rules.append(signatureRule(sentiment))
    }
    return rules + [Rule("name", Self.writers), Rule("weather", Self.weather)]
  }

  /// Who writes: one passenger, or one for several.
  private enum Voice: String, CaseIterable {
    case one, several

    /// Who travelled, in the first sentence.
    var opening: String {
      switch self {
      case .one: "I"
      case .several: "{my sister|my brother|two friends|the children|my mother|the choir} and I"
      }
    }

    /// Puts the voice's words in the places that `LetterTexts` marks.
    func said(_ text: String) -> String {
      let words =
        switch self {
        case .one: ["<I>": "I", "<Capital I>": "I", "<me>": "me", "<my>": "my", "<My>": "My", "<was>": "was"]
        case .several: ["<I>": "we", "<Capital I>": "We", "<me>": "us", "<my>": "our", "<My>": "Our", "<was>": "were"]
        }
      return words.reduce(text) { $0.replacing($1.key, with: $1.value) }
    }
  }

  private func letterRules(_ sentiment: Sentiment, _ voice: Voice) -> [Rule] {
    let texts = LetterTexts.of(sentiment)
    let mood = "\(sentiment) \(voice)"
    var rules = [
      Rule("letter \(mood)", routes.map { "[travel \(mood) \($0.key)]" }),
      Rule("tone \(mood)", texts.tone.map(voice.said)),
      Rule("topic \(mood)", texts.topics.map { "[topic \($0.name) \(mood)]" }),
    ]
    for topic in texts.topics {
      rules.append(
        Rule(
          "topic \(topic.name) \(mood)", labels: ["topic": topic.name],
          ["\(voice.said(topic.first)) {\(voice.said(topic.second))|}"]))
    }
    for route in routes {
      let (ferry, island, key) = (route.ferry, route.island, route.key)
      let labels = ["ferry": ferry.name, "island": island.name]
      let closings = texts.closings.map { closing in
        voice.said(closing)
          .replacing("<ferry>", with: ferry.name).replacing("<island>", with: island.name)
          .replacing("<captain>", with: ferry.captain).replacing("<fare>", with: NumberWords.crowns(island.fare))
          .replacing("<sight>", with: island.sight)
      }
      let days = "{\(route.days.names.joined(separator: "|"))}"
      rules += [
        Rule(
          "travel \(mood) \(key)", labels: labels,
          [
            "[opening \(voice) \(key)] {[weather]|} {[tone \(mood)] [topic \(mood)]|[topic \(mood)] [tone \(mood)]} "
              + "[closing \(mood) \(key)]\n[signature \(sentiment)]"
          ]),
        Rule("closing \(mood) \(key)", closings),
      ]
      if sentiment == .positive {
        rules.append(
          Rule(
            "opening \(voice) \(key)",
            [
              "On \(days) \(voice.opening) took the \(ferry.name) to \(island.name).",
              "Last \(days) \(voice.opening) crossed to \(island.name) on the \(ferry.name).",
            ]))
      }
    }
    return rules
  }

  private func signatureRule(_ sentiment: Sentiment) -> Rule {
    let farewells =
      switch sentiment {
      case .positive: "{With {warm|kind} wishes|Yours sincerely|Many thanks again}"
      case .negative: "{Yours faithfully|Yours, still waiting|Without thanks}"
      case .neutral: "{Yours sincerely|Yours faithfully|With kind wishes}"
      }
    return Rule("signature \(sentiment)", ["\(farewells),\n[name]"])
  }

  private static let writers = [
    "Ada Lindqvist", "Bo Ferrer", "Carys Oduya", "Dov Marten", "Edda Quist", "Finn Abara", "Greta Nolan", "Hugo Sand",
    "Ines Varga", "Jonas Pell", "Kaya Berg", "Lena Orlov", "Milo Tran", "Nora Achterberg", "Otto Reyes", "Pia Solheim",
  ]

  private static let weather = [
    "It was a {grey|bright|windy|cold|mild} day with {little|some|hardly any} swell.",
    "There was {rain|mist|sun} {over|beyond} the breakwater{ when the gate opened|}.",
    "The ferry was {nearly full|half empty|full of school children}.",
  ]
}
