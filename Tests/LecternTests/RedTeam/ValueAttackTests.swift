// Submissions that return what is hard to compare.
import Testing

@Suite struct ValueAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  @Test(arguments: [
    "[.nan, .nan, .nan]", "[.infinity, .infinity, .infinity]", "[-.infinity, 0, .infinity]", "[]", "[1]",
    "[Float](repeating: 0.5, count: 3_000_000)", "[0.09003057, 0.24472848]", "[0.09003057, 0.24472848, 0.66524094, 0]",
    "[.signalingNaN, 0.24472848, 0.66524094]", "[.greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0]",
    "[.leastNonzeroMagnitude, 0, -0.0]",
  ])
  func `a value that is not the right one fails`(value: String) async throws {
    try await course.expectOneFailure("return \(value)")
  }
}
