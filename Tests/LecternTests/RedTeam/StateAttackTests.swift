// Submissions that carry something from one probe, or one submission, to the next.
import Testing

@Suite struct StateAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  /// Leaves something in the first probe, and answers wrong in the others if it is still there.
  private func expectForgotten(leaving: String, finding: String) async throws {
    let source = """
      \(RedTeamCourse.right)
      \(HostileCode.calls)
      \(HostileCode.files)
      nonisolated(unsafe) var kept = 0
      func softmax(_ logits: [Float]) -> [Float] {
        if logits == [1, 2, 3] {
          \(leaving)
        } else if \(finding) {
          return []
        }
        return right(logits)
      }
      """
    let attack = try await course.attack(source)
    try await course.expectNoHarm(attack)
    #expect(attack.statuses == ["passed", "passed", "passed", "passed", "passed"], "\(attack.said)")
  }

  @Test func `a variable is forgotten`() async throws {
    try await expectForgotten(leaving: "kept = 1", finding: "kept != 0")
  }

  @Test(arguments: [
    "_ = canWrite(\"/box/answers\")", "_ = symlink(\"x\", \"/box/x\")", "_ = mkfifo(\"/box/x\", 0o600)",
    "mkdir(\"/box/a\", 0o700); mkdir(\"/box/a/b\", 0o700); _ = canWrite(\"/box/a/b/c\"); chmod(\"/box/a/b\", 0); chmod(\"/box/a\", 0)",
    "for _ in 0..<3000 { mkdir(\"d\", 0o700); chdir(\"d\") }",
  ])
  func `what was written is gone`(code: String) async throws {
    try await expectForgotten(leaving: code, finding: "!names(\"/box\").isEmpty")
  }

  @Test func `what belongs to the user and not to the process is not to be had`() async throws {
    try await expectForgotten(
      leaving: """
        let text = Int(bitPattern: strdup("lectern-red-team")), user = Int(bitPattern: strdup("user"))
        for ring in [-1, -2, -3, -4, -5] { _ = call(248, user, text, text, 10, ring) }
        """,
      finding: "call(249, Int(bitPattern: strdup(\"user\")), Int(bitPattern: strdup(\"lectern-red-team\")), 0, 0) >= 0")
  }

  @Test func `a submission that knows the visible cases fails the others`() async throws {
    let attack = try await course.attack(
      """
      func softmax(_ logits: [Float]) -> [Float] {
        switch logits {
        case [1, 2, 3]: [0.09003057, 0.24472848, 0.66524094]
        case [1000, 1001]: [0.26894143, 0.7310586]
        default: logits.map { _ in 1 / Float(logits.count) }
        }
      }
      """)
    try await course.expectNoHarm(attack)
    #expect(attack.statuses == ["passed", "passed", "failed", "passed", "failed"])
  }

  @Test func `another file is given other random numbers`() async throws {
    let showing = { (note: String) in
      """
      // \(note)
      func softmax(_ logits: [Float]) -> [Float] {
        print(logits)
        return []
      }
      """
    }
    let one = try await course.attack(showing("one")), same = try await course.attack(showing("one"))
    let other = try await course.attack(showing("other"))
    let numbers = { (attack: Attack) in attack.verdict?.probes[2].printed }
    #expect(numbers(one) != nil)
    #expect(numbers(one) == numbers(same))
    #expect(numbers(one) != numbers(other))
  }
}
