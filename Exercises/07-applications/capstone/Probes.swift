// What the parts of a learner are asked. Each probe makes a company of its own, carries the parts out, and measures.
import Foundation
import Transformers

let probes = Probes {
  Probe("rows: no secret, no copy, none of the test, good ones kept", points: 4) { random in
    let company = Company(seed: random.seed())
    return company.faults(of: try company.madeRows())
  } accept: { faults in
    faults.isEmpty
  }
  Probe("a tuned model: nine in ten requests at the right desk", points: 4) {
    try sorted(seed: 5)
  } accept: { outcome in
    isWellTuned(outcome)
  }
  Probe("evaluation: the interval covers what is true, and no more", points: 5) {
    measured(by: comparison, difference: 0.12)
  } accept: { outcome in
    isHonest(outcome)
  }
  Probe("a database: the right sentence, with its file and page", points: 5) { random in
    let company = Company(seed: random.seed())
    return try company.answers(to: company.facts.filter { $0.page > 1 }.prefix(8).map(\.question))
  }
  Probe("a database: the newest notice is cited", points: 4) { random in
    let company = Company(seed: random.seed())
    return try company.answers(to: [company.newest.question])
  }
  Probe("a database: what it does not answer is refused", points: 4) { random in
    let company = Company(seed: random.seed())
    return try company.answers(to: zip(company.unanswerable, company.facts).flatMap { [$0, $1.question] })
  }
  Probe("an application: it cites, or hands over", points: 4) { random in
    try Company(seed: random.seed()).replies()
  }
}

// MARK: What is right

/// Settings within the budget, and a model that is good, and clearly better.
func isWellTuned(_ outcome: [String: String]) -> Bool {
  ["budget": "kept", "held-out requests right": "nine in ten", "better by your interval": "yes"]
    .allSatisfy { outcome[$0.key] == $0.value }
}

/// Of 200 test sets the interval covers the truth in 95 % on average; fewer than 178 by chance once in ten thousand.
func isHonest(_ outcome: [String: Double]) -> Bool {
  let (covered, width) = (outcome["covered of 200"] ?? 0, outcome["mean width"] ?? 9)
  return covered >= 178 && covered < 200 && width <= 0.29
}

// MARK: Carrying the parts out

/// What came of the learner's settings, in words: a mistake is known by them on any processor.
func sorted(seed: Int) throws -> [String: String] {
  let run = try SortedRequests(seed: seed, asksBase: true)
  guard run.keepsBudget else { return ["budget": "not kept"] }
  var outcome = ["budget": "kept", "asked as it was trained": run.isAskedAsTrained ? "yes" : "no"]
  guard let tuned = run.right(run.said), let base = run.right(run.saidByBase) else {
    outcome["run"] = "diverged"
    return outcome
  }
  let share = Estimate(share: tuned.count { $0 }, of: tuned.count)
  print("held-out requests right: \(share.percent)")
  outcome["held-out requests right"] =
    share.value >= 0.9
    ? "nine in ten" : share.value >= 0.6 ? "more than half" : share.value > 0.1 ? "some" : "hardly any"
  let interval = comparison(base: base, tuned: tuned)
  outcome["better by your interval"] = interval.count == 3 && interval[1] > 0 ? "yes" : "no"
  return outcome
}

/// How often the interval covers the true difference, on 200 test sets of 60 items; and how wide it is.
func measured(by comparison: ([Bool], [Bool]) -> [Double], difference: Double) -> [String: Double] {
  var random = SeededRandom(seed: 90)
  var (covered, width, count) = (0, 0.0, 0)
  for _ in 0..<200 {
    var (base, tuned) = ([Bool](), [Bool]())
    for _ in 0..<60 {
      // Most items are easy or hard for both; only the others tell the models apart.
      let isEasy = Double.random(in: 0..<1, using: &random) < 0.5
      let draw = Double.random(in: 0..<1, using: &random)
      base.append(draw < 0.1 ? !isEasy : isEasy)
      tuned.append(draw > 0.9 - difference && draw < 0.9 ? true : draw >= 0.9 ? !isEasy : isEasy)
    }
    let interval = comparison(base, tuned)
    guard interval.count == 3, interval.allSatisfy(\.isFinite), interval[1] <= interval[2] else { continue }
    count += 1
    width += interval[2] - interval[1]
    // Of the items in the extra share half were right already.
    if interval[1] <= difference / 2, difference / 2 <= interval[2] { covered += 1 }
  }
  let mean = count == 0 ? 9 : width / Double(count)
  return ["covered of 200": Double(covered), "mean width": (mean * 100).rounded() / 100]
}

extension Company {
  /// What the learner's application replies to what the documents answer, and to what they do not.
  func replies() throws -> [String] {
    let database = try database()
    let asked = [facts[0], facts[6], facts[20]].map(\.question) + unanswerable.prefix(2)
    return try asked.map { question in
      try reply(to: question, from: database) { $0.contains("ticket") ? "fares" : "times" }
    }
  }
}
