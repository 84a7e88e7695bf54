// What the crew handbook says. Nothing but texts.

/// One section, in the notation of `Rule`. The opening is always there; each duty may be left out.
struct HandbookSection {
  let title: String
  let opening: String
  let duties: [String]
  let steps: [String]
}

extension HarbourLines {
  var handbookSections: [HandbookSection] {
    let gate = NumberWords.spelled(gateMinutes)
    let bicycle = NumberWords.crowns(bicycleFare)
    let channel = NumberWords.spelled(radioChannel)
    return [
      HandbookSection(
        title: "Boarding",
        opening: "Boarding {starts|begins} when the mate opens the gate.",
        duties: [
          "The mate {counts the passengers|clicks the counter once for each passenger}.",
          "The gate closes \(gate) minutes before the departure{, and is not opened again|}.",
          "Families with small children {go|come} aboard first.",
          "A passenger without a ticket {is sent to the office|may buy one from the steward}.",
        ],
        steps: [
          "{Lower|Let down} the gangway.", "Open the gate.", "{Count|Check} the tickets.",
          "Close the gate and {tell the captain|report to the bridge}.",
        ]),
      HandbookSection(
        title: "Mooring",
        opening: "A mooring line is a rope that holds the ferry at the pier.",
        duties: [
          "Each ferry has {four lines, two at each end|two lines at the bow and two at the stern}.",
          "A worn line {is replaced|must be replaced} at once.",
          "Nobody stands inside a loop of rope.",
          "The deckhand {throws|passes} the bow line first.",
        ],
        steps: [
          "{Throw|Pass} the bow line.", "Make it fast with {two turns|two turns round the post}.",
          "Do the same at the stern.",
          "{Wave to|Signal} the bridge.",
        ]),
      HandbookSection(
        title: "Fog",
        opening: "Fog is thick when the lamp on the tower cannot be seen from the pier.",
        duties: [
          "In thick fog {no ferry leaves|every ferry stays in} the harbour.",
          "The pilot {decides|says} when it is safe to sail.",
          "The horn sounds {once a minute|every minute}.",
          "The mate {keeps a lookout|stands} at the bow.",
        ],
        steps: [
          "{Slow down|Go slowly}.", "Sound the horn.", "Call the harbour on channel \(channel).",
          "{Wait|Stay at the buoy} until the lamp is green.",
        ]),
      HandbookSection(
        title: "Radio",
        opening: "The radio stays {on|switched on} from the first departure to the last arrival.",
        duties: [
          "Harbour Lines uses channel \(channel).",
          "{Speak slowly|Use short words}, and say the name of the ferry first.",
          "Channel sixteen is {for distress calls only|kept free for distress calls}.",
          "The mate {writes every call into the log|logs each call with its hour}.",
        ],
        steps: [
          "Listen before you speak.", "Say the name of {your ferry|the ferry} twice.", "{Give|Say} your message.",
          "Say \"over\" and wait.",
        ]),
      HandbookSection(
        title: "Tickets and fares",
        opening: "Every passenger over the age of four {needs|must have} a ticket.",
        duties: [
          "Children pay half{ of the fare|}.",
          "A bicycle costs \(bicycle){ on every route|}.",
          "The office sells tickets from \(officeOpens.fullWords) until \(officeCloses.fullWords).",
          "A ticket of a cancelled trip {stays valid for a week|is paid back at the office}.",
        ],
        steps: [
          "{Look at|Read} the date.", "{Tear|Cut} off the corner.", "{Wish the passenger|Say} a good trip.",
        ]),
      HandbookSection(
        title: "Lost property",
        opening: "Lost property is anything that a passenger has left {behind|on board}.",
        duties: [
          "The steward walks through {both decks|the whole ferry} after every trip.",
          "Food is not kept {overnight|until the next day}.",
          "The office keeps lost property for ninety days{, then it is sold|}.",
          "Whoever asks for a thing {must describe it|says first what it looks like}.",
        ],
        steps: [
          "Write down {the place and the hour|where it was found}.", "Tie a label to it.",
          "{Take|Bring} it to the office.", "{Announce it|Have it announced} at the harbour.",
        ]),
      HandbookSection(
        title: "Bicycles and dogs",
        opening: "Bicycles and dogs travel on the open deck.",
        duties: [
          "{Dogs|A dog} must be on a lead.",
          "Guide dogs may go everywhere{ and travel free|}.",
          "Bicycles are {tied|fastened} to the rail, never in front of {a door|the doors}.",
          "A bicycle costs \(bicycle), a dog nothing.",
        ],
        steps: [
          "Bring the bicycles aboard before the passengers.", "Tie each one {with a soft rope|to the rail}.",
          "Keep the stairs {free|clear}.",
        ]),
      HandbookSection(
        title: "The mail",
        opening: "The mail goes with the first ferry{ of the day|}.",
        duties: [
          "The mate signs for {every sack|each sack of mail}.",
          "Mail {lies|travels} in the dry locker{ under the bridge|}.",
          "A ferry may wait fifteen minutes for the mail{, but not longer|}.",
          "Parcels with living animals {are kept out of the sun|stand in the shade}.",
        ],
        steps: [
          "Count the sacks.", "Compare the {number|total} with the list.", "Lock the {locker|dry locker}.",
          "{Hand over|Give} the key to the captain.",
        ]),
      HandbookSection(
        title: "A person in the water",
        opening: "{Whoever|The one who} sees a person fall shouts, points, and never looks away.",
        duties: [
          "The captain stops the engine{ at once|}.",
          "The mate throws {a lifebuoy|the ring with the light}.",
          "The crew {practises|trains} this on the first Monday of {each|every} month.",
          "Nobody jumps after {the person|somebody} without a line.",
        ],
        steps: [
          "Shout.", "Throw the {ring|lifebuoy}.", "Point at the person all the time.", "{Lower|Let down} the ladder.",
          "{Call for|Ask for} a doctor on channel sixteen.",
        ]),
      HandbookSection(
        title: "The end of the day",
        opening: "The day ends when the ferry is clean and {the log is signed|all lamps are out}.",
        duties: [
          "The engineer {checks|looks at} oil and water.",
          "The steward {sweeps|cleans} the decks, and the deckhand coils the ropes.",
          "The captain brings the log to the office {before it closes|by \(officeCloses.words)}.",
          "The last one ashore {locks the gate|turns the key}.",
        ],
        steps: [
          "{Switch|Turn} off the heating.", "{Close|Shut} all windows.", "{Check|Look after} the lines once more.",
          "Sign the log.",
        ]),
    ]
  }
}
