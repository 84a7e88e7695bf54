// What a learner's count of votes is asked.

let probes = Probes {
  Probe("the pairs of the task", points: 2) {
    [
      opinion(forwards: "first", backwards: "second"), opinion(forwards: "first", backwards: "first"),
      opinion(forwards: "second", backwards: "tie"),
    ]
  }
  Probe("all nine pairs of votes", points: 2) {
    votes.flatMap { forwards in votes.map { opinion(forwards: forwards, backwards: $0) } }
  }
  Probe("the table of the task", points: 3) {
    wins(models: ["base", "tuned"], pairs: threePairs)
  }
  Probe("three models, in another order", points: 3) {
    wins(
      models: ["x", "y", "z"],
      pairs: [
        ["z", "x", "first", "second"], ["y", "z", "second", "first"], ["x", "y", "tie", "tie"],
        ["y", "x", "first", "second"],
      ])
  }
  Probe("places", points: 2) {
    [
      byPlace(threePairs), byPlace([]), byPlace([["a", "b", "tie", "tie"]]),
      byPlace([["a", "b", "second", "second"], ["a", "b", "second", "first"]]),
    ]
  }
  Probe("random judges", points: 2) { random in
    let models = ["base", "tuned", "longer", "scratch"]
    let pairs = (0..<30).map { _ in
      Array(random.shuffled(models).prefix(2)) + [random.pick(votes), random.pick(votes)]
    }
    return wins(models: models, pairs: pairs)
  }
}

let votes = ["first", "second", "tie"]
let threePairs = [
  ["base", "tuned", "first", "second"], ["base", "tuned", "first", "first"], ["base", "tuned", "second", "tie"],
]
