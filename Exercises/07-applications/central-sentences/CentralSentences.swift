// Which sentences of a text are central, and a summary of them.

/// How likely a reader is at each sentence after some rounds.
func centrality(_ likeness: [[Double]], jump: Double, rounds: Int) -> [Double] {
  // TODO(central-sentences): where does she go next?
  []
}

/// Places of the sentences with the highest scores, in the order of the text, with at most so many words.
func summary(sentences: [String], scores: [Double], words: Int) -> [Int] {
  // TODO(central-sentences): the best first, as long as there is room.
  [-1]
}
