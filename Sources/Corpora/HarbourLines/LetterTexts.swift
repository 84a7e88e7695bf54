// What passengers write about, for each sentiment. Nothing but texts.

/// The sentences of letters with one sentiment, in the notation of `Rule`. `<I>`, `<me>`, `<my>`, `<was>` stand for the
/// words of the one or the several who write, `<Capital I>` and `<My>` at the start of a sentence; in closings `<ferry>`,
/// `<island>`, `<captain>`, `<fare>` and `<sight>` for what the timetable says.
struct LetterTexts {
  struct Topic {
    let name: String
    let first: String
    let second: String
  }

  let tone: [String]
  let topics: [Topic]
  let closings: [String]

  static func of(_ sentiment: HarbourLines.Sentiment) -> LetterTexts {
    switch sentiment {
    case .positive: positive
    case .negative: negative
    case .neutral: neutral
    }
  }

  private static let positive = LetterTexts(
    tone: [
      "It was {a pleasure|a delight} from {beginning to end|pier to pier}.",
      "<Capital I> {<was> happy|enjoyed every minute} on board.",
      "It was the {best|loveliest} part of <my> {week|holiday}.",
    ],
    topics: [
      Topic(
        name: "crew",
        first:
          "The {steward|mate|young deckhand} {carried <my> bags|found <me> a seat out of the wind|gave <me> a warm "
          + "blanket}.",
        second: "Every question got a {kind|patient} answer."),
      Topic(
        name: "time",
        first: "The ferry left {on the minute|exactly on time} and {arrived early|was never in a hurry}.",
        second: "So <I> had {an hour|time} to spare for the {market|harbour museum}."),
      Topic(
        name: "food",
        first: "The {fish soup|apple cake|coffee} in the tea room was {excellent|fresh and hot|the best on the coast}.",
        second: "<Capital I> even asked for the recipe{, and got it|}."),
      Topic(
        name: "sea",
        first:
          "{Two seals|Three dolphins|A hundred gulls} followed <me> {as far as the lamp|all the way}, and the captain "
          + "slowed down to let <me> look.",
        second: "Nobody was {cold|seasick|afraid}."),
      Topic(
        name: "luggage",
        first: "<My> {bicycle|cello|pram|old dog} was {lifted aboard with care|given the best place on deck}.",
        second: "Not one {scratch|harsh word|complaint} all day."),
      Topic(
        name: "tickets",
        first: "When <I> lost <my> tickets, the office {wrote new ones at once|believed <me> and smiled}.",
        second: "That is {rare|generous} in these times."),
    ],
    closings: [
      "Please {thank Captain <captain>|give <my> thanks to Captain <captain>} and the whole crew.",
      "<Capital I> shall take the <ferry> again {in spring|next summer|very soon}.",
      "{For <fare> one cannot ask for more.|The <fare> were well spent.}",
      "The <sight> of <island> was {wonderful|a joy} too.",
    ])

  private static let negative = LetterTexts(
    tone: [
      "It was {a misery|a disappointment} from {beginning to end|pier to pier}.",
      "<Capital I> {<was> angry|counted every minute} on board.",
      "It was the {worst|saddest} part of <my> {week|holiday}.",
    ],
    topics: [
      Topic(
        name: "crew",
        first:
          "The {steward|mate|young deckhand} {shouted at <me>|dropped <my> bags|let the door fall shut before <me>}.",
        second: "Every question got a {rude|lazy} answer{, or none|}."),
      Topic(
        name: "time",
        first:
          "The ferry left {an hour late|without a word before its time} and {arrived in the dark|nobody said why}.",
        second: "So <I> missed {the last train|a wedding|the concert}."),
      Topic(
        name: "food",
        first: "The {fish soup|apple cake|coffee} in the tea room was {cold|stale|far too salty}.",
        second: "<Capital I> left it{, and paid for it all the same|}."),
      Topic(
        name: "sea",
        first: "{The captain|Somebody} steered straight into the {waves|storm}, and <I> <was> wet to the bone.",
        second: "Half of the passengers were {seasick|afraid}."),
      Topic(
        name: "luggage",
        first: "<My> {bicycle|cello|pram|old dog} was {left in the rain|pushed into a corner and forgotten}.",
        second: "Nobody {said sorry|wanted to hear about it}."),
      Topic(
        name: "tickets",
        first: "When <I> lost <my> tickets, the office {made <me> pay twice|laughed at <me>}.",
        second: "That is {mean|shameful}."),
    ],
    closings: [
      "{<Capital I> want <my> <fare> back.|Please send back the <fare>.}",
      "Captain <captain> {should be ashamed|owes <me> an answer}.",
      "<Capital I> shall not take the <ferry> again{, not even in summer|}.",
      "Not even the <sight> of <island> could {comfort <me>|save the day}.",
    ])

  private static let neutral = LetterTexts(
    tone: [
      "It was {an ordinary trip|much as usual}.",
      "<Capital I> {<was> on board for the first time|read the newspaper on the way}.",
      "It was {neither better nor worse than|the same as} last {year|time}.",
    ],
    topics: [
      Topic(
        name: "crew",
        first: "The {steward|mate|young deckhand} {checked <my> tickets|counted the passengers|closed the gate}.",
        second: "There were {four|five|six} in the crew."),
      Topic(
        name: "time",
        first: "The ferry left {a minute late|at the usual time} and {arrived as planned|went at its usual speed}.",
        second: "<Capital I> looked at the clock {twice|at the landing}."),
      Topic(
        name: "food",
        first: "The tea room {had fish soup and coffee|was open} that day.",
        second: "<Capital I> had brought {sandwiches|some apples}."),
      Topic(
        name: "sea",
        first:
          "{Some gulls|Two seals|A sailing boat} {crossed the channel|passed on the left}, and the engine ran steadily.",
        second: "The {channel|water} was {green|grey}."),
      Topic(
        name: "luggage",
        first: "<My> {bicycle|cello|pram|old dog} {stood on the open deck|was put beside the mail}.",
        second: "It {needed|had} a ticket{ of its own|}."),
      Topic(
        name: "tickets",
        first: "<Capital I> bought <my> tickets {at the office|from the steward}{ and kept them|}.",
        second: "They were {yellow|green} this time."),
    ],
    closings: [
      "Does the <ferry> also {take|carry} {canoes|a piano|bee hives|building wood}?",
      "Please send <me> the {winter|summer} timetable for <island>.",
      "Is the fare still <fare> {next year|in winter}?",
      "Could Captain <captain> tell <me> when the <sight> {opens|was built}?",
    ])
}
