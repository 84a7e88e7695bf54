// What a learner's causal attention is asked.

let probes = Probes {
  Probe("the two positions of the task", points: 2) {
    causalAttention(
      queries: [[0, 1, 0, 0], [2, 0, 0, 0]], keys: [[1, 0, 0, 0], [0, 1, 0, 0]], values: [[1, 0], [0, 1]])
  }
  Probe("a single position gives its own value", points: 1) {
    causalAttention(queries: [[1, 2]], keys: [[3, 4]], values: [[5, 6, 7]])
  }
  Probe("with equal keys each position averages what it has seen", points: 2) {
    causalAttention(
      queries: [[1, 0], [0, 1], [2, 2]], keys: [[1, 1], [1, 1], [1, 1]], values: [[1, -4], [2, -2], [6, 3]])
  }
  Probe("a later position changes nothing before it", points: 2) {
    let (queries, keys, values): ([[Float]], [[Float]], [[Float]]) = (
      [[1, 0.5], [0.3, 2], [1, 1]], [[1, 2], [0, 1], [2, 0]], [[1, 0], [0, 1], [3, 3]]
    )
    let otherKeys = Array(keys.dropLast()) + [[9, -9]], otherValues = Array(values.dropLast()) + [[-100, 100]]
    return [
      causalAttention(queries: queries, keys: keys, values: values),
      causalAttention(queries: queries, keys: otherKeys, values: otherValues),
    ]
  }
  Probe("random texts", points: 2) { random in
    let (time, channels) = (random.integer(in: 4...7), random.pick([3, 5, 8]))
    return causalAttention(
      queries: random.normal(time, channels), keys: random.normal(time, channels), values: random.normal(time, channels)
    )
  }
}
