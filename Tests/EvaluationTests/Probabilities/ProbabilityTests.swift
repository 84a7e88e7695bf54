// Log-loss, Brier's score, calibration and pass@k against scikit-learn, numpy and exact fractions.
import Evaluation
import Testing

@Suite("Measures of probabilities")
struct ProbabilityTests {
  private struct Case: Decodable {
    var probabilities: [[Double]]
    var truth: [Int]
    var logLoss, brier, equalWidthError, equalMassError: Double
    var binaryBrier: Double?
    /// Mean confidences and shares of scikit-learn's calibration curve.
    var uniform, quantile: [[Double]]?
  }

  private func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

  @Test("are scikit-learn's and numpy's")
  func reference() throws {
    let cases = try References.measures("probabilities", as: [Case].self)
    #expect(cases.count == 3)
    for known in cases {
      let probabilities = ClassProbabilities(known.probabilities, truth: known.truth)
      #expect(isSame(mean(probabilities.logLosses), known.logLoss))
      #expect(isSame(mean(probabilities.brierScores), known.brier))
      #expect(isSame(probabilities.calibration(.equalWidth).expectedError, known.equalWidthError))
      #expect(isSame(probabilities.calibration(.equalMass).expectedError, known.equalMassError))
      guard let binaryBrier = known.binaryBrier, let uniform = known.uniform, let quantile = known.quantile else {
        continue
      }
      let confidences = known.probabilities.map { $0[1] }
      let outcomes = known.truth.map { $0 == 1 }
      for (binning, curve) in [(Calibration.Binning.equalWidth, uniform), (.equalMass, quantile)] {
        let calibration = Calibration(confidences: confidences, outcomes: outcomes, binning)
        #expect(isSame(calibration.brierScore, binaryBrier))
        #expect(calibration.bins.count == curve[0].count)
        for (place, bin) in calibration.bins.enumerated() {
          #expect(isSame(bin.meanConfidence, curve[0][place]) && isSame(bin.accuracy.value, curve[1][place]))
          #expect(bin.low <= bin.meanConfidence && bin.meanConfidence <= bin.high)
          #expect(bin.accuracy.low <= bin.accuracy.value && bin.accuracy.value <= bin.accuracy.high)
        }
      }
    }
  }

  @Test("leave out empty bins, put edges into the bin below, and take fewer items than bins")
  func bins() {
    let calibration = Calibration(confidences: [0.1, 0.7, 0.7, 1], outcomes: [false, true, false, true])
    #expect(calibration.bins.map(\.count) == [1, 2, 1])
    #expect(calibration.bins.map(\.low) == [0, 0.6, 0.9])
    #expect(isSame(calibration.expectedError, (0.1 + 2 * 0.2 + 0) / 4) && isSame(calibration.maximumError, 0.2))
    #expect(Calibration(confidences: [0.5, 0.6], outcomes: [true, true], .equalMass).bins.count == 2)
    #expect(Calibration(confidences: [], outcomes: []).bins.isEmpty)
  }

  @Test("stay finite when the right class had no chance, and prefer the first of equal classes")
  func extremes() {
    let certain = ClassProbabilities([[1, 0], [0.5, 0.5]], truth: [1, 1])
    #expect(certain.logLosses[0].isFinite && certain.logLosses[0] > 30)
    #expect(certain.brierScores == [2, 0.5] && certain.predicted == [0, 0])
  }

  @Test("pass@k is that of exact fractions")
  func passAtK() throws {
    let cases = try References.measures("passAtK", as: [[Double]].self)
    #expect(cases.count == 9)
    for known in cases {
      let chance = PassAtK.chance(samples: Int(known[0]), correct: Int(known[1]), k: Int(known[2]))
      #expect(isSame(chance, known[3]), "\(known)")
    }
    #expect(PassAtK.chance(samples: 3, correct: 1, k: 4).isNaN)
    #expect(PassAtK.estimate([(2, 1), (2, 2)], k: 1).value == 0.75)
  }
}
