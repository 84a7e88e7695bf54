// What a learner's training of merges is asked.

let probes = Probes {
  Probe("the first merge of the task", points: 2) {
    nextMerge([["f", "e", "r", "r", "y"], ["f", "e", "r", "n"], ["r", "y", "e"]], counts: [5, 2, 4])
  }
  Probe("a pair counts in each place where it stands", points: 2) {
    [
      nextMerge([["p", "a", "p", "a", "p", "a"], ["q", "u"]], counts: [1, 2]),
      nextMerge([["b", "a", "a", "a"], ["q", "u"], ["b", "a"]], counts: [2, 3, 1]),
    ]
  }
  Probe("pairs do not reach from word to word", points: 2) {
    nextMerge([["t", "a"], ["b", "t"], ["a", "b"], ["n", "o"]], counts: [1, 1, 1, 2])
  }
  Probe("of equally frequent pairs the first in the alphabet", points: 2) {
    [
      nextMerge([["q", "u"], ["n", "o"], ["n", "i"]], counts: [3, 3, 3]),
      nextMerge([["th", "e"], ["t", "o"], ["the", "n"]], counts: [1, 1, 1]),
    ]
  }
  Probe("three rounds on the words of the task", points: 2, needs: ["the first merge of the task"]) {
    learnMerges(["ferry", "fern", "rye"], counts: [5, 2, 4], rounds: 3)
  }
  Probe("random words", points: 3) { random in
    let (words, counts) = randomText(12, length: 4...7, of: ["a", "b", "n", "o"], random)
    return learnMerges(words, counts: counts, rounds: 12)
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
