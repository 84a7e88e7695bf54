import Foundation
import StepRecords
import Testing

@testable import Grading

/// The JSON of `lectern check`, which programs read.
@Suite struct VerdictJSONTests {
  @Test func `a verdict has the fields that programs rely on, and comes back as it was`() throws {
    let verdict = Verdict(
      exercise: "softmax", verdict: .failed, earned: 2, points: 5, isolation: .box,
      probes: [
        ProbeVerdict(
          name: "rows", visible: true, status: .notRun, earned: 0, points: 3, message: "it needs \"a\"", lesson: "2.5")
      ], seed: 7, seconds: 0.5)
    let line = try RecordJSON.line(verdict)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    #expect(object["exercise"] as? String == "softmax")
    #expect(object["verdict"] as? String == "failed")
    #expect(object["earned"] as? Int == 2)
    #expect(object["points"] as? Int == 5)
    #expect(object["isolation"] as? String == "box")
    let probe = try #require((object["probes"] as? [[String: Any]])?.first)
    #expect(probe["name"] as? String == "rows")
    #expect(probe["visible"] as? Bool == true)
    #expect(probe["status"] as? String == "notRun")
    #expect(probe["earned"] as? Int == 0)
    #expect(probe["points"] as? Int == 3)
    #expect(probe["message"] as? String == "it needs \"a\"")
    #expect(probe["lesson"] as? String == "2.5")
    #expect(try RecordJSON.decode(Verdict.self, from: line) == verdict)
  }

  @Test func `what programs read of a probe is always there`() throws {
    let verdict = Verdict(
      exercise: "softmax", verdict: .passed, points: 1, isolation: .box,
      probes: [ProbeVerdict(name: "rows", visible: true, status: .passed, earned: 1, points: 1)])
    let line = try RecordJSON.line(verdict)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    let probe = try #require((object["probes"] as? [[String: Any]])?.first)
    #expect(probe["message"] as? String == "")
    #expect(probe["lesson"] is NSNull)
    #expect(try RecordJSON.decode(Verdict.self, from: line) == verdict)
  }

  @Test func `every field comes back, numbers that JSON does not have too`() throws {
    let difference = try #require(
      ValueComparison.difference(
        expected: .numbers(shape: [2], values: [1, .infinity]),
        actual: .numbers(shape: [1, 2], values: [.nan, -.infinity]), tolerance: .standard))
    let probe = ProbeVerdict(
      name: "rows", visible: true, status: .failed, earned: 0, points: 3, message: "m", difference: difference,
      mistake: "WrongAxis", lesson: "2.5", line: 4, code: "softmax([1])", printed: "p")
    let back = try RecordJSON.decode(ProbeVerdict.self, from: RecordJSON.line(probe))
    // NaN is not itself, so the numbers are compared as text.
    #expect("\(back)" == "\(probe)")
  }
}
