// What a learner's cache is asked.

let probes = Probes {
  Probe("the first token sees itself", points: 1) {
    outputs(queries: [[1, 0]], keys: [[1, 1]], values: [[3]])
  }
  Probe("the two steps of the task", points: 2) {
    outputs(queries: [[1, 0], [1.414, 0]], keys: [[1, 1], [0, 0]], values: [[3], [5]])
  }
  Probe("afterwards the cache holds every key and value", points: 2) {
    var keys: [[Float]] = [[9, 9]], values: [[Float]] = [[8, 8, 8]]
    let heard = [
      attendNext(query: [1, 0.2], key: [3, 4], value: [5, 6, 7], keys: &keys, values: &values),
      attendNext(query: [0, 0.1], key: [1, 0], value: [2, 2, 1], keys: &keys, values: &values),
    ]
    return ["heard": heard, "keys": keys, "values": values]
  }
  Probe("equal keys share evenly", points: 1) {
    outputs(
      queries: [[1, 2], [3, 1], [0, 1], [2, 2]], keys: Array(repeating: [1, 1], count: 4),
      values: [[4, 0], [0, 4], [8, 8], [-4, 0]])
  }
  Probe("random texts, step by step", points: 2) { random in
    outputs(queries: random.normal(7, 6), keys: random.normal(7, 6), values: random.normal(7, 3))
  }
}

/// What each token of a text hears, beginning with an empty cache.
func outputs(queries: [[Float]], keys: [[Float]], values: [[Float]]) -> [[Float]] {
  var cachedKeys: [[Float]] = [], cachedValues: [[Float]] = []
  return queries.indices.map { position in
    attendNext(
      query: queries[position], key: keys[position], value: values[position], keys: &cachedKeys, values: &cachedValues)
  }
}
