// What a learner's scores and summaries are asked.

let probes = Probes {
  Probe("the three sentences of the task", points: 3, tolerance: .absolute(1e-9)) {
    [centrality(three, jump: 0.1, rounds: 1), centrality(three, jump: 0.1, rounds: 2)]
  }
  Probe("a sentence that is like no other", points: 2, tolerance: .absolute(1e-9)) {
    centrality([[0, 0.5, 0], [0.5, 0, 0], [0, 0, 0]], jump: 0.15, rounds: 30)
  }
  Probe("likeness that is not equally shared", points: 2, tolerance: .absolute(1e-9)) {
    centrality([[0, 0.9, 0.1], [0.9, 0, 0.3], [0.1, 0.3, 0]], jump: 0.15, rounds: 50)
  }
  Probe("no rounds, one sentence, and none", points: 2, tolerance: .absolute(1e-9)) {
    [
      centrality(three, jump: 0.2, rounds: 0), centrality([[0]], jump: 0.2, rounds: 3),
      centrality([], jump: 0.2, rounds: 3),
    ]
  }
  Probe("a summary in the order of the text", points: 2) {
    summary(sentences: sentences, scores: [0.2, 0.1, 0.4, 0.3], words: 9)
  }
  Probe("what does not fit is passed over", points: 3) {
    [
      summary(sentences: sentences, scores: [0.3, 0.1, 0.4, 0.2], words: 6),
      summary(sentences: sentences, scores: [0.3, 0.1, 0.4, 0.2], words: 0),
      summary(sentences: sentences, scores: [1, 1, 1, 1], words: 7), summary(sentences: [], scores: [], words: 9),
    ]
  }
}

let three: [[Double]] = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]

/// Of 5, 2, 3 and 3 words.
let sentences = ["The gate is broken again.", "Nobody laughed.", "Boats leave elsewhere.", "Ask the office."]
