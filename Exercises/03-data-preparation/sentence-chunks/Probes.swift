// What a learner's chunker is asked.

let probes = Probes {
  Probe("the text of the task", points: 2) {
    chunks(of: ["aaaa", "bbb", "ccc", "ddddd"], size: 10, overlap: 3)
  }
  Probe("without an overlap", points: 2) {
    chunks(of: ["aaaa", "bbb", "ccc", "ddddd", "ee"], size: 7, overlap: 0)
  }
  Probe("a sentence that is too long stands alone, whole", points: 2) {
    chunks(of: ["aa", "bbbbbbbbbbbb", "cc", "d"], size: 5, overlap: 2)
  }
  Probe("an overlap of several sentences", points: 2) {
    chunks(of: ["aa", "b", "cc", "d", "ee", "f"], size: 6, overlap: 3)
  }
  Probe("the overlap gives way to the next sentence", points: 2) {
    chunks(of: ["aaa", "bb", "ccc", "dddddd", "e"], size: 8, overlap: 5)
  }
  Probe("random texts", points: 2) { random in
    (0..<10).map { _ in
      chunks(of: randomSentences(14, random), size: random.integer(in: 12...30), overlap: random.integer(in: 0...10))
    }
  }
}

/// Sentences of 1 to 9 letters.
func randomSentences(_ count: Int, _ random: ProbeRandom) -> [String] {
  (0..<count).map { number in
    String(repeating: Character(Unicode.Scalar(UInt8(97 + number % 26))), count: random.integer(in: 1...9))
  }
}
