// What a learner's network is asked. Its weights are judged on buoys that it has never seen.

let probes = Probes {
  Probe("accuracy counts the right answers", points: 2) {
    accuracy(reading(), on: Tensor([[2, 1], [0, 3], [5, 4]]), streams: [0, 1, 1])
  }
  Probe("accuracy of a random network", points: 2) { random in
    let buoys = buoys(200, turns: 2, seed: random.seed())
    return accuracy(
      MultilayerPerceptron(sizes: [2, 6, 2], seed: random.seed()), on: buoys.places, streams: buoys.streams)
  }
  Probe("a network of at most 250 parameters", points: 2) { random in
    network(seed: random.seed()).sizes
  } accept: {
    fits($0)
  }
  Probe("fifty steps make the loss smaller", points: 2) { random in
    try lossesAround(steps: 50, random)
  } accept: {
    $0.count == 2 && $0[1] < $0[0] * 0.98
  }
  Probe("the same seeds make the same network", points: 1) { random in
    try largestDifferenceOfTwoTrainings(random)
  } accept: {
    $0 == 0
  }
  Probe(
    "1000 steps are enough to tell the streams apart", points: 6,
    needs: ["a network of at most 250 parameters", "fifty steps make the loss smaller"]
  ) { random in
    try trained(buoys(400, turns: 2, seed: random.seed()), steps: 1000, random)
  } accept: {
    knows(buoys(2000, turns: 2, seed: -1), $0, steps: 1000)
  }
}

func lossesAround(steps: Int, _ random: ProbeRandom) throws -> [Float] {
  let buoys = buoys(400, turns: 2, seed: random.seed())
  let network = network(seed: random.seed())
  func loss() -> Float {
    Tensor.withoutGradients { crossEntropy(logits: network(buoys.places), targets: buoys.streams).item() }
  }
  let before = loss()
  try train(network, on: buoys.places, streams: buoys.streams, steps: steps, seed: random.seed())
  return [before, loss()]
}

func largestDifferenceOfTwoTrainings(_ random: ProbeRandom) throws -> Float {
  let buoys = buoys(100, turns: 1, seed: random.seed())
  let (first, second) = (random.seed(), random.seed())
  let networks = try (0..<2).map { _ in
    let network = network(seed: first)
    try train(network, on: buoys.places, streams: buoys.streams, steps: 20, seed: second)
    return network
  }
  return zip(networks[0].parameters, networks[1].parameters).reduce(0) {
    max($0, ($1.0.parameter.value - $1.1.parameter.value).abs().max().item())
  }
}
