// What only the judge asks: other harbours, other winters.

let probes = Probes {
  Probe("another winter, within 0.25 nats of the entropy", points: 3) {
    try Harbour(seed: 80_071).adapters()
  } accept: { adapters in
    try Harbour(seed: 80_071).isWithin(0.25, adapters)
  }
  Probe("and one more", points: 3) {
    try Harbour(seed: 80_072).adapters()
  } accept: { adapters in
    try Harbour(seed: 80_072).isWithin(0.25, adapters)
  }
  Probe("the base of another harbour stays as it was", points: 3) { try Harbour(seed: 80_073).moved() }
}
