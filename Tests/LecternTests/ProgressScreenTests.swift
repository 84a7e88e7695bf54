// A training step in a real terminal: the picture that is redrawn, and what stays of it.
import Foundation
import Testing

struct ProgressScreenTests {
  /// A step whose loss falls, that says something when it is a third through, and that waits near its end, however long
  /// the tests beside it take, for a file called `go`.
  private static func course() throws -> TemporaryCourse {
    try TemporaryCourse(
      """
      # Training

      ```swift id=train timeout=3000
      import Foundation
      func train() {
        for step in 0...150 {
          progress(step, of: 150, metrics: ["loss": 4 / (1 + Double(step) / 9)], name: "training")
          if step == 50 { print("a word", "in between") }
          usleep(10_000)
          while step == 120, access("go", F_OK) != 0 { usleep(20_000) }
        }
      }
      train()
      ```
      """)
  }

  private static func go(_ course: borrowing TemporaryCourse) throws {
    try Data().write(to: URL(fileURLWithPath: course.root + "/go"))
  }

  private static func count(_ text: String, in screen: String) -> Int { screen.components(separatedBy: text).count - 1 }

  @Test("shows the loss as a curve while it runs, and one short picture when it has ended")
  func curve() async throws {
    let course = try Self.course()
    let window = try TerminalWindow(["run", course.lesson, "--all"], in: course.root)
    #expect(try await window.sees("smoothed"))
    #expect(try await window.sees("steps/s"))
    try Self.go(course)
    #expect(try await window.status() == 0)
    let history = try window.history()
    #expect(Self.count("150/150", in: history) == 1)
    #expect(Self.count("a word in between", in: history) == 1)
    #expect(!history.contains("smoothed"))
  }

  @Test("is one line in a small window")
  func smallWindow() async throws {
    let course = try Self.course()
    let window = try TerminalWindow(["run", course.lesson, "--all"], in: course.root, columns: 60, rows: 12)
    #expect(try await window.sees("s left"))
    #expect(try !window.screen().contains("smoothed"))
    try Self.go(course)
    #expect(try await window.sees("150/150"))
  }

  @Test("is drawn anew in its place when the window gets narrower and wider", .timeLimit(.minutes(2)))
  func resize() async throws {
    let course = try Self.course()
    let window = try TerminalWindow(["run", course.lesson, "--all"], in: course.root, columns: 110, rows: 40)
    #expect(try await window.sees("smoothed"))
    #expect(try await window.sees("a word in between"))
    // It waits for `go`: nothing is drawn while the window changes.
    _ = try await window.settled()
    try window.resize(columns: 70, rows: 40)
    _ = try await window.settled()
    try window.resize(columns: 90, rows: 40)
    _ = try await window.settled()
    try Self.go(course)
    #expect(try await window.status() == 0)
    let screen = try window.screen()
    #expect(Self.count("150/150", in: screen) == 1)
    #expect(Self.count("a word in between", in: screen) == 1)
    #expect(!screen.contains("smoothed") && !screen.contains("s left"))
  }

  @Test("is a sentence for each tenth in words, and nothing is redrawn")
  func words() async throws {
    let course = try Self.course()
    try Self.go(course)
    let window = try TerminalWindow(["run", course.lesson, "--all", "--plain"], in: course.root, rows: 40)
    #expect(try await window.status() == 0)
    let screen = try window.screen()
    #expect(screen.contains("training: 0 of 150, 0 percent"))
    #expect(screen.contains("training: 150 of 150, 100 percent"))
    #expect(Self.count("\ntraining: ", in: screen) == 11)
  }
}
