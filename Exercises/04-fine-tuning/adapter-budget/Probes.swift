// What a learner's adapters are asked. They are judged on a base model and on notices that the submission never had.

let probes = Probes {
  Probe("the budget is kept, and something learns", points: 3) {
    try Harbour(seed: 1).spent()
  } accept: { spent in
    isWithinBudget(spent)
  }
  Probe("the base stays as it was", points: 3) { try Harbour(seed: 1).moved() }
  Probe("half of the way to the winter is made", points: 4, needs: ["the budget is kept, and something learns"]) {
    try Harbour(seed: 1).adapters()
  } accept: { adapters in
    try Harbour(seed: 1).isWithin(1, adapters)
  }
  Probe("within 0.25 nats of the entropy", points: 5, needs: ["half of the way to the winter is made"]) {
    try Harbour(seed: 2).adapters()
  } accept: { adapters in
    try Harbour(seed: 2).isWithin(0.25, adapters)
  }
}

func isWithinBudget(_ spent: [String: Int]) -> Bool {
  let (numbers, passes) = (spent["numbers"] ?? 0, spent["passes"] ?? 0)
  return (1...Harbour.mostNumbers).contains(numbers) && (1...Harbour.mostPasses).contains(passes)
}
