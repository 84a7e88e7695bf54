// `lectern present` in real terminals: slides, live steps, rehearsed outputs, notes.
import Foundation
import Testing

struct PresentScreenTests {
  private static let lesson = """
    ---
    title: Counting
    summary: From one to two.
    minutes: 5
    objectives: [add one]
    ---

    # Counting

    <!-- notes: Say **hello** first. -->

    Opening words.

    ```swift id=one title="The first number"
    var n = 1
    print("n is", n)
    ```

    ## One more

    <!-- notes: Ask what comes next. -->

    Adding changes the number.

    ```swift id=two title="The second number" reveal
    n += 1
    print("n is", n)
    ```

    It is {{two.n}} now.

    ## The end

    Thank you.
    """

  /// A step that runs its course, waits or fails as the files in the course's folder say.
  private static let trial = """
    # Trial

    ```swift id=above
    import Foundation
    var n = 1
    ```

    ```swift id=trial timeout=600
    let runs = FileManager.default.contents(atPath: "runs") ?? Data()
    try (runs + Data("x".utf8)).write(to: URL(fileURLWithPath: "runs"))
    while FileManager.default.fileExists(atPath: "slow") { usleep(10_000) }
    if FileManager.default.fileExists(atPath: "broken") { throw CocoaError(.fileNoSuchFile) }
    n += 1
    print("n is", n)
    ```

    ## Another slide

    Words.
    """

  /// A presentation with a cache and data of its own, so that it remembers nothing.
  private func present(
    _ course: borrowing TemporaryCourse, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    colors: TerminalWindow.Colors = .twoHundredFiftySix, environment: [String: String] = [:]
  ) throws -> TerminalWindow {
    try TerminalWindow(
      ["present", course.path] + arguments, in: course.root, columns: columns, rows: rows, colors: colors,
      environment: Self.environment(course).merging(environment) { $1 })
  }

  private static func environment(_ course: borrowing TemporaryCourse) -> [String: String] {
    ["LECTERN_CACHE": course.root + "/cache", "LECTERN_DATA": course.root + "/data", "XDG_RUNTIME_DIR": course.root]
  }

  private func rehearse(_ course: borrowing TemporaryCourse) async throws -> LecternResult {
    try await LecternProcess.run(
      ["present", course.path, "--rehearse"], in: course.root, environment: Self.environment(course))
  }

  private func make(_ file: String, in course: borrowing TemporaryCourse) throws {
    try Data().write(to: URL(fileURLWithPath: "\(course.root)/\(file)"))
  }

  private func remove(_ file: String, in course: borrowing TemporaryCourse) throws {
    try FileManager.default.removeItem(atPath: "\(course.root)/\(file)")
  }

  private func runs(_ course: borrowing TemporaryCourse) -> Int {
    FileManager.default.contents(atPath: course.root + "/runs")?.count ?? 0
  }

  private static let times = [" +step [a-z]+ ran in [0-9.]+ m?s"]

  // MARK: Slides

  @Test(
    "slides come build by build, and a step runs when its output is next",
    arguments: [(80, 24, ""), (120, 40, ""), (80, 24, "1")])
  func builds(_ columns: Int, _ rows: Int, _ noColor: String) async throws {
    let course = try TemporaryCourse(Self.lesson)
    let window = try present(
      course, columns: columns, rows: rows, colors: .sixteen, environment: ["NO_COLOR": noColor])
    let look = "\(columns) columns" + (noColor.isEmpty ? "" : ", no colours")
    func expect(_ name: String) async throws {
      try ScreenSnapshots.expect(
        try await window.settled(withColors: true), named: "present \(name), \(look).txt", changing: Self.times)
    }
    #expect(try await window.sees("add one"))
    try await expect("title")
    try window.press("Space")
    #expect(try await window.sees("Opening words."))
    try window.press("Right")
    #expect(try await window.sees("var n = 1"))
    #expect(try !window.screen().contains("n is 1"))
    try window.press("PageDown")
    #expect(try await window.sees("step one ran in"))
    try await expect("output")
    try window.press("Enter", "Space")
    #expect(try await window.sees("n += 1"))
    #expect(try !window.screen().contains("print("), "a revealed step comes line by line")
    try window.press("Space", "Space", "Space")
    #expect(try await window.sees("It is 2 now."))
    try await expect("reveal")
    try window.type("q")
    #expect(try await window.status() == 0)
    #expect(try window.screen().contains("presented 3 slides"))
  }

  @Test("a window of another size shows the slide as if it had always been that large")
  func resizing() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let window = try present(course)
    #expect(try await window.sees("add one"))
    try window.press("Space", "Space", "Space")
    #expect(try await window.sees("step one ran in"))
    let before = try await window.settled()
    try window.resize(columns: 44, rows: 12)
    #expect(try await window.sees("▲"))
    let small = try await window.settled()
    #expect(small.contains("n is 1") && small.split(separator: "\n", omittingEmptySubsequences: false).count <= 13)
    try window.resize(columns: 80, rows: 24)
    #expect(try await window.seesNoLonger("▲"))
    #expect(try await window.settled() == before)
  }

  @Test("b is black until any key, g goes to a slide by its heading, Home to the first, ? shows the keys")
  func keys() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let window = try present(course)
    #expect(try await window.sees("slide 1 of 3"))
    try window.type("b")
    #expect(try await window.seesNoLonger("Counting"))
    try window.press("Space")
    #expect(try await window.sees("From one to two."))
    #expect(try !window.screen().contains("Opening words."), "the key that ends the black goes no further")
    try window.type("gend")
    #expect(try await window.sees("Go to end_"))
    try window.press("Enter")
    #expect(try await window.sees("Thank you."))
    try window.type("g2")
    try window.press("Enter")
    #expect(try await window.sees("slide 2 of 3"))
    try window.press("Home")
    #expect(try await window.sees("slide 1 of 3"))
    try window.type("?")
    #expect(try await window.sees("go on; runs the step"))
    try window.press("Escape")
    #expect(try await window.seesNoLonger("go on; runs the step"))
    try window.type("t")
    #expect(try await window.sees("of 5 min"))
  }

  // MARK: Steps

  /// Presents `trial` and goes on until its step runs.
  private func presentTrial(
    _ course: borrowing TemporaryCourse, _ arguments: [String] = []
  ) async throws -> TerminalWindow {
    let window = try present(course, arguments)
    #expect(try await window.sees("slide 1 of 2"))
    try window.press("Space", "Space", "Space", "Space")
    return window
  }

  @Test("e edits the step on the slide and runs it from the state above; o puts it back; the file stays as it is")
  func liveEdit() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let window = try present(course)
    #expect(try await window.sees("slide 1 of 3"))
    try window.press("Space", "Space", "Space")
    #expect(try await window.sees("n is 1"))
    try window.type("e")
    #expect(try await window.sees("Ctrl-S run"))
    try window.press("End")
    try window.type("0")
    try window.press("C-s")
    #expect(try await window.sees("n is 10"))
    #expect(try await window.sees("edited here"))
    try window.press("Space", "Space", "Space", "Space", "Space")
    #expect(try await window.sees("n is 11"), "what stands below runs from the edited state")
    try window.press("Home", "Space", "Space", "Space")
    #expect(try await window.sees("edited here"))
    try window.type("o")
    #expect(try await window.seesNoLonger("edited here"))
    #expect(try String(contentsOfFile: course.path, encoding: .utf8) == Self.lesson)
  }

  @Test("going back and on again runs nothing, r runs the step again from the state above it")
  func backAndAgain() async throws {
    let course = try TemporaryCourse(Self.trial)
    let window = try await presentTrial(course)
    #expect(try await window.sees("n is 2"))
    try window.press("Space")
    #expect(try await window.sees("Words."))
    try window.press("Left", "Left", "Left")
    #expect(try await window.seesNoLonger("n is 2"))
    try window.press("Space", "Space")
    #expect(try await window.sees("n is 2"))
    #expect(runs(course) == 1)
    try window.type("r")
    for _ in 0..<600 where runs(course) < 2 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(runs(course) == 2)
    #expect(try await window.sees("n is 2"), "the state above is as it was")
  }

  @Test("keys work while a step runs; Ctrl-C ends it, what stands above lives on; q asks first")
  func whileRunning() async throws {
    let course = try TemporaryCourse(Self.trial)
    try make("slow", in: course)
    let window = try await presentTrial(course)
    #expect(try await window.sees("step trial is running"))
    try window.press("Space")
    #expect(try await window.sees("Words."))
    try window.type("q")
    #expect(try await window.sees("q again ends"))
    try window.press("Left")
    for _ in 0..<600 where runs(course) < 1 { try await Task.sleep(for: .milliseconds(50)) }
    try window.press("C-c")
    #expect(try await window.sees("step \"trial\" was ended"))
    try remove("slow", in: course)
    try window.type("r")
    #expect(try await window.sees("n is 2"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test(
    "a step that fails shows its rehearsed output and says so; l shows the live one; without a rehearsal, the failure")
  func failing() async throws {
    let course = try TemporaryCourse(Self.trial)
    try make("broken", in: course)
    let unrehearsed = try await presentTrial(course)
    #expect(try await unrehearsed.sees("─ failed ─"))
    #expect(try unrehearsed.screen().contains("threw an error"))
    try unrehearsed.type("l")
    #expect(try await unrehearsed.sees("this step has no rehearsed output"))

    try remove("broken", in: course)
    let rehearsal = try await rehearse(course)
    #expect(rehearsal.status == 0 && rehearsal.output.contains("kept the output of all 2 steps"), "\(rehearsal)")
    try make("broken", in: course)
    let window = try await presentTrial(course)
    #expect(try await window.sees("─ rehearsed output ─"))
    #expect(try await window.sees("rehearsed today at"))
    #expect(try window.screen().contains("the live run failed") && window.screen().contains("n is 2"))
    try window.type("l")
    #expect(try await window.sees("─ failed ─"))
    try window.type("l")
    #expect(try await window.sees("─ rehearsed output ─"))
  }

  @Test("a step that takes too long shows its rehearsed output until l asks for the live one")
  func slow() async throws {
    let course = try TemporaryCourse(Self.trial)
    #expect(try await rehearse(course).status == 0)
    try make("slow", in: course)
    let window = try await presentTrial(course, ["--patience", "0"])
    #expect(try await window.sees("the live run is still going"))
    #expect(try window.screen().contains("n is 2"))
    try remove("slow", in: course)
    #expect(try await window.sees("the live run ended after"))
    try window.type("l")
    #expect(try await window.sees("─ output ─"))
  }

  @Test("a rehearsal in which a step fails says so, and what it kept")
  func failedRehearsal() async throws {
    let course = try TemporaryCourse(Self.trial)
    try make("broken", in: course)
    let result = try await rehearse(course)
    #expect(result.status == 1)
    #expect(result.output.contains("step \"trial\" threw an error"), "\(result)")
    #expect(result.output.contains("kept the output of 1 of 2 steps"))
  }

  @Test("numbers that are not finite are rehearsed too")
  func infinite() async throws {
    let course = try TemporaryCourse("# Mask\n\n```swift\nlet mask = Tensor.causalMask(2)\n```\n")
    #expect(try await rehearse(course).output.contains("kept the output of the one step"))
    let window = try present(course, ["--rehearsed"], environment: ["PATH": "/usr/bin:/bin"])
    #expect(try await window.sees("slide 1 of 1"))
    try window.press("Space", "Space")
    #expect(try await window.sees("rehearsed today at"))
    #expect(try window.screen().contains("−inf"))
  }

  @Test("without a compiler rehearsed outputs are shown, and nothing runs; a changed step has none")
  func withoutCompiler() async throws {
    let course = try TemporaryCourse(Self.trial)
    #expect(try await rehearse(course).status == 0)
    let none = ["PATH": "/usr/bin:/bin"]
    let live = try present(course, environment: none)
    #expect(try await live.status() == 3)
    #expect(try live.screen().replacing("\n", with: "").contains("--rehearsed"))
    let window = try present(course, ["--rehearsed"], environment: none)
    #expect(try await window.sees("slide 1 of 2"))
    try window.press("Space", "Space", "Space", "Space")
    #expect(try await window.sees("n is 2"))
    #expect(try window.screen().contains("nothing runs here") && runs(course) == 1)
    try course.write(Self.trial.replacing("n += 1", with: "n += 2"))
    let changed = try present(course, ["--rehearsed"], environment: none)
    #expect(try await changed.sees("slide 1 of 2"))
    try changed.press("Space", "Space", "Space", "Space")
    #expect(try await changed.sees("has not been rehearsed"))
  }

  // MARK: Notes

  @Test("notes wait for a presentation, follow it, press its keys, and say when it was killed")
  func notes() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let notes = try present(course, ["--notes"], columns: 60, rows: 15)
    #expect(try await notes.sees("No presentation of this lesson runs yet."))
    let slides = try present(course)
    #expect(try await notes.sees("Say hello first."))
    #expect(try await notes.sees("next  Opening words."))
    try slides.press("Space")
    #expect(try await notes.sees("next  var n = 1"))
    try notes.press("Space", "Space")
    #expect(try await slides.sees("n is 1"))
    #expect(try await notes.sees("step one ran in"))
    try ScreenSnapshots.expect(
      try await notes.settled(), named: "present notes, 60 columns.txt",
      changing: ["[0-9]+:[0-9]+ of 5 min(, [0-9]+ over)?"] + Self.times + ["[0-9]{2}:[0-9]{2}"])
    try notes.press("Space")
    #expect(try await notes.sees("Ask what comes next."))
    try notes.press("Left")
    #expect(try await slides.sees("slide 1 of 3"))
    try notes.type("b")
    #expect(try await slides.seesNoLonger("Counting"))
    #expect(try await notes.sees("the screen is black"))
    #expect(try !slides.history().contains("hello"), "notes are never on the slides")
    kill(try #require(try presenters(course).first), SIGKILL)
    #expect(try await notes.sees("The presentation has ended."))
    let again = try present(course)
    #expect(try await notes.sees("Say hello first."))
    #expect(try presenters(course).count == 1, "what the killed one left is gone")
    try again.type("q")
    #expect(try await notes.sees("The presentation has ended."))
    try notes.type("q")
    #expect(try await notes.status() == 0)
  }

  @Test("of two presentations the second says that the first runs, and notes follow it until it ends")
  func twoAtOnce() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let notes = try present(course, ["--notes"])
    let first = try present(course)
    #expect(try await notes.sees("next  Opening words."))
    let second = try present(course)
    #expect(try await second.sees("also presented by process"))
    try second.press("Space", "End")
    #expect(try await notes.sees("3 of 3"))
    try first.press("Space")
    #expect(try await first.sees("Opening words."))
    #expect(try notes.screen().contains("3 of 3"))
    try second.type("q")
    #expect(try await second.status() == 0)
    try first.press("Space")
    #expect(try await notes.sees("1 of 3"))
  }

  @Test("a terminal that goes away ends the presentation and what runs for it")
  func lostTerminal() async throws {
    let course = try TemporaryCourse(Self.trial)
    try make("slow", in: course)
    let window = try await presentTrial(course)
    #expect(try await window.sees("step trial is running"))
    for _ in 0..<600 where runs(course) < 1 { try await Task.sleep(for: .milliseconds(50)) }
    #expect(LecternProcess.processes(in: course.root).count > 2)
    try window.close()
    for _ in 0..<600 where !LecternProcess.processes(in: course.root).isEmpty {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(LecternProcess.processes(in: course.root) == [])
    #expect(try presenters(course) == [])
  }

  /// The processes that listen for the keys of notes.
  private func presenters(_ course: borrowing TemporaryCourse) throws -> [pid_t] {
    try FileManager.default.contentsOfDirectory(atPath: course.root + "/lectern").compactMap { name in
      name.hasSuffix(".keys") ? name.dropLast(5).split(separator: "-").last.flatMap { pid_t($0) } : nil
    }
  }

  // MARK: Elsewhere than in a terminal

  @Test("without a terminal, or for a screen reader, present says what to use instead")
  func instead() async throws {
    let course = try TemporaryCourse(Self.lesson)
    let piped = try await LecternProcess.run(["present", course.lesson], in: course.root)
    #expect(piped.status == 2 && piped.errors.contains("lectern run") && piped.errors.contains("lectern export"))
    let plain = try await LecternProcess.run(["present", course.lesson, "--plain"], in: course.root)
    #expect(plain.status == 2 && plain.errors.contains("lectern run \(course.lesson) --plain"))
    let both = try await LecternProcess.run(["present", course.lesson, "--notes", "--rehearse"], in: course.root)
    #expect(both.status == 2)
  }
}
