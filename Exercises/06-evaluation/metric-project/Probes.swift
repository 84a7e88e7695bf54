// What a learner's metric is asked: scores of judged answers. How well they agree is computed by the judge.
import Transformers

let probes = Probes {
  Probe("other words are not wrong: an area of 0.95, and 0.2 more than F1, BLEU and chrF", points: 5) {
    Judged(seed: 1, isHard: false).rows.map { score($0.answer, expected: $0.expected) }
  } accept: { scores in
    Judged(seed: 1, isHard: false).agrees(scores, area: 0.95)
  }
  Probe("the same with other names and numbers", points: 5) {
    Judged(seed: 2, isHard: false).rows.map { score($0.answer, expected: $0.expected) }
  } accept: { scores in
    Judged(seed: 2, isHard: false).agrees(scores, area: 0.95)
  }
  Probe("denials and second values are seen: an area of 0.9", points: 5) {
    Judged(seed: 3, isHard: true).rows.map { score($0.answer, expected: $0.expected) }
  } accept: { scores in
    Judged(seed: 3, isHard: true).agrees(scores, area: 0.9)
  }
  Probe("an answer without words has a score, too", points: 1) {
    [score("", expected: "Six crowns."), score("Six crowns.", expected: "")]
  } accept: { scores in
    scores.allSatisfy(\.isFinite)
  }
}
