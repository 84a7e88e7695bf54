// What both files of probes share.

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
