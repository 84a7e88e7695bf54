import Evaluation
import Testing

@Suite("An estimate")
struct EstimateTests {
  @Test("holds a value between the ends of its interval")
  func order() {
    let estimate = Estimate(0.5, low: 0.4, high: 0.6)
    #expect(estimate.low <= estimate.value && estimate.value <= estimate.high)
  }
}
