// Measures of labels against scikit-learn's.
import Evaluation
import Testing

@Suite("Measures of labels")
struct ConfusionMatrixTests {
  private struct Case: Decodable {
    var truth, predicted, labels: [String]
    var confusion: [[Int]]
    var accuracy, matthews: Double
    /// Precision, recall, F1.
    var perLabel: [[Double]]
    var support: [Int]
    var macro, micro, weighted: [Double]
  }

  @Test("are scikit-learn's")
  func reference() throws {
    let cases = try References.measures("labels", as: [Case].self)
    #expect(cases.count == 6)
    for known in cases {
      let matrix = ConfusionMatrix(truth: known.truth, predicted: known.predicted)
      #expect(matrix.labels == known.labels && matrix.counts == known.confusion)
      #expect(isSame(matrix.accuracy, known.accuracy) && isSame(matrix.matthews, known.matthews))
      #expect(matrix.perLabel.map(\.support) == known.support)
      for (label, scores) in matrix.perLabel.enumerated() {
        #expect(isSame(scores.precision, known.perLabel[0][label]) && isSame(scores.recall, known.perLabel[1][label]))
        #expect(isSame(scores.f1, known.perLabel[2][label]))
      }
      for (scores, expected) in [
        (matrix.macro, known.macro), (matrix.micro, known.micro), (matrix.weighted, known.weighted),
      ] {
        #expect(isSame(scores.precision, expected[0]) && isSame(scores.recall, expected[1]))
        #expect(isSame(scores.f1, expected[2]))
      }
    }
  }

  @Test("by name are the same, from lines of text")
  func metrics() throws {
    for known in try References.measures("labels", as: [Case].self) {
      let pairs = zip(known.predicted, known.truth).map { (" \($0)", [$1]) }
      let expected = [
        "precision": known.macro[0], "recall": known.macro[1], "f1-macro": known.macro[2], "f1-micro": known.micro[2],
        "f1-weighted": known.weighted[2], "matthews": known.matthews,
      ]
      for (name, value) in expected {
        let score = try TextMetrics.named(name).score(of: pairs)
        #expect(isSame(score, value), "\(name): \(score), not \(value)")
      }
    }
  }

  @Test("have the order of labels that is asked for, and one that never occurs changes no mean")
  func order() {
    let matrix = ConfusionMatrix(truth: ["a", "b"], predicted: ["b", "b"], labels: ["never", "b"])
    #expect(matrix.labels == ["never", "b", "a"])
    #expect(matrix.counts == [[0, 0, 0], [0, 1, 0], [0, 1, 0]])
    #expect(isSame(matrix.macro.f1, 1.0 / 3))
  }
}

@Suite("The ROC curve")
struct ROCCurveTests {
  private struct Case: Decodable {
    var truth: [Int]
    var scores, falsePositiveRates, truePositiveRates, thresholds: [Double]
    var area: Double
  }

  @Test("is scikit-learn's, equal scores included")
  func reference() throws {
    let cases = try References.measures("ranking", as: [Case].self)
    #expect(cases.count == 4)
    for known in cases {
      let curve = ROCCurve(scores: known.scores, isPositive: known.truth.map { $0 == 1 })
      #expect(isSame(curve.area, known.area))
      #expect(curve.points.dropFirst().map(\.threshold) == known.thresholds)
      #expect(zip(curve.points.map(\.falsePositiveRate), known.falsePositiveRates).allSatisfy(isSame))
      #expect(zip(curve.points.map(\.truePositiveRate), known.truePositiveRates).allSatisfy(isSame))
    }
  }

  @Test("has no area without both classes, and 0.5 where all scores are equal")
  func degenerate() {
    #expect(ROCCurve(scores: [0.2, 0.8], isPositive: [true, true]).area.isNaN)
    #expect(ROCCurve(scores: [], isPositive: []).area.isNaN)
    #expect(ROCCurve(scores: [1, 1, 1], isPositive: [true, false, false]).area == 0.5)
  }
}

@Suite("Measures of numbers")
struct RegressionScoresTests {
  private struct Case: Decodable {
    var actual, predicted: [Double]
    var mae, mse, r2, pearson, spearman: Double
  }

  @Test("are scikit-learn's and scipy's, by name too")
  func reference() throws {
    let cases = try References.measures("numbers", as: [Case].self)
    #expect(cases.count == 3)
    for known in cases {
      let scores = RegressionScores(predicted: known.predicted, actual: known.actual)
      #expect(isSame(scores.meanAbsoluteError, known.mae) && isSame(scores.meanSquaredError, known.mse))
      #expect(isSame(scores.rSquared, known.r2))
      #expect(isSame(scores.pearson, known.pearson) && isSame(scores.spearman, known.spearman))
      let pairs = zip(known.predicted, known.actual).map { ("\($0) ", ["\($1)"]) }
      let expected = [
        "mae": known.mae, "mse": known.mse, "r2": known.r2, "pearson": known.pearson, "spearman": known.spearman,
      ]
      for (name, value) in expected {
        let score = try TextMetrics.named(name).score(of: pairs)
        #expect(isSame(score, value), "\(name): \(score), not \(value)")
      }
    }
  }

  @Test("say which text is no number")
  func problems() {
    let metric = NumberMetric(.mae)
    #expect(metric.problem(with: ("1.5", ["-2e3"])) == nil)
    #expect(metric.problem(with: ("1.5", ["two"]))?.contains("\"two\" is no number") == true)
    #expect(metric.problem(with: ("", ["2"]))?.contains("an empty text") == true)
    #expect(metric.problem(with: ("nan", ["2"])) != nil)
  }

  @Test("have no correlation with a number that never changes")
  func constant() {
    let scores = RegressionScores(predicted: [1, 2, 3], actual: [2, 2, 2])
    #expect(scores.pearson.isNaN && scores.spearman.isNaN && scores.rSquared.isNaN)
    #expect(isSame(scores.meanAbsoluteError, 2.0 / 3))
  }
}
