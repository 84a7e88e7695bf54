// What only the judge asks: the ends of the range, and rows that cannot be written down beforehand.

let probes = Probes {
  Probe("one logit is certain, and no logits give no probabilities", points: 1) {
    [softmax([7]), softmax([-7]), softmax([])]
  }
  Probe("logits far apart", points: 1) { softmax([-1000, 0, 1000]) }
  Probe("very negative logits do not vanish together", points: 1) { softmax([-2000, -2001]) }
  Probe("random rows of any scale, moved by a constant", points: 2) { random in
    let scale = random.uniform(in: 1...30), shift = random.uniform(in: -500...500)
    return softmax(random.normal(12).map { $0 * scale + shift })
  }
}
