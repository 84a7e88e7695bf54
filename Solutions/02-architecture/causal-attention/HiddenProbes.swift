// What only the judge asks: other widths, long texts, and scores that overflow an exponential.

let probes = Probes {
  Probe("values wider than keys, and narrower", points: 2) { random in
    [2, 9].map { width in
      causalAttention(queries: random.normal(5, 4), keys: random.normal(5, 4), values: random.normal(5, width))
    }
  }
  Probe("large scores stay finite", points: 2) { random in
    let queries = random.normal(4, 6).map { $0.map { $0 * 60 } }
    return causalAttention(
      queries: queries, keys: random.normal(4, 6).map { $0.map { $0 * 60 } }, values: random.normal(4, 3))
  }
  Probe("a long text", points: 2) { random in
    causalAttention(queries: random.normal(40, 16), keys: random.normal(40, 16), values: random.normal(40, 16))
  }
  Probe("a text of nothing", points: 1) {
    [causalAttention(queries: [], keys: [], values: []), causalAttention(queries: [[1]], keys: [[2]], values: [[3]])]
  }
  Probe("the last position sees all", points: 2) { random in
    causalAttention(
      queries: [[0, 0, 0], [0, 0, 0], [0, 0, 0], random.normal(3)], keys: random.normal(4, 3),
      values: random.normal(4, 2))
  }
}
