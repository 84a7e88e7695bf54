// What only the judge asks.

let probes = Probes {
  Probe("other letters, of other numbers", points: 2) { random in
    (0..<6).map { _ in
      let count = random.integer(in: 1...9)
      return shares(tone: letters(count, random), form: letters(count, random))
    }
  }
  Probe("other gains", points: 2) { random in
    (0..<6).map { _ in
      let count = random.integer(in: 2...40)
      return gain(before: letters(count, random), after: letters(count, random))
    }
  }
  Probe("intervals that touch 0 show nothing", points: 1) {
    [
      verdict(toneGain: [0.4, 0, 0.8], bothGain: [0.2, 0, 0.4]),
      verdict(toneGain: [0.4, 0.1, 0.7], bothGain: [-0.2, -0.4, 0]),
      verdict(toneGain: [], bothGain: [0.4, 0.1, 0.7]),
    ]
  }
}

func letters(_ count: Int, _ random: ProbeRandom) -> [Bool] { random.integers(count, in: 0...1).map { $0 == 1 } }
