// `lectern run` in a real terminal.
import Foundation
import Testing

struct RunScreenTests {
  @Test("the first screen of a lesson, and leaving it")
  func firstScreen() async throws {
    let course = try TemporaryCourse("# Keys\n\nProse.\n\n```swift id=a\nlet n = 1\n```\n")
    let window = try TerminalWindow(["run", course.lesson], in: course.root)
    #expect(try await window.sees("Enter runs step a"))
    try ScreenSnapshots.expect(try await window.settled(), named: "run first, 80 columns.txt")
    try window.press("Enter")
    #expect(try await window.sees("n = 1"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }
}
