// What only the judge asks.

let probes = Probes {
  Probe("other random curves, with a least gain", points: 2) { random in
    (0..<12).map { _ in
      let losses = (0..<random.integer(in: 2...30)).map { 3 / Double($0 + 1) + Double(random.uniform(in: 0...0.4)) }
      let (patience, least) = (random.integer(in: 0...5), Double(random.uniform(in: 0...0.1)))
      return earlyStop(heldOutLosses: losses, every: 7, patience: patience, least: least)
        + [stepsSaved(heldOutLosses: losses, every: 7, patience: patience, least: least)]
    }
  }
}
