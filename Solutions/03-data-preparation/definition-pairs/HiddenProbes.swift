// What only the judge asks.

let probes = Probes {
  Probe("a second is belongs to the answer", points: 1) {
    definition(in: "A raft is a boat that is filled with air.")
  }
  Probe("an article in the middle stays as it is", points: 1) {
    ["Crew of The Tern is the oldest.", "Island A is an example.", "An A is a letter."].map(definition)
  }
  Probe("places behind letters beyond ASCII", points: 1) {
    let page = "På øya is no English. A måløy is an island."
    return place(of: "an island", in: "A måløy is an island.", of: page)
  }
  Probe("many random sentences", points: 1) { random in
    (0..<60).map { _ in definition(in: randomSentence(random)) }
  }
}

func randomSentence(_ random: ProbeRandom) -> String {
  let subjects = ["That", "A cork ring", "He", "The", "One of the two very old ropes", "Fennick", "There"]
  let verbs = ["is", "is", "isn't", "will be"]
  let rests = ["a", "the one", "an old thing", "the end", "a b c d e f", "gone, the rest"]
  return random.pick(subjects) + " " + random.pick(verbs) + " " + random.pick(rests) + random.pick([".", "!", ""])
}
