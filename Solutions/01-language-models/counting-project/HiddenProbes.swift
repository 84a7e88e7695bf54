// What only the judge asks: another company, and another kind of text.

let probes = Probes {
  Probe("the timetables of another company: perplexity below 1.8", points: 5) {
    ask(timetables(company: 23))
  } accept: {
    perplexity(of: $0, timetables(company: 23)) < 1.8
  }
  Probe("letters: perplexity below 1.8", points: 3) {
    ask(letters(company: 11))
  } accept: {
    perplexity(of: $0, letters(company: 11)) < 1.8
  }
  Probe("a token that was never read is possible", points: 2) {
    predictions(after: [[0, 2], [1], [3]], training: [[0, 1, 2, 0], [0, 2, 1, 0]], vocabularySize: 5)
  } accept: { rows in
    rows.count == 3 && rows.allSatisfy { $0.count == 5 && $0.allSatisfy { $0 > 0 } && abs($0.reduce(0, +) - 1) < 1e-3 }
  }
}

func letters(company: Int) -> Examination { Examination(HarbourLines(seed: company).letters, seed: company) }
