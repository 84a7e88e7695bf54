// What only the judge asks.

let probes = Probes {
  Probe("one head, and as many heads as channels", points: 2) {
    [
      splitHeads(Tensor.arange(24).reshaped(2, 3, 4), heads: 1),
      splitHeads(Tensor.arange(24).reshaped(2, 3, 4), heads: 4),
    ]
  }
  Probe("random sizes merged", points: 2) { random in
    mergeHeads(
      random.tensor([
        random.integer(in: 2...3), random.integer(in: 2...4), random.integer(in: 2...5), random.integer(in: 2...4),
      ]))
  }
  Probe("the heads' products are those of their own channels", points: 2) { random in
    let queries = splitHeads(random.tensor([2, 5, 12]), heads: 3),
      keys = splitHeads(random.tensor([2, 5, 12]), heads: 3)
    return queries.matmul(keys.transposed())
  }
}
