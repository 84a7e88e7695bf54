// What a learner's counter is asked. Its answers are measured by the judge, on words that it never saw.

let probes = Probes {
  Probe("every row is a distribution without a zero", points: 3) {
    ask(timetables(company: 7))
  } accept: {
    isSound($0, timetables(company: 7))
  }
  Probe("timetables: perplexity below 2.5", points: 4) {
    ask(timetables(company: 7))
  } accept: {
    perplexity(of: $0, timetables(company: 7)) < 2.5
  }
  Probe("timetables: perplexity below 1.8", points: 6, needs: ["timetables: perplexity below 2.5"]) {
    ask(timetables(company: 7))
  } accept: {
    perplexity(of: $0, timetables(company: 7)) < 1.8
  }
  Probe("a text of two words", points: 2) {
    predictions(after: [[0], [0, 1], [1]], training: [[0, 1, 1, 0], [0, 1, 1, 1, 0]], vocabularySize: 2)
  } accept: { rows in
    // After 0 always came 1, and after 1 more often 1.
    rows.count == 3 && rows.allSatisfy { $0.count == 2 && $0[1] > 0.5 && $0[0] > 0 }
  }
  Probe("no context at all is asked for nothing", points: 1) {
    predictions(after: [], training: [[0, 1, 0]], vocabularySize: 3)
  } accept: {
    $0.isEmpty
  }
}
