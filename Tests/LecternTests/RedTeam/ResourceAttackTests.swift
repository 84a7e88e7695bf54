// Submissions that use up what the machine has.
import Foundation
import Testing

@Suite struct ResourceAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  @Test(arguments: [
    "var kept: [[UInt8]] = []; while true { kept.append([UInt8](repeating: 1, count: 1 << 24)) }",
    "var kept: [[UInt8]] = []; while true { kept.append([UInt8](repeating: 1, count: 100)) }",
    "while true { let p = malloc(1 << 20)!; memset(p, 1, 1 << 20) }",
    "while true { if let p = mmap(nil, 1 << 24, 3, 0x22, -1, 0), p != MAP_FAILED { memset(p, 1, 1 << 24) } }",
    // Shared memory, which is not counted as the process's own
    "while true { if let p = mmap(nil, 1 << 24, 3, 0x21, -1, 0), p != MAP_FAILED { memset(p, 1, 1 << 24) } }",
    "var text = \"x\"; while true { text += text }",
  ])
  func `memory without end is stopped at the limit`(code: String) async throws {
    try await course.expectOneFailure(code)
  }

  @Test func `memory that no process is charged with is not to be had`() async throws {
    try await course.expectNothingGot(
      """
      got("a file in memory", call(319, Int(bitPattern: strdup("x")), 0) >= 0 || call(447) >= 0)
      got("System V memory", call(29, 0, 1 << 20, 0o1600) >= 0)
      got("messages", call(68, 0, 0o1600) >= 0 || call(240, Int(bitPattern: strdup("x")), 0o102, 0o600) >= 0)
      got("a larger file", {
        let file = open("/box/large", O_RDWR | O_CREAT, 0o600)
        signal(SIGXFSZ, SIG_IGN)
        return ftruncate(file, 1 << 40) == 0
      }())
      """, HostileCode.calls)
  }

  @Test(arguments: [
    // Threads with small stacks, then with the usual ones
    """
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 1 << 14)
    while true { var thread = pthread_t(); pthread_create(&thread, &attributes, { _ in while true { sleep(100) } }, nil) }
    """,
    "while true { var thread = pthread_t(); pthread_create(&thread, nil, { _ in while true { sleep(100) } }, nil) }",
    "for _ in 0..<100_000 { Thread { while true { sleep(100) } }.start() }; while true {}",
  ])
  func `threads without end are stopped`(code: String) async throws {
    try await course.expectOneFailure(code, "import Foundation")
  }

  @Test(arguments: [
    "while true { print(\"all work and no play\") }", "while true { fputs(\"x\", stderr) }",
    "let line = String(repeating: \"x\", count: 1 << 20); while true { print(line) }",
    "setvbuf(stdout, nil, _IONBF, 0); while true { putchar(7) }",
    "let bytes = [UInt8](repeating: 0xff, count: 1 << 16); while true { write(1, bytes, bytes.count); write(2, bytes, bytes.count) }",
  ])
  func `output without end is stopped`(code: String) async throws {
    try await course.expectOneFailure(code)
  }

  @Test func `output that is not text is shown as text`() async throws {
    let attack = try await course.attack(
      RedTeamCourse.source(
        inFirstProbe: """
          let bytes: [UInt8] = Array(0...255) + Array("\\u{1b}[2J\\u{1b}]0;title\\u{7}<script>alert(1)</script>\\u{202e}".utf8)
          write(1, bytes, bytes.count)
          return []
          """))
    try await course.expectNoHarm(attack)
    let scalars = attack.said.unicodeScalars
    #expect(!scalars.contains { $0.value < 32 && $0 != "\n" && $0 != "\t" || $0.value == 127 || $0 == "\u{202e}" })
  }

  @Test(arguments: [
    "let file = open(\"/box/full\", O_WRONLY | O_CREAT, 0o600); while write(file, block, block.count) > 0 {}",
    "for n in 0..<10_000 { let file = open(\"/box/\\(n)\", O_WRONLY | O_CREAT, 0o600); _ = write(file, block, block.count); close(file) }",
    "for n in 0..<1_000_000 { let file = open(\"/box/\\(n)\", O_WRONLY | O_CREAT, 0o600); if file < 0 { break }; close(file) }",
    "while mkdir(\"d\", 0o700) == 0 && chdir(\"d\") == 0 {}",
    "for n in 0..<300 { open(\"/box/\\(n)\", O_WRONLY | O_CREAT, 0o600) }",
  ])
  func `a full disk is the submission's own`(code: String) async throws {
    try await course.expectOneFailure(
      "signal(SIGXFSZ, SIG_IGN); \(code); return []", "let block = [UInt8](repeating: 1, count: 1 << 16)")
  }

  @Test func `no memory and no trace of a crash is kept`() async throws {
    try await course.expectOneFailure("abort()")
    #expect(try !FileManager.default.contentsOfDirectory(atPath: course.root).contains { $0.hasPrefix("core") })
    let judging = (try? FileManager.default.contentsOfDirectory(atPath: course.cache + "/judging")) ?? []
    let gone = judging.filter { name in
      name.split(separator: "-").first.flatMap { pid_t($0) }.map { kill($0, 0) != 0 } ?? true
    }
    #expect(gone == [], "left by judges that ended")
  }
}
