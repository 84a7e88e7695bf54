// What a learner's tokenizer is asked.

let probes = Probes {
  Probe("the word of the task", points: 2) {
    tokenize("ferry", merges: [("e", "r"), ("f", "er"), ("r", "y")])
  }
  Probe("a word without a pair stays in characters", points: 1) {
    [tokenize("quay", merges: [("e", "r"), ("r", "y")]), tokenize("pier", merges: [])]
  }
  Probe("the earliest merge wins, not the leftmost", points: 2) {
    tokenize("landings", merges: [("n", "d"), ("i", "n"), ("n", "g"), ("i", "ng"), ("a", "n"), ("ng", "s")])
  }
  Probe("the earliest merge wins, not the longest token", points: 2) {
    tokenize("anchorage", merges: [("h", "o"), ("c", "h"), ("o", "r"), ("h", "or"), ("r", "a"), ("c", "hor")])
  }
  Probe("a pair is joined wherever it occurs, from the left", points: 2) {
    [
      tokenize("aaaaa", merges: [("a", "a"), ("aa", "a")]),
      tokenize("papapa", merges: [("p", "a"), ("pa", "pa")]),
    ]
  }
  Probe("random words and merges", points: 2) { random in
    let merges = randomMerges(12, of: ["a", "b", "n"], random)
    return (0..<20).map { _ in tokenize(randomWord(18, of: ["a", "b", "n"], random), merges: merges) }
  }
}
