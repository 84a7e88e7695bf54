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

/// A network that passes on what it reads.
func reading() -> MultilayerPerceptron {
  let network = MultilayerPerceptron(sizes: [2, 2], seed: 0)
  network.layers[0].weight.assign(.eye(2))
  network.layers[0].bias?.assign(.zeros(2))
  return network
}

/// Buoys in two streams that wind round each other, so often that each turns round the middle `turns` times.
func buoys(_ count: Int, turns: Float, seed: Int) -> (places: Tensor, streams: [Int]) {
  var random = SeededRandom(seed: seed)
  let streams = (0..<count).map { $0 % 2 }
  let ways = streams.map { _ in random.uniform() }
  let angles = Tensor(zip(ways, streams).map { Float.pi * (2 * turns * $0 + Float($1)) })
  let distances = Tensor(ways) * 0.9 + 0.1
  return (Tensor.stacked([distances * angles.cos(), distances * angles.sin()], axis: 1), streams)
}

func fits(_ sizes: [Int]) -> Bool {
  guard sizes.count >= 2, sizes.first == 2, sizes.last == 2, sizes.allSatisfy({ (1...250).contains($0) }) else {
    return false
  }
  return zip(sizes, sizes.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 + $1.1 } <= 250
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

/// What a training leaves behind: the parameters by name, the activation by number, and how many passes there were.
func trained(
  _ buoys: (places: Tensor, streams: [Int]), steps: Int, _ random: ProbeRandom
) throws -> [String: Tensor] {
  let network = network(seed: random.seed())
  var passes = 0
  let counting = Hook("layers.0.output") { value in
    passes += 1
    return value
  }
  try network.withHooks([counting]) {
    try train(network, on: buoys.places, streams: buoys.streams, steps: steps, seed: random.seed())
  }
  let activation = Activation.allCases.firstIndex(of: network.activation) ?? 0
  var evidence = ["passes": Tensor(Float(passes)), "activation": Tensor(Float(activation))]
  for named in network.parameters { evidence[named.name] = named.parameter.value }
  return evidence
}

/// The network that the evidence describes; nil if it describes none that fits the budget.
func rebuilt(_ evidence: [String: Tensor]) -> MultilayerPerceptron? {
  var sizes = [2]
  while let bias = evidence["layers.\(sizes.count - 1).bias"], bias.rank == 1, sizes.count < 100 {
    sizes.append(bias.count)
  }
  guard fits(sizes), let number = evidence["activation"], number.shape == [], number.item().isFinite,
    (0..<Float(Activation.allCases.count)).contains(number.item())
  else { return nil }
  let network = MultilayerPerceptron(sizes: sizes, activation: Activation.allCases[Int(number.item())], seed: 0)
  for named in network.parameters {
    guard let value = evidence[named.name], value.shape == named.parameter.value.shape else { return nil }
    named.parameter.assign(value)
  }
  return network
}

/// Whether the network is right for nine buoys of ten, and was trained with no more passes than steps.
func knows(_ unseen: (places: Tensor, streams: [Int]), _ evidence: [String: Tensor], steps: Int) -> Bool {
  guard let passes = evidence["passes"], passes.shape == [], passes.item() <= Float(steps) else { return false }
  guard let network = rebuilt(evidence) else { return false }
  let answers = network(unseen.places).argmax(axis: 1).scalars
  let right = zip(answers, unseen.streams).filter { Int($0) == $1 }.count
  return Double(right) >= 0.9 * Double(unseen.streams.count)
}
