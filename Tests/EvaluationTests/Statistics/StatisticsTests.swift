// Intervals and tests: against closed forms, and by how often they are right on samples whose truth is known.
import Evaluation
import Tensors
import Testing

@Suite("Statistics")
struct StatisticsTests {
  private struct Reference: Decodable {
    var mcnemar, wilson: [[Double]]
  }

  /// Normally distributed.
  private func sample(_ count: Int, mean: Double, using random: inout SeededRandom) -> [Double] {
    Tensor.randomNormal([count], using: &random).scalars.map { mean + Double($0) }
  }

  @Test("shares have Wilson's interval, and unequal pairs McNemar's exact p, as scipy computes them")
  func reference() throws {
    let reference = try References.measures("statistics", as: Reference.self)
    #expect(reference.wilson.count == 7 && reference.mcnemar.count == 8)
    for known in reference.wilson {
      let estimate = Estimate(share: Int(known[0]), of: Int(known[1]))
      #expect(estimate.value == known[0] / known[1])
      #expect(abs(estimate.low - known[2]) < 1e-7 && abs(estimate.high - known[3]) < 1e-7, "\(known)")
    }
    for known in reference.mcnemar {
      let test = McNemarTest(onlyA: Int(known[0]), onlyB: Int(known[1]))
      #expect(isSame(test.pValue, known[2]), "\(known): \(test.pValue)")
    }
    let test = McNemarTest([true, true, false, false], [true, false, true, true])
    #expect(test.onlyA == 1 && test.onlyB == 2)
  }

  @Test("the bootstrap's interval of a mean is that of the normal distribution, for many values")
  func mean() {
    var random = SeededRandom(seed: 1)
    let values = sample(400, mean: 5, using: &random)
    let estimate = Bootstrap.mean(of: values)
    let mean = values.reduce(0, +) / 400
    let half = 1.96 * (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 399 / 400).squareRoot()
    #expect(isSame(estimate.value, mean))
    #expect(abs(estimate.low - (mean - half)) < 0.1 * half && abs(estimate.high - (mean + half)) < 0.1 * half)
  }

  @Test("the bootstrap's interval holds the truth in about 95 of 100 samples")
  func coverage() {
    var random = SeededRandom(seed: 2)
    let held = (0..<200).count { trial in
      let estimate = Bootstrap.mean(of: sample(40, mean: 3, using: &random), resamples: 200, seed: trial)
      return estimate.low <= 3 && 3 <= estimate.high
    }
    #expect((176...198).contains(held), "\(held) of 200")
  }

  @Test("the same seed gives the same interval, another one almost the same")
  func seeds() {
    let values = (0..<50).map { Double($0 * $0 % 17) }
    #expect(Bootstrap.mean(of: values, seed: 3) == Bootstrap.mean(of: values, seed: 3))
    let (one, other) = (Bootstrap.mean(of: values, seed: 3), Bootstrap.mean(of: values, seed: 4))
    #expect(one != other && abs(one.low - other.low) < 0.5)
  }

  @Test("of one value, or none, nothing can be said")
  func few() {
    #expect(Bootstrap.mean(of: [7]) == Estimate(7, low: 7, high: 7))
    #expect(Bootstrap.mean(of: []).value.isNaN)
    let none = Estimate(share: 0, of: 0)
    #expect(none.value.isNaN && none.low == 0 && none.high == 1)
    #expect(PairedBootstrap([1], [5]).verdict == .undecided && PairedBootstrap([], []).pValue == 1)
  }

  @Test("resamples without a score do not count")
  func missingScores() {
    // Of two rows, a resample has both classes in about half of the draws.
    let curve = Bootstrap.estimate(rows: 2) { rows in
      ROCCurve(scores: rows.map { Double($0) }, isPositive: rows.map { $0 == 1 }).area
    }
    #expect(curve == Estimate(1, low: 1, high: 1))
  }

  @Test("B is better where it is, worse where it is worse, and undecided where nothing differs")
  func paired() {
    var random = SeededRandom(seed: 5)
    let a = sample(100, mean: 0, using: &random)
    let noise = sample(100, mean: 0.5, using: &random)
    let b = zip(a, noise).map(+)
    let test = PairedBootstrap(a, b)
    #expect(test.verdict == .better && test.pValue < 0.01)
    #expect(test.difference.low > 0 && test.difference.high < 1)
    #expect(PairedBootstrap(b, a).verdict == .worse)
    #expect(PairedBootstrap(a, b, isLowerBetter: true).verdict == .worse)
    let same = PairedBootstrap(a, a)
    #expect(same.verdict == .undecided && same.pValue == 1 && same.difference == Estimate(0, low: 0, high: 0))
  }

  @Test("of models that are as good, about 5 in 100 tests find a difference")
  func falseAlarms() {
    var random = SeededRandom(seed: 6)
    let alarms = (0..<200).count { trial in
      let (a, b) = (sample(40, mean: 0, using: &random), sample(40, mean: 0, using: &random))
      return PairedBootstrap(
        rows: 40, resamples: 200, seed: trial,
        a: { $0.reduce(0) { $0 + a[$1] } / 40 }, b: { $0.reduce(0) { $0 + b[$1] } / 40 }
      ).verdict != .undecided
    }
    #expect((2...24).contains(alarms), "\(alarms) of 200")
  }

  @Test("two sets of predictions are compared by a corpus measure")
  func corpora() {
    let references = (0..<40).map { "the ferry number \($0) leaves the pier of Birk at \($0 % 12) sharp" }
    let good = references.map { ($0.replacing("sharp", with: "exactly"), [$0]) }
    let bad = references.map { ($0.replacing("ferry number", with: "boat").replacing("pier", with: "port"), [$0]) }
    let test = PairedBootstrap(BLEU().measured(bad), BLEU().measured(good))
    #expect(test.verdict == .better && test.difference.value > 10)
    #expect(isSame(test.difference.value, BLEU().score(of: good) - BLEU().score(of: bad)))
  }
}
