// What only the judge asks.

let probes = Probes {
  Probe("a cache that another text has filled", points: 2) { random in
    var keys = random.normal(4, 3), values = random.normal(4, 5)
    let heard = (0..<3).map { _ in
      attendNext(
        query: random.normal(3), key: random.normal(3), value: random.normal(5), keys: &keys, values: &values)
    }
    return ["heard": heard, "keys": keys, "values": values]
  }
  Probe("large scores stay finite", points: 2) { random in
    var keys: [[Float]] = [], values: [[Float]] = []
    return (0..<4).map { _ in
      attendNext(
        query: random.normal(8).map { $0 * 90 }, key: random.normal(8).map { $0 * 90 }, value: random.normal(2),
        keys: &keys, values: &values)
    }
  }
  Probe("two texts in turn, each with its own cache", points: 2) { random in
    var keys: [[[Float]]] = [[], []], values: [[[Float]]] = [[], []]
    return (0..<8).map { step in
      attendNext(
        query: random.normal(4), key: random.normal(4), value: random.normal(3), keys: &keys[step % 2],
        values: &values[step % 2])
    }
  }
  Probe("a long text", points: 2) { random in
    var keys: [[Float]] = [], values: [[Float]] = []
    let heard = (0..<60).map { _ in
      attendNext(
        query: random.normal(16), key: random.normal(16), value: random.normal(16), keys: &keys, values: &values)
    }
    return Array(heard.suffix(5))
  }
}
