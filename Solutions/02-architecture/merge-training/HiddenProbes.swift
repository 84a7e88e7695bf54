// What only the judge asks.

let probes = Probes {
  Probe("nothing to join", points: 2) {
    [nextMerge([], counts: []), nextMerge([["quay"], ["a"]], counts: [3, 1])]
  }
  Probe("more rounds than there are merges", points: 2) {
    learnMerges(["abab", "ba", "o"], counts: [2, 1, 5], rounds: 20)
  }
  Probe("a longer random text", points: 3) { random in
    let (words, counts) = randomText(60, length: 3...10, of: ["e", "n", "r", "s", "t", "å"], random)
    return learnMerges(words, counts: counts, rounds: 40)
  }
}

/// Different words of a few letters, and how often each stands in a text.
func randomText(
  _ count: Int, length: ClosedRange<Int>, of letters: [String], _ random: ProbeRandom
) -> (words: [String], counts: [Int]) {
  var words: Set<String> = []
  while words.count < count {
    words.insert((0..<random.integer(in: length)).map { _ in random.pick(letters) }.joined())
  }
  return (words.sorted(), random.integers(count, in: 1...9))
}
