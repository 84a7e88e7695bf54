// What only the judge asks: the same of other companies, and whether the interval keeps still where nothing differs.
import Foundation
import Transformers

let probes = Probes {
  Probe("another company's rows", points: 5) { random in
    let seed = random.seed()
    let made = try Company(seed: seed).madeRows()
    return ["seed": ["\(seed)"], "asked": made.map(\.instruction), "answered": made.map(\.answer)]
  } accept: { made in
    areClean(made)
  }
  Probe("another company's requests", points: 4) { random in
    let seed = random.seed()
    return ["seed": ["\(seed)"], "desks": try SortedRequests(seed: seed, asksBase: false).said]
  } accept: { said in
    areSorted(said)
  }
  Probe("two models that are equally good", points: 3) {
    pairsOfEqual().map(comparison)
  } accept: { intervals in
    areQuiet(intervals)
  }
  Probe("another company's answers and replies", points: 4) { random in
    let company = Company(seed: random.seed())
    let known = company.facts.suffix(6).map(\.question) + [company.newest.question]
    return try company.answers(to: known + company.unanswerable)
  }
}

// MARK: What is right, for the judge to say

/// Rows of a company, with its seed, that have no fault.
func areClean(_ made: [String: [String]]) -> Bool {
  guard let seed = made["seed"]?.first.flatMap({ Int($0) }), let asked = made["asked"], let answered = made["answered"],
    asked.count == answered.count
  else { return false }
  let rows = zip(asked, answered).map { TrainingRow(.questionAnswer, instruction: $0, answer: $1) }
  return Company(seed: seed).faults(of: rows).isEmpty
}

/// The desks of held-out requests, with the seed that they were drawn from. Of 60 the solution had 56 to 60 right in
/// twelve draws; 48 are asked for.
func areSorted(_ said: [String: [String]]) -> Bool {
  guard let seed = said["seed"]?.first.flatMap({ Int($0) }), let desks = said["desks"] else { return false }
  let right = SortedRequests.right(desks, to: SortedRequests.heldOut(seed: seed))
  return right.map { $0.count { $0 } >= 48 } ?? false
}

/// Of 200 test sets on which both models are equally good, an honest interval says of 22 or more that one is better less
/// than once in a thousand.
func areQuiet(_ intervals: [[Double]]) -> Bool {
  let areIntervals = intervals.allSatisfy { $0.count == 3 && $0[1] <= $0[0] && $0[0] <= $0[2] }
  return areIntervals && intervals.count == 200 && intervals.count { $0[1] > 0 || $0[2] < 0 } <= 22
    && zip(intervals, pairsOfEqual()).allSatisfy { abs($0[0] - difference($1.0, $1.1)) < 1e-6 }
}

func difference(_ base: [Bool], _ tuned: [Bool]) -> Double {
  Double(tuned.count { $0 } - base.count { $0 }) / Double(base.count)
}

/// What two equally good models got right on 200 test sets of 80 items.
func pairsOfEqual() -> [(base: [Bool], tuned: [Bool])] {
  var random = SeededRandom(seed: 91)
  return (0..<200).map { _ in
    let base = (0..<80).map { _ in Bool.random(using: &random) }
    let tuned = base.map { Double.random(in: 0..<1, using: &random) < 0.2 ? Bool.random(using: &random) : $0 }
    return (base, tuned)
  }
}
