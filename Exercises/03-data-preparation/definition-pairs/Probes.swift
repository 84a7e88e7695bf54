// What a learner's rule is asked.

let probes = Probes {
  Probe("the sentences of the task", points: 2) {
    ["A mooring line is a rope.", "The Gull is the ferry to Birk.", "It is a nuisance."].map(definition)
  }
  Probe("names keep their letters", points: 2) {
    ["Lille Birk is an island.", "An islander is a person.", "Captain Vesely is the captain of the Sandpiper."]
      .map(definition)
  }
  Probe("silent where nobody could know what is meant", points: 3) {
    [
      "This is a place where one waits.", "There is a bench.", "What is a trip?", "She is the youngest mate.",
      "Dogs travel free.", "The office is closed in winter.", "A trip is a.",
    ].map(definition)
  }
  Probe("silent about subjects that are no subject", points: 2) {
    [
      "As everybody on board knows, the tide is a nuisance.",
      "The man with the red cap on the pier is the mate.", "is a word.",
    ].map(definition)
  }
  Probe("where an answer stands", points: 3) {
    let page = "We saw the ferry to Birk. A tag is a number on a rope. The Gull is the ferry to Birk."
    return [
      place(of: "the ferry to Birk", in: "The Gull is the ferry to Birk.", of: page),
      place(of: "a number on a rope", in: "A tag is a number on a rope.", of: page),
      place(of: "a boat", in: "A tag is a number on a rope.", of: page),
    ]
  }
  Probe("random sentences", points: 2) { random in
    (0..<20).map { _ in definition(in: randomSentence(random)) }
  }
}

func randomSentence(_ random: ProbeRandom) -> String {
  let subjects = ["A tag", "The Dunlin", "It", "An oar", "Quarne", "This", "The long pier", "A tag, an oar"]
  let verbs = ["is", "is", "is", "was", "has"]
  let rests = ["a small thing", "the end of it", "an island", "grey", "closed", "a rope that is long"]
  let stops = [".", ".", ".", "?"]
  return random.pick(subjects) + " " + random.pick(verbs) + " " + random.pick(rests) + random.pick(stops)
}
