import Evaluation
import Testing

@Suite("An estimate")
struct EstimateTests {
  @Test("holds a value between the ends of its interval")
  func order() {
    let estimate = Estimate(0.5, low: 0.4, high: 0.6)
    #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
  }

  @Test("of a share is told in percent, as a sentence's part and as cells of a table")
  func percent() {
    let share = Estimate(0.884, low: 0.7949, high: 0.9547)
    #expect(share.percent == "88 % (79 to 95)" && share.percentCells == ["88 %", "79 %", "95 %"])
    #expect(Estimate(-0.126, low: -0.2, high: 0).percent == "-13 % (-20 to 0)")
  }

  @Test("of nothing has no figures, and an end without bound stops nobody")
  func withoutFigures() {
    let none = Estimate(share: 0, of: 0)
    #expect(none.percent == "–" && none.percentCells == ["–", "0 %", "100 %"])
    #expect(Estimate(0.5, low: -.infinity, high: 1).percentCells == ["50 %", "–", "100 %"])
    #expect(Estimate(0.5, low: -.infinity, high: 1).percent == "50 % (– to 100)")
  }
}
