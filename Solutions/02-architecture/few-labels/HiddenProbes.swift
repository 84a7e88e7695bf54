// What only the judge asks: the same of other vectors.

let probes = Probes {
  Probe("forty labels of texts that nobody has seen", points: 3) {
    try answers(FrozenVectors(seed: 71, labelled: 40))
  } accept: { answers in
    FrozenVectors(seed: 71, labelled: 40).share(ofRight: answers) >= 0.85
  }
  Probe("forty labels with more channels", points: 2) {
    try answers(FrozenVectors(seed: 72, labelled: 40, channels: 30))
  } accept: { answers in
    FrozenVectors(seed: 72, labelled: 40, channels: 30).share(ofRight: answers) >= 0.85
  }
  Probe("eighty labels and four classes", points: 2) {
    try answers(FrozenVectors(seed: 74, labelled: 80, classes: 4), classes: 4)
  } accept: { answers in
    FrozenVectors(seed: 74, labelled: 80, classes: 4).share(ofRight: answers) >= 0.85
  }
}
