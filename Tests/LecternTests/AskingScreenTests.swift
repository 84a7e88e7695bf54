// Questions and guesses in a real terminal.
import Foundation
import Testing

struct AskingScreenTests {
  private static let quiz = """
    ```quiz
    In an attention map, what does one row of `weights` show?

    - [x] How one position divides its attention among all positions.
      The softmax goes along the row: the row belongs to the query, and adds up to 1.
    - [ ] How much one position is attended to by all the others.
      That is a column; columns need not add up to 1.
    - [ ] The value vector of one position.
      Values are mixed by the weights; they do not appear in the map.
    ```

    """

  private static let several = """
    ```quiz
    Which of these keep a word from seeing later words?

    - [x] The causal mask.
      It sets their scores to minus infinity.
    - [ ] Dropout.
      It leaves out numbers at random.
    - [x] Cutting the text before the word.
      What is not there cannot be seen.
    ```

    """

  /// One step, and questions behind it.
  private func course(_ rest: String) throws -> TemporaryCourse {
    try TemporaryCourse("# Asking\n\n```swift id=a\nlet n = 1\n```\n\n" + rest)
  }

  /// A window in which the step has run.
  private func window(
    _ course: borrowing TemporaryCourse, columns: Int = 80, _ arguments: [String] = [],
    environment: [String: String] = [:]
  ) async throws -> TerminalWindow {
    let window = try TerminalWindow(
      ["run", course.lesson] + arguments, in: course.root, columns: columns, rows: 40, environment: environment)
    #expect(try await window.sees("let n = 1"))
    try window.press("Enter")
    return window
  }

  /// What the window shows from the question on.
  private func question(_ window: TerminalWindow, withColors: Bool = false) async throws -> String {
    let screen = try await window.settled(withColors: withColors)
    let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.drop { !$0.contains("Question") }.joined(separator: "\n")
  }

  @Test(
    "a wrong letter shows its reason, and another may be tried",
    arguments: [(80, ["--color", "never"]), (60, ["--color", "never"]), (80, ["--ascii"])])
  func wrongThenRight(_ columns: Int, _ arguments: [String]) async throws {
    let course = try course(Self.quiz)
    let window = try await window(course, columns: columns, arguments)
    let name = "\(columns) columns\(arguments == ["--ascii"] ? ", ASCII" : "").txt"
    #expect(try await window.sees("a to c: your answer"))
    try window.type("b")
    #expect(try await window.sees("a to c: try again"))
    try ScreenSnapshots.expect(try await question(window), named: "quiz wrong, \(name)")
    #expect(try !window.screen().contains("Values are mixed"), "only chosen reasons are shown")
    try window.type("A")
    #expect(try await window.sees("Enter reads the other reasons"))
    try window.press("Enter")
    #expect(try await window.sees("c) wrong: Values are mixed"))
  }

  @Test("colours mark what is right and wrong")
  func colors() async throws {
    let course = try course(Self.quiz)
    let window = try await window(course)
    #expect(try await window.sees("a to c: your answer"))
    try window.type("c")
    #expect(try await window.sees("a to c: try again"))
    try window.type("a")
    #expect(try await window.sees("Enter reads the other reasons"))
    try ScreenSnapshots.expect(try await question(window, withColors: true), named: "quiz right, 256 colours.txt")
  }

  @Test("s shows the answer after a wrong letter, and not before")
  func answer() async throws {
    let course = try course(Self.quiz)
    let window = try await window(course)
    #expect(try await window.sees("a to c: your answer"))
    try window.type("s")
    try window.type("b")
    #expect(try await window.sees("a to c: try again"))
    #expect(try !window.screen().contains("The softmax goes"))
    try window.type("s")
    #expect(try await window.sees("a) right: The softmax goes"))
  }

  @Test("several right choices are answered together, and how many they are is not told")
  func severalRight() async throws {
    let course = try course(Self.several)
    let window = try await window(course, ["--color", "never"])
    #expect(try await window.sees("All that hold (a to c):"))
    try window.type("a")
    try window.press("Enter")
    #expect(try await window.sees("Right so far; there are more."))
    try window.type("d")
    try window.press("Enter")
    #expect(try await window.sees("d is not a choice; they are a to c."))
    try window.type("C, a")
    try window.press("Enter")
    #expect(try await window.sees("c) right: What is not there cannot be seen."))
    #expect(try await window.sees("Enter reads the other reasons"))
    try ScreenSnapshots.expect(try await question(window), named: "quiz of several, 80 columns.txt")
  }

  @Test("a question that was answered right is not asked again")
  func known() async throws {
    let course = try course(Self.quiz)
    let data = course.root + "/data"
    let first = try await window(course, environment: ["LECTERN_DATA": data])
    #expect(try await first.sees("a to c: your answer"))
    try first.type("b")
    #expect(try await first.sees("a to c: try again"))
    try first.type("a")
    #expect(try await first.sees("Enter reads the other reasons"))
    try first.close()
    let second = try await window(course, environment: ["LECTERN_DATA": data])
    #expect(try await second.sees("You have answered this right, at attempt 2."))
    #expect(try !second.screen().contains("your answer"))
  }

  @Test("the question's keys stay in sight when the window gets narrow")
  func resize() async throws {
    let course = try course(Self.quiz)
    let window = try await window(course)
    #expect(try await window.sees("a to c: your answer · Enter skips it"))
    try window.resize(columns: 30, rows: 40)
    #expect(try await window.seesNoLonger("Enter skips it"))
    #expect(try await window.sees("a to c: your answer"))
    try window.resize(columns: 80, rows: 40)
    #expect(try await window.sees("a to c: your answer · Enter skips it"))
  }

  @Test("Ctrl-C at a question leaves")
  func interrupt() async throws {
    let course = try course(Self.quiz)
    let window = try await window(course)
    #expect(try await window.sees("a to c: your answer"))
    try window.press("C-c")
    #expect(try await window.status() == 130)
  }

  // MARK: Guesses

  @Test("a guess stays on the screen, and stands beside what came out")
  func guess() async throws {
    let course = try TemporaryCourse("```swift id=a predict\nlet n = 1.0 / 3\n```\n")
    let window = try await window(course)
    #expect(try await window.sees("Your guess, before it runs"))
    try window.type("0.35")
    try window.press("Enter")
    #expect(try await window.sees("Your guess: 0.35"))
    #expect(try await window.sees("≈ You said 0.35, 5.0 % too high · it is 0.3333333333333333"))
  }

  @Test("choices are answered by letter")
  func choices() async throws {
    let course = try TemporaryCourse(
      "```swift id=a predict=\"goes|leaves|waits\"\nlet n = 1\nprint(\"goes\")\n```\n")
    let window = try await window(course)
    #expect(try await window.sees("b) leaves"))
    try window.type("b")
    #expect(try await window.sees("Your guess: leaves"))
    #expect(try await window.sees("≠ You said leaves · it is goes"))
  }

  @Test("what the output does not decide, the reader does")
  func undecided() async throws {
    let course = try TemporaryCourse("```swift id=a predict\nlet n = 1\nprint([0.0, 3.0, 1.0])\n```\n")
    let window = try await window(course)
    #expect(try await window.sees("Your guess, before it runs"))
    try window.type("the second")
    try window.press("Enter")
    #expect(try await window.sees("? You said the second · it shows [0.0, 3.0, 1.0]"))
    #expect(try await window.sees("Was your guess right?"))
    try window.type("y")
    #expect(try await window.seesNoLonger("Was your guess right?"))
  }

  @Test("Enter alone shows the output without a guess")
  func noGuess() async throws {
    let course = try TemporaryCourse("```swift id=a predict\nlet n = 1\n```\n")
    let window = try await window(course)
    #expect(try await window.sees("Your guess, before it runs"))
    try window.press("Enter")
    #expect(try await window.sees("n: Int = 1"))
    #expect(try !window.screen().contains("You said"))
  }

  @Test("a straight run asks nothing")
  func straight() async throws {
    let course = try TemporaryCourse("```swift id=a predict=\"1|2\"\nlet n = 1\n```\n\n" + Self.quiz)
    let window = try TerminalWindow(["run", course.lesson, "--all"], in: course.root, rows: 40)
    #expect(try await window.status() == 0)
    let text = try window.history()
    #expect(text.contains("Question") && !text.contains("Your guess") && !text.contains("your answer"))
  }

  @Test("in words nothing is redrawn: what keys do is a sentence of its own")
  func plain() async throws {
    let course = try course(Self.quiz)
    let window = try await window(course, ["--plain"])
    #expect(try await window.sees("a to c: your answer. Enter: skips it."))
    try window.type("b")
    #expect(try await window.sees("b is wrong. That is a column; columns need not add up to 1."))
    #expect(try window.screen().contains("a to c: your answer. Enter: skips it."))
  }
}
