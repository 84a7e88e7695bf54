// What a learner's measure is asked.

let probes = Probes {
  Probe("syllables of plain words", points: 2) {
    ["ferry", "quay", "harbour", "island", "rhythm", "luggage"].map(syllables)
  }
  Probe("an e at the end", points: 3) {
    ["fare", "table", "the", "tree", "timetable", "whale", "pole"].map(syllables)
  }
  Probe("the sentence of the task", points: 2, tolerance: .absolute(1e-6)) {
    grade("The ferry is late.")
  }
  Probe("a long sentence is harder than two short ones", points: 2, tolerance: .absolute(1e-6)) {
    [
      grade("The pier is closed. Please use the other one."), grade("The pier is closed, so please use the other one."),
    ]
  }
  Probe("signs in a row end one sentence", points: 2, tolerance: .absolute(1e-6)) {
    [grade("Late again... Why?! Nobody knows!!"), grade("It isn't open. 12.30."), grade("")]
  }
  Probe("random texts", points: 1, tolerance: .absolute(1e-6)) { random in
    (0..<10).map { _ in grade(randomText(random)) }
  }
}

func randomText(_ random: ProbeRandom) -> String {
  let words = ["the", "ferry", "leaves", "early", "people", "nobody's", "Quarne", "accommodation", "a", "tide", "12"]
  return (0..<30).map { _ in random.pick(words) + random.pick([" ", " ", " ", ", ", ". ", "! ", "? "]) }.joined()
}
