// What a learner's frames are asked.

let probes = Probes {
  Probe("the frames of the task", points: 2) { frames(example, window: 4, hop: 2) }
  Probe("frames without overlap, and a rest that is left out", points: 2) {
    frames([1, 2, 3, 4, 5, 6, 7, 8], window: 3, hop: 3)
  }
  Probe("sounds as long as a frame, and shorter", points: 1) {
    [[1, 2, 3], [1, 2], []].map { frames($0, window: 3, hop: 2).count }
  }
  Probe("the energies of the task", points: 2, tolerance: .absolute(1e-9)) {
    logEnergies(example, window: 4, hop: 2)
  }
  Probe("where somebody speaks in the task", points: 2) { speech(example, window: 4, hop: 2, share: 0.5) }
  Probe("silence, and a sound that is everywhere the same", points: 1) {
    [
      speech([0, 0, 0, 0, 0, 0], window: 2, hop: 1, share: 0.5),
      speech([1, -1, 1, -1, 1], window: 2, hop: 1, share: 0.5),
      speech([1], window: 2, hop: 1, share: 0.5),
    ]
  }
  Probe("random sounds", points: 3, tolerance: .absolute(1e-6)) { random in
    (0..<4).map { _ in
      let samples = sound(random)
      return logEnergies(samples, window: 25, hop: 10)
        + speech(samples, window: 25, hop: 10, share: 0.4).map(Double.init)
    }
  }
}

let example: [Double] = [0, 0, 0, 0, 3, 3, -3, 3, 0, 0]

/// A quiet hiss, and a louder one somewhere in it.
func sound(_ random: ProbeRandom) -> [Double] {
  let (begin, length) = (random.integer(in: 20...120), random.integer(in: 60...120))
  return (0..<300).map { place in
    Double(random.uniform(in: -1...1)) * ((begin..<begin + length).contains(place) ? 0.5 : 0.01)
  }
}
