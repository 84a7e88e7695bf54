// Submissions that end, stop or signal what they should not.
import Foundation
import Testing

@Suite struct EndingAttackTests {
  let course: RedTeamCourse
  init() throws { course = try RedTeamCourse.shared.get() }

  @Test func `the honest submission gets all points, the starter none`() async throws {
    let honest = try await course.attack(RedTeamCourse.honest)
    #expect(honest.verdict?.verdict == "passed", "\(honest.errors)\n\(honest.said)")
    #expect(honest.verdict?.earned == 10)
    let starter = try await course.attack("func softmax(_ logits: [Float]) -> [Float] { [] }\n")
    #expect(starter.status == 1)
    #expect(starter.verdict?.earned == 0)
    try await course.expectNoHarm(starter)
  }

  @Test(arguments: [
    "exit(0)", "_exit(0)", "abort()", #"fatalError("enough")"#, "preconditionFailure()", "pthread_exit(nil)",
    "_ = [Int]()[3]", "print(UnsafePointer<Int>(bitPattern: 8)!.pointee)",
    // exit_group, by itself
    "_ = call(231, 0)",
    "func deeper(_ n: Int) -> Int { n < 0 ? 0 : deeper(n + 1) + 1 }; print(deeper(0))",
  ])
  func `whoever ends the process fails that probe`(code: String) async throws {
    try await course.expectOneFailure(code, HostileCode.calls)
  }

  @Test(arguments: [
    SIGHUP, SIGINT, SIGQUIT, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGKILL, SIGUSR1, SIGSEGV, SIGUSR2,
    SIGPIPE, SIGALRM, SIGTERM, SIGXCPU, SIGXFSZ, SIGVTALRM, SIGPROF, SIGSYS, SIGSTOP, 34, 64,
  ])
  func `whoever sends itself a signal fails that probe`(signal: Int32) async throws {
    try await course.expectOneFailure("raise(\(signal)); sleep(1); return []")
  }

  @Test(arguments: [
    // Its process group, all processes, the host and what watches it.
    "kill(0, 9)", "kill(-1, 9)", "kill(-1, SIGSTOP)", "kill(getppid(), 9)", "kill(getppid(), SIGSTOP)",
    "for process: Int32 in 1..<20 where process != getpid() { kill(process, SIGSTOP) }",
    "for process: Int32 in 1..<20 where process != getpid() { kill(process, SIGKILL) }",
    "for process in 1..<20 where process != getpid() { for number in [62, 129, 200, 234, 297] { _ = call(number, process, 19, 19) } }",
    // A descriptor's owner is sent a signal of one's choice.
    """
    var ends: [Int32] = [0, 0]
    pipe(&ends)
    _ = call(72, Int(ends[0]), 10, 19); _ = call(72, Int(ends[0]), 8, Int(getppid()))
    _ = call(72, Int(ends[0]), 4, Int(O_ASYNC)); write(ends[1], "x", 1)
    """,
    "_ = call(302, Int(getppid()), 0, 0, 0); _ = call(141, 0, Int(getppid()), 19); _ = call(203, Int(getppid()), 8, 0)",
  ])
  func `no signal reaches another process`(code: String) async throws {
    let attack = try await course.attack(RedTeamCourse.source(inFirstProbe: "\(code); return []", HostileCode.calls))
    try await course.expectNoHarm(attack)
    #expect(attack.statuses == ["failed", "passed", "passed", "passed", "passed"], "\(attack.said)")
  }

  @Test func `whoever stops the host in its last probe does not keep the judge waiting`() async throws {
    let source = """
      \(RedTeamCourse.right)
      func softmax(_ logits: [Float]) -> [Float] {
        for process: Int32 in 1..<20 where process != getpid() { kill(process, SIGSTOP) }
        return right(logits)
      }
      """
    let attack = try await course.attack(source)
    try await course.expectNoHarm(attack)
    #expect(attack.verdict?.earned == 10)
  }

  @Test(arguments: [
    "while true {}", "while true { sleep(100) }",
    "var all = sigset_t(); sigfillset(&all); sigprocmask(SIG_BLOCK, &all, nil); while true {}",
    "for number: Int32 in 1..<65 { signal(number, SIG_IGN) }; while true {}",
    "let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1); pthread_mutex_init(lock, nil); pthread_mutex_lock(lock); pthread_mutex_lock(lock)",
    "for _ in 0..<100 { var thread = pthread_t(); pthread_create(&thread, nil, { _ in while true {} }, nil) }; while true {}",
  ])
  func `whoever does not come to an end is ended`(code: String) async throws {
    try await course.expectOneFailure(code)
  }

  @Test(arguments: [
    "_ = call(57)", "_ = call(58)", "_ = call(56, 17, 0, 0, 0, 0)", "_ = cFork()",
    // In a session of its own, twice over
    "if cFork() == 0 { setsid(); if cFork() == 0 { while true { sleep(1) } }; _exit(0) }",
    "while true { if cFork() < 0 { break } }", "for _ in 0..<100_000 where call(57) < 0 { break }",
    """
    typealias Spawn = @convention(c) (UnsafeMutablePointer<pid_t>, UnsafePointer<CChar>, Int, Int, UnsafePointer<Int>, UnsafePointer<Int>) -> Int32
    var pid = pid_t(), none = 0
    unsafeBitCast(address(of: "posix_spawn", in: "/libc.so.6")!, to: Spawn.self)(&pid, "/proc/self/exe", 0, 0, &none, &none)
    """,
    """
    let path = strdup("/proc/self/exe")
    var arguments: [UnsafeMutablePointer<CChar>?] = [path, nil]
    arguments.withUnsafeMutableBytes { _ = call(59, Int(bitPattern: path), Int(bitPattern: $0.baseAddress), 0) }
    """,
  ])
  func `no process and no program is started`(code: String) async throws {
    try await course.expectNothingGot(
      "\(code); got(\"a process\", getpid() != first); got(\"a child\", waitpid(-1, nil, Int32(WNOHANG)) == 0)",
      HostileCode.calls + "\nlet first = getpid()\n")
  }

  @Test func `nothing is left running when the judge is killed`() async throws {
    let source = RedTeamCourse.source(
      inFirstProbe: "for number: Int32 in 1..<65 { signal(number, SIG_IGN) }; while true {}")
    #expect(try await course.leftRunningWhenKilled(source) == [])
  }
}
