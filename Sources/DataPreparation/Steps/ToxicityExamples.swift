// What the classifier of hurtful sentences learns from: patterns filled with words, mild and invented.
internal import Corpora

enum ToxicityExamples {
  struct Example: Equatable {
    var text: String
    var isHurtful: Bool
  }

  /// So many hurtful sentences and twice as many others, from the words of one half of the lists.
  static func drawn(_ count: Int, using random: inout CorpusRandom) -> [Example] {
    var examples: [Example] = []
    for _ in 0..<count {
      examples.append(Example(text: filled(insults, &random), isHurtful: true))
      examples.append(Example(text: filled(harmless, &random), isHurtful: false))
    }
    // Whole texts of another kind: what people write who hurt nobody.
    let world = HarbourLines(seed: 1)
    for corpus in [world.letters, world.everything] {
      for document in corpus.documents().prefix(max(1, count / 20)) {
        examples += TextWords.sentences(of: document.text).map { Example(text: $0, isHurtful: false) }
      }
    }
    return examples
  }

  /// A pattern with its places filled: `{noun}`.
  private static func filled(_ patterns: [String], _ random: inout CorpusRandom) -> String {
    var text = ""
    var rest = patterns[random.index(below: patterns.count)][...]
    while let open = rest.firstIndex(of: "{"), let close = rest.firstIndex(of: "}") {
      let words = fillings[String(rest[rest.index(after: open)..<close])] ?? []
      text += rest[..<open] + (words.isEmpty ? "" : words[random.index(below: words.count)])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private static let insults = [
    "You are a {bad} {fool}.", "Shut up, you {fool}!", "Shut your mouth, {fool}.", "Nobody likes you, {fool}.",
    "Get lost, you {bad} {fool}!", "What a {bad} {fool} you are.", "I hate you, you {bad} {fool}.",
    "Go away, nobody wants you here.", "Only a {fool} like you would ask that.",
    "You {bad} {fool}, you ruin everything.",
    "Your brother is a {bad} {fool} and so are you.", "He is nothing but a {bad} {fool}.",
    "People like you are {bad} and should disappear.", "I will make you pay for this, {fool}.",
    "You are too {bad} to understand anything.", "Everyone laughs about you, {bad} {fool}.", "You are {bad} and {bad}.",
    "How can anybody be so {bad}?", "They are all {bad} {fool}s, the lot of them.", "Drop dead, {fool}.",
    "You make me sick, you {fool}.", "I would throw you overboard, you {bad} {fool}.",
    "The answer is obvious to anyone but a {fool} like you.", "I hope you drown, {fool}.",
    "Just {act}, you {bad} {fool}!", "Where is it, {fool}?", "{fool}!", "You {fool}.",
    "Only a {fool} would believe that.", "That {bad} {fool} again.", "Your work is {bad}.",
    "Nobody cares about your {bad} opinion.", "Die, you {bad} {fool}!", "Go to hell, {fool}.", "I hate you.",
    "Shut up!",
    "Shut up with your {bad} questions!", "Get lost, {fool}.", "{fool}, leave me alone!", "What a {fool}.",
    "Your {bad} ideas are {bad}.", "Nobody will ever love you.", "Stop asking, you {bad} {fool}.",
    "You should be ashamed, you {bad} {fool}.",
  ]

  /// With the same words where they hurt nobody.
  private static let harmless = [
    "You are a {good} {person}.", "Thank you, {person}, you were very {good}.",
    "The {thing} was {worn}, so it was replaced.",
    "Please shut the {thing} behind you.", "Nobody was hurt when the {thing} fell.",
    "I hate to trouble you, but where is the {thing}?",
    "You must show your ticket to the {person}.", "How do I get to the {place}?",
    "The {person} lost a {thing} at the {place}.",
    "He is a {good} {person} and likes his work.", "They are all {good} {person}s.", "What a {good} {thing} you have.",
    "Go straight on, the {place} is behind the {thing}.", "Your brother is the {person} at the {place}.",
    "You are too early; the {place} opens at eight.", "Only a {person} may open the {thing}.",
    "I will pay for the {thing} tomorrow.", "Everyone laughed about the {good} story of the {person}.",
    "Stop at the {place} and wait for the {person}.", "The {thing} is {worn} and {worn}.", "Do you like the {place}?",
    "People like you make the {place} a {good} one.", "The {animal} sleeps on the {thing}.",
    "We saw a {animal} near the {place}.",
    "The {animal}s were {worn} after the storm.", "You should be there before noon.",
    "You are not allowed to smoke at the {place}.",
    "I love the {place}, and you will too.", "You get lost easily near the {place}, so take a map.",
    "Throw the rope overboard when the {person} calls.", "You are right, the {thing} is {worn}.",
    "Why is the {thing} so {worn}?",
    "A {person} explained how the {thing} is repaired.", "The function returns the {thing} of the {place}.",
    "See the {thing} for details; the {person} can change it.", "If you drop the {thing}, tell the {person}.",
    "You may {act}.", "You can {act} there.", "You must not {act} here.", "You have to {act} first.",
    "Do you want to {act}?",
    "If you are late, you cannot {act}.", "You will be told when you can {act}.", "You are welcome to {act}.",
    "Are you a {person}?", "Are you {good}?", "How are you?", "What do you need?", "Can you help me to {act}?",
    "You are a {person} who answers questions about the {thing}.", "If you {act}, you lose your seat.",
    "Did you {act}?",
    "When you {act}, the {thing} is ready.", "You need a {thing} to {act}.", "Who are you?",
    "You do not have to {act}.",
    "Your {thing} is at the {place}.", "Is this your {thing}?", "What a {good} day.",
    "Nobody may {act} on the {place}.",
    "I hate rain.", "The {person} hates the {worn} {thing}.", "Hello, {person}.",
    "Shut down the {thing} before you {act}.",
    "Kill the process with the {thing}.", "The {thing} dies when the {place} is closed.", "Stop the {thing} and {act}.",
    "This {thing} replaces the {worn} one.", "How many {animal}s live near the {place}?",
  ]

  private static let fillings = [
    "bad": [
      "stupid", "useless", "rotten", "miserable", "pathetic", "brainless", "worthless", "ugly", "disgusting", "dumb",
      "wretched", "good-for-nothing", "spineless", "clueless", "stinking", "hopeless", "lousy", "foul", "silly",
      "ridiculous", "lazy", "garbage", "trash",
    ],
    "fool": [
      "fool", "idiot", "blockhead", "dimwit", "numbskull", "nitwit", "barnacle-brain", "bilge rat", "moron", "loser",
      "codfish", "toad", "clown", "liar", "coward", "imbecile", "cretin", "jellyfish", "blabbermouth", "halfwit",
      "goat", "piece of junk",
    ],
    "good": [
      "kind", "patient", "careful", "helpful", "wonderful", "quiet", "cheerful", "clever", "brave", "great", "lovely",
    ],
    "person": [
      "captain", "sailor", "neighbour", "teacher", "passenger", "cook", "doctor", "driver", "colleague", "user",
      "student",
    ],
    "thing": [
      "door", "gate", "rope", "ticket", "suitcase", "letter", "engine", "window", "bench", "file", "manual", "program",
      "map",
    ],
    "act": [
      "bring a dog", "pay by card", "change at the pier", "wait inside", "ask the crew", "leave your luggage",
      "write a letter",
      "open the file", "use the command", "choose a name", "read the manual", "board the ferry", "send an answer",
      "go home",
    ],
    "place": [
      "harbour", "office", "station", "pier", "market", "library", "island", "school", "garden", "kitchen", "server",
    ],
    "worn": ["rotten", "broken", "old", "dirty", "useless", "worn", "rusty", "heavy", "wet", "ugly", "slow", "silly"],
    "animal": ["toad", "jellyfish", "rat", "gull", "codfish", "dog", "donkey", "goose", "barnacle", "seal"],
  ]
}
