// What a learner's heads are asked.

let probes = Probes {
  Probe("the example of the task", points: 2) { splitHeads(Tensor([[[0, 1, 2, 3], [4, 5, 6, 7]]]), heads: 2) }
  Probe("texts of a batch stay apart", points: 2) { splitHeads(Tensor.arange(36).reshaped(2, 3, 6), heads: 3) }
  Probe("merging puts the parts side by side", points: 2) { mergeHeads(Tensor.arange(24).reshaped(1, 2, 3, 4)) }
  Probe("there and back again", points: 2) {
    let merged = mergeHeads(splitHeads(Tensor.arange(48).reshaped(2, 3, 8), heads: 4))
    return [merged, splitHeads(merged, heads: 2)]
  }
  Probe("random sizes", points: 2) { random in
    let heads = random.integer(in: 2...4)
    return splitHeads(
      random.tensor([random.integer(in: 1...3), random.integer(in: 2...5), heads * random.integer(in: 2...4)]),
      heads: heads)
  }
}
