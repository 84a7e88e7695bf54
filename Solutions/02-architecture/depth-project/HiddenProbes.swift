// What only the judge asks: streams that wind the other way, and smaller budgets.

let probes = Probes {
  Probe("accuracy with every answer wrong", points: 1) {
    accuracy(reading(), on: Tensor([[2, 1], [3, -1], [1, 4]]), streams: [1, 1, 0])
  }
  Probe("streams that wind the other way are told apart", points: 5) { random in
    try trained(mirrored(buoys(400, turns: 1.75, seed: random.seed())), steps: 1000, random)
  } accept: {
    knows(mirrored(buoys(2000, turns: 1.75, seed: -1)), $0, steps: 1000)
  }
  Probe("a smaller budget of steps is kept, and used", points: 3) { random in
    try trained(buoys(400, turns: 0.5, seed: random.seed()), steps: 200, random)
  } accept: {
    knows(buoys(2000, turns: 0.5, seed: -1), $0, steps: 200)
  }
}

func mirrored(_ buoys: (places: Tensor, streams: [Int])) -> (places: Tensor, streams: [Int]) {
  (buoys.places * Tensor([1, -1]), buoys.streams)
}
