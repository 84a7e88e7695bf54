// What only the judge asks: other rows.
import Transformers

let probes = Probes {
  Probe("other rows without traps", points: 3) {
    Judged(seed: 90_001, isHard: false).rows.map { score($0.answer, expected: $0.expected) }
  } accept: { scores in
    Judged(seed: 90_001, isHard: false).agrees(scores, area: 0.95)
  }
  Probe("other rows with all traps", points: 5) {
    Judged(seed: 90_002, isHard: true).rows.map { score($0.answer, expected: $0.expected) }
  } accept: { scores in
    Judged(seed: 90_002, isHard: true).agrees(scores, area: 0.9)
  }
}
