// Looking at values, variables and pictures in `lectern run`, and finding text.
import Foundation
import Testing

struct RunLookingTests {
  private func window(
    _ course: borrowing TemporaryCourse, until step: String = "map", columns: Int = 80
  ) async throws -> TerminalWindow {
    let window = try RunLesson.window(course, ["--until", step], columns: columns)
    #expect(try await window.sees("? keys"))
    return window
  }

  private func look(_ window: TerminalWindow, _ line: String) async throws {
    try window.type(":")
    try window.type(line)
    try window.press("Enter")
    #expect(try await window.sees(":" + line))
  }

  @Test("an expression shows its value, and nothing of it stays")
  func expression() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try await window(course)
    try await look(window, "weights[0, 1]")
    #expect(try await window.sees("0.25"))
    try await look(window, "two * 100")
    #expect(try await window.sees("4200"))
    try await look(window, "let three = 3")
    #expect(try await window.sees("three: Int = 3"))
    try await look(window, "three")
    #expect(try await window.sees("cannot find 'three' in scope"))
    #expect(try !window.screen().contains(".md:"), "no place in a file that nobody wrote")
  }

  @Test("what is wrong stands under what was typed")
  func mistake() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try await window(course, until: "a")
    try await look(window, "one.squared()")
    #expect(try await window.sees("no member 'squared'"))
    try ScreenSnapshots.expect(try await window.settled(), named: "run mistake, 80 columns.txt")
    try await look(window, "[1][5]")
    #expect(try await window.sees("out of range"))
    try window.press("Enter")
    #expect(try await window.sees("two is 42"))
  }

  @Test("all variables with shapes and steps", arguments: [80, 60])
  func variables(columns: Int) async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try await window(course, columns: columns)
    try await look(window, "vars")
    #expect(try await window.sees("variables  table"))
    let screen = try await window.settled()
    try ScreenSnapshots.expect(
      screen.components(separatedBy: ":vars\n").last ?? "", named: "run variables, \(columns) columns.txt")
  }

  @Test("a variable that cannot be shown does not hide the others")
  func oddVariables() async throws {
    let course = try TemporaryCourse(
      """
      ```swift id=odd
      struct Ticket: ~Copyable { let number = 7 }
      let ticket = Ticket()
      var trap: Int { [1, 2][5] }
      let plain = 12
      ```

      """)
    let window = try await window(course, until: "odd")
    try await look(window, "vars")
    #expect(try await window.sees("cannot be shown"))
    let table = try await window.settled().components(separatedBy: ":vars").last ?? ""
    #expect(table.contains("ticket"))
    #expect(table.contains("trap"))
    #expect(table.contains("plain") && table.contains("12"))
  }

  @Test("a variable that is called as one of our words is looked at")
  func wordsAsNames() async throws {
    let course = try TemporaryCourse("```swift id=names\nlet keys = [\"one\", \"two\"]\nlet q = 5\n```\n")
    let window = try await window(course, until: "names")
    try await look(window, "keys")
    #expect(try await window.sees("[String] = [\"one\", \"two\"]"))
    try await look(window, "q")
    #expect(try await window.sees("? keys"))
    try await look(window, "quit")
    #expect(try await window.status() == 0)
  }

  @Test("a map is found by the name that only it has, and a row of it by its label")
  func zoom() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try await window(course)
    try await look(window, "zoom looks cat")
    #expect(try await window.sees("75"))
    try await look(window, "zoom looks dog")
    #expect(try await window.sees("looks has no row \"dog\""))
    try await look(window, "zoom weight")
    #expect(try await window.sees("The nearest is \"weights\""))
  }

  @Test("text is found in prose, code and outputs; n goes on")
  func search() async throws {
    let course = try TemporaryCourse(RunLesson.text)
    let window = try await window(course)
    try window.type("/two is")
    try window.press("Enter")
    #expect(try await window.sees("1 of 2: step b, its code"))
    try window.type("n")
    #expect(try await window.sees("2 of 2: step b, its output"))
    try window.type("/nowhere at all")
    try window.press("Enter")
    #expect(try await window.sees("\"nowhere at all\" is nowhere"))
  }

  @Test("prose that is broken over two lines is found")
  func searchOverLines() async throws {
    let words = (0..<12).map { "word\($0)" }.joined(separator: " ")
    let course = try TemporaryCourse("# Lines\n\n\(words) gather here\n\n```swift id=a\nlet n = 1\n```\n")
    let window = try RunLesson.window(course, columns: 60)
    #expect(try await window.sees("? keys"))
    for pair in ["word6 word7", "word7 word8", "word8 word9"] {
      try window.type("/" + pair)
      try window.press("Enter")
      #expect(try await window.sees("n next hit"))
      try window.press("Escape")
      #expect(try await window.seesNoLonger("n next hit"))
    }
  }
}
