// What a learner's report on two judges is asked.

let probes = Probes {
  Probe("the shares of the task", points: 2) {
    shares(tone: [true, true, true, false], form: [true, false, false, true])
  }
  Probe("each judge likes another half", points: 2) {
    [
      shares(tone: [true, true, false, false], form: [false, false, true, true]),
      shares(tone: [true, false, true, false], form: [true, false, true, false]), shares(tone: [], form: []),
    ]
  }
  Probe("the gain of the task", points: 2) {
    gain(before: [false, true, false, false], after: [true, true, true, false])
  }
  Probe("a gain, a loss, no change, and too few pairs", points: 2) {
    [
      gain(before: [false, false, false, true], after: [true, true, true, true]),
      gain(before: [true, true, false, true, true], after: [false, true, false, false, true]),
      gain(before: [true, false], after: [true, false]), gain(before: [true], after: [false]),
    ]
  }
  Probe("what may be said", points: 3) {
    [
      verdict(toneGain: [0.4, 0.2, 0.6], bothGain: [0.3, 0.1, 0.5]),
      verdict(toneGain: [0.5, 0.3, 0.7], bothGain: [-0.3, -0.4, -0.2]),
      verdict(toneGain: [0.5, 0.3, 0.7], bothGain: [0.1, -0.1, 0.3]),
      verdict(toneGain: [0.1, -0.1, 0.3], bothGain: [-0.3, -0.4, -0.2]), verdict(toneGain: [], bothGain: []),
    ]
  }
  Probe("random letters", points: 2) { random in
    let (before, after) = (letters(60, random), letters(60, random))
    return shares(tone: before, form: after) + gain(before: before, after: after)
  }
}

func letters(_ count: Int, _ random: ProbeRandom) -> [Bool] { random.integers(count, in: 0...1).map { $0 == 1 } }
