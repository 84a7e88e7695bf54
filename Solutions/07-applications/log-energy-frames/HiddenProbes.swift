// What only the judge asks.

let probes = Probes {
  Probe("a hop longer than the window", points: 1) { frames([1, 2, 3, 4, 5, 6, 7, 8, 9], window: 2, hop: 3) }
  Probe("other random sounds", points: 2, tolerance: .absolute(1e-6)) { random in
    (0..<5).map { _ in
      let samples = (0..<200).map { Double(random.uniform(in: -1...1)) * ($0 / 40 % 2 == 1 ? 0.8 : 0.02) }
      return logEnergies(samples, window: 16, hop: 8) + speech(samples, window: 16, hop: 8, share: 0.6).map(Double.init)
    }
  }
}
