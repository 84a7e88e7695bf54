// What a learner's rule is asked.

let database = ["adding": 0.1, "answering": 0.02, "keeps": 1, "cites": 1]
let model = ["adding": 4, "answering": 0.01, "keeps": 0.98, "cites": 0]

let probes = Probes {
  Probe("what is forgotten", points: 3) {
    [
      forgotten(before: [true, true, true, false], after: [true, false, true, true]),
      forgotten(before: [true, true, false, false], after: [false, false, true, true]),
      forgotten(before: [false, false], after: [true, false]), forgotten(before: [], after: []),
    ]
  }
  Probe("the seconds of a year", points: 3) {
    [
      seconds(adding: 0.1, answering: 0.02, changes: 1, questions: 100),
      seconds(adding: 4, answering: 0.01, changes: 0, questions: 10_000),
      seconds(adding: 3, answering: 0, changes: 11, questions: 5),
    ]
  }
  Probe("the choices of the task", points: 3) {
    [
      choice([database, model], changes: 1, questions: 100, keeping: 0.9, mustCite: false),
      choice([database, model], changes: 0, questions: 10_000, keeping: 0.9, mustCite: false),
      choice([database, model], changes: 20, questions: 10_000, keeping: 0.9, mustCite: false),
      choice([database, model], changes: 0, questions: 10_000, keeping: 0.9, mustCite: true),
    ]
  }
  Probe("where none will do, and where two are equal", points: 2) {
    [
      choice([model], changes: 0, questions: 1, keeping: 0.5, mustCite: true),
      choice([model, model], changes: 0, questions: 1, keeping: 0.5, mustCite: false),
      choice([], changes: 0, questions: 1, keeping: 0, mustCite: false),
    ]
  }
  Probe("random ways", points: 2) { random in
    (0..<20).map { _ in
      choice(
        (0..<4).map { _ in randomWay(random) }, changes: random.integer(in: 0...6),
        questions: random.integer(in: 1...3000), keeping: Double(random.integer(in: 2...9)) / 10,
        mustCite: random.integer(in: 0...1) == 1)
    }
  }
}

func randomWay(_ random: ProbeRandom) -> [String: Double] {
  [
    "adding": Double(random.integer(in: 1...90)) / 10, "answering": Double(random.integer(in: 1...50)) / 1000,
    "keeps": Double(random.integer(in: 60...100)) / 100, "cites": Double(random.integer(in: 0...1)),
  ]
}
