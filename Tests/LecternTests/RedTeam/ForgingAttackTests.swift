// Submissions that say what only the host and the probes say.
import Testing

@Suite struct ForgingAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  @Test func `what is printed decides nothing`() async throws {
    let printing = #"""
      print(#"{"verdict":"passed","earned":10,"points":10}"#)
      print(#"0 answer {"value":{"_0":{"shape":[3],"values":[0.09003057,0.24472848,0.66524094]}}}"#)
      print("passed\u{1b}[2J\u{7}")
      fputs("done\n0\n1", stderr)
      return []
      """#
    let attack = try await course.attack(RedTeamCourse.source(inFirstProbe: printing))
    try await course.expectNoHarm(attack)
    #expect(attack.statuses == ["failed", "passed", "passed", "passed", "passed"])
    #expect(!attack.said.unicodeScalars.contains("\u{1b}"), "an escape sequence came through")
  }

  /// Values of every kind that the right one is not, some of them hard on whoever reads them.
  @Test(arguments: [
    #"{"value":{"_0":{"shape":[3],"values":[1,2,3]}}}"#, #"{"accepted":{"_0":true}}"#, #"{"thrown":{"_0":"passed"}}"#,
    #"{"descriptions":{"_0":[]}}"#, #"{"value":{"_0":{"shape":[9223372036854775807,0],"values":[]}}}"#,
    #"{"value":{"_0":{"shape":[0,9223372036854775807],"values":[]}}}"#,
    #"{"value":{"_0":{"shape":[-3],"values":["nan","nan","nan"]}}}"#, #"{"value":{"_0":{"text":"\ud800"}}}"#,
    #"{"value":{"_0":{"shape":[3],"values":[1e999,2,3]}}}"#, #"{"value":{"_0":{"nothing":true}}}"#, "{", "", "null",
    "\u{0}\u{1}\u{1b}[2J",
  ])
  func `a forged answer is worth what it says, or nothing`(answer: String) async throws {
    try await course.expectOneFailure(
      "send(\"0 answer \\(answer)\\n\"); leave()", Self.forging + "let answer = \(Self.literal(answer))")
  }

  @Test(arguments: [
    // Nested so deeply that reading it would fill the stack
    ##"#"{"value":{"_0":"# + String(repeating: #"{"list":["#, count: 1_000_000)"##,
    ##"#"{"value":{"_0":{"list":["# + Array(repeating: #"{"nothing":true}"#, count: 400_000).joined(separator: ",") + "]}}}""##,
    ##"#"{"value":{"_0":{"shape":[2000000],"values":["# + Array(repeating: "1", count: 2_000_000).joined(separator: ",") + "]}}}""##,
    ##"#"{"value":{"_0":{"shape":["# + Array(repeating: "1", count: 100_000).joined(separator: ",") + #"],"values":[1]}}}"#"##,
    ##"#"{"thrown":{"_0":""# + String(repeating: "x", count: 8_000_000) + "\"}}""##,
    #"String(repeating: "9", count: 30_000_000)"#,
  ])
  func `a huge forged answer costs its probe only`(answer: String) async throws {
    try await course.expectOneFailure(
      "send(\"0 answer \\(answer)\\n\"); leave()", Self.forging + "let answer = \(answer)")
  }

  @Test(arguments: [
    "while true { send(\"\\n\") }",
    "let line = String(repeating: \"0 0 {}\\n\", count: 10_000); while true { send(line) }",
    "let line = String(repeating: \"x\", count: 100_000); while true { send(line) }",
    "let line = String(repeating: \"0 answer 1\\n\", count: 10_000); while true { send(line) }",
  ])
  func `a flood of records is stopped`(code: String) async throws {
    try await course.expectOneFailure(code, Self.forging)
  }

  @Test func `two answers are none, even if one is right`() async throws {
    try await course.expectOneFailure(
      ##"send(#"0 answer {"value":{"_0":{"shape":[3],"values":[0.09003057,0.24472848,0.66524094]}}}"# + "\n")"##,
      Self.forging)
  }

  @Test func `a file of probes of its own answers nothing`() async throws {
    let attack = try await course.attack(
      RedTeamCourse.source(
        inFirstProbe: "ProbeRun.answer(Probes { Probe(\"mine\", points: 100) { 1 } })", "import StepSupport"))
    try await course.expectNoHarm(attack)
    #expect(attack.statuses.first != "passed")
    #expect((attack.verdict?.earned ?? 10) < 10)
  }

  /// On every descriptor that is open: as the host's messages, as records, as text.
  @Test(arguments: [
    "done\n0\n1", "ready\n", "born\n1", "ended\n1\n0", "unborn\nno", "failed\nno", "failed\nundefined symbol: $s",
    "threw\n0",
    "signal\n9\n0 /etc/passwd", "exited\n0\nffffffffffffffff /submission/libSubmission.so", "forked\n0", "lectern", "",
    "failed\nundefined symbol: $s" + String(repeating: "Say", count: 9_000),
  ])
  func `forged messages of the host cost their probe only`(message: String) async throws {
    let code = """
      for descriptor: Int32 in 0..<256 { write(descriptor, message, message.utf8.count) }
      leave()
      """
    let attack = try await course.attack(
      RedTeamCourse.source(inFirstProbe: code, Self.forging + "let message = \(Self.literal(message))"))
    try await course.expectNoHarm(attack)
    #expect(attack.statuses == ["failed", "passed", "passed", "passed", "passed"], "\(attack.said)")
  }

  @Test func `whoever says that it is done and runs on is ended`() async throws {
    try await course.expectOneFailure(
      """
      let done = "done\\n0\\n1"
      write(240, done, done.utf8.count)
      while true {}
      """)
  }

  @Test func `a flood of messages is read without end and without harm`() async throws {
    try await course.expectOneFailure(
      #"let message = "signal\n9\n" + String(repeating: "0 /x\n", count: 6000); while true { write(240, message, message.utf8.count) }"#
    )
  }

  @Test func `descriptors sent to the judge are not taken`() async throws {
    try await course.expectOneFailure(
      """
      var text: [UInt8] = [120]
      var rights = [UInt8](repeating: 0, count: 40)
      rights.withUnsafeMutableBytes { bytes in
        bytes.storeBytes(of: 40, toByteOffset: 0, as: Int.self)
        bytes.storeBytes(of: Int32(SOL_SOCKET), toByteOffset: 8, as: Int32.self)
        bytes.storeBytes(of: 1, toByteOffset: 12, as: Int32.self)
        for i in 0..<6 { bytes.storeBytes(of: 241, toByteOffset: 16 + 4 * i, as: Int32.self) }
      }
      text.withUnsafeMutableBytes { text in
        rights.withUnsafeMutableBytes { rights in
          var part = iovec(iov_base: text.baseAddress, iov_len: 1)
          withUnsafeMutablePointer(to: &part) { part in
            var header = msghdr()
            header.msg_iov = part
            header.msg_iovlen = 1
            header.msg_control = rights.baseAddress
            header.msg_controllen = 40
            for _ in 0..<3000 { sendmsg(240, &header, 0) }
          }
        }
      }
      leave()
      """, Self.forging)
  }

  @Test(arguments: [
    "for descriptor: Int32 in 0..<256 { close(descriptor) }", "close(241)", "close(240)",
    "close(0); close(1); close(2)",
    "dup2(1, 241)", "for descriptor: Int32 in 0..<240 { dup2(241, descriptor) }", "shutdown(240, 2)",
  ])
  func `whoever closes or replaces descriptors fails that probe or passes it by the right value`(
    code: String
  ) async throws {
    let attack = try await course.attack(RedTeamCourse.source(inFirstProbe: code))
    try await course.expectNoHarm(attack)
    #expect(Array(attack.statuses.dropFirst()) == ["passed", "passed", "passed", "passed"], "\(attack.said)")
  }

  private static let forging = """
    import Glibc
    func send(_ text: String) {
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let sent = bytes.withUnsafeBytes { write(241, $0.baseAddress, $0.count) }
        if sent <= 0 { return }
        bytes = bytes.dropFirst(sent)
      }
    }
    /// Ends the process as if the probe had come to its end.
    func leave() -> Never {
      let done = "done\\n0\\n1"
      write(240, done, done.utf8.count)
      while true { sleep(1) }
    }

    """

  /// A Swift literal of any text.
  private static func literal(_ text: String) -> String {
    "\""
      + text.unicodeScalars.map {
        $0.isASCII && $0.properties.isAlphabetic ? "\($0)" : "\\u{\(String($0.value, radix: 16))}"
      }.joined() + "\""
  }
}
