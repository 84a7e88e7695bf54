// What metrics promise besides their numbers.
import Evaluation
import Testing

@Suite("A text metric")
struct TextMetricTests {
  @Test("is found by its name; an unknown one is answered with the nearest", arguments: TextMetrics.names)
  func names(name: String) throws {
    let metric = try TextMetrics.named(name)
    #expect(
      metric.name == name && metric.explanation.contains(metric.isLowerBetter ? "lower is" : "higher is")
        || metric.name == "matthews")
    let error = #expect(throws: UnknownMetric.self) { try TextMetrics.named(name + "x") }
    #expect(error.map { "\($0)".contains("the nearest is \(name)") } == true, "\(error.map { "\($0)" } ?? "")")
  }

  @Test("scores the same whatever else is scored with it", arguments: TextMetrics.names)
  func selections(name: String) throws {
    let metric = try TextMetrics.named(name)
    let pairs: [TextPair] = [("1", ["1"]), ("2", ["3", "2.5"]), ("4", ["4"]), ("5", ["7"]), ("0", ["0", "1"])]
    let scorer = metric.scorer(of: pairs)
    for rows in [[0, 1, 2, 3, 4], [3, 1, 4], [2, 2, 1, 0]] {
      let alone = metric.score(of: rows.map { pairs[$0] })
      #expect(scorer(rows) == alone || scorer(rows).isNaN && alone.isNaN, "\(rows)")
    }
    #expect(scorer([]).isNaN && metric.score(of: []).isNaN)
  }

  @Test("without a reference scores nothing, and does not stop", arguments: TextMetrics.names)
  func noReferences(name: String) throws {
    let score = try TextMetrics.named(name).score("the ferry", [])
    #expect(score == 0 || score.isNaN)
  }

  @Test("gives the worst rows first, whichever way is worse")
  func worst() {
    let pairs: [TextPair] = [("go b", ["go b"]), ("go", ["x"]), ("go b", ["go c"]), ("go", ["x"])]
    #expect(TokenF1().measured(pairs).worstRows(3) == [1, 3, 2])
    #expect(ErrorRate(of: .words).measured(pairs).worstRows(3) == [1, 3, 2])
  }

  @Test("has Wilson's interval for shares, and one by resampling for all else")
  func intervals() {
    let right = [TextPair](repeating: ("yes", ["Yes."]), count: 10)
    let exact = ExactMatch().measured(right).estimate
    #expect(exact.value == 1 && isSame(exact.high, 1) && exact.low > 0.6 && exact.low < 0.8)
    let mixed: [TextPair] = (0..<20).map { ("one two three", [$0 % 2 == 0 ? "one two three" : "one four five"]) }
    let f1 = TokenF1().measured(mixed).estimate
    #expect(f1.low < f1.value && f1.value < f1.high && f1 == TokenF1().measured(mixed).estimate)
  }

  @Test("shows what BLEU is made of")
  func bleuParts() {
    let counts = BLEUCounts("the ferry leaves at seven", ["the ferry leaves the pier at seven sharp"])
    #expect(counts.matches == [5, 3, 1, 0] && counts.totals == [5, 4, 3, 2])
    #expect(counts.length == 5 && counts.referenceLength == 8)
    #expect(counts.precisions == [1, 0.75, 1.0 / 3, 0.25])
    #expect(isSame(counts.brevityPenalty, 0.5488116360940264))
  }

  @Test("distances are the fewest changes")
  func distances() {
    #expect(EditDistance.between(Array("kitten"), Array("sitting")) == 3)
    #expect(EditDistance.between([1, 2, 3], []) == 3 && EditDistance.between([], [1]) == 1)
    #expect(EditDistance.between(["a", "b"], ["b", "a"]) == 2)
  }
}
