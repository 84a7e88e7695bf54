// `lectern watch` of a lesson in a real terminal: saves as editors make them, keys, and what goes wrong meanwhile.
import Foundation
import Testing

struct WatchScreenTests {
  private static let first = "```swift id=a\nlet a = 1\n```\n\nThe first is {{a.a}}.\n\n"
  private static let second = "```swift id=b\nlet b = a + 1\nprint(\"b is\", b)\n```\n\nStill {{a.a}}, and {{b.b}}.\n"
  /// Its time is long: while other tests keep all threads busy, this one may not look for a minute.
  private static let endless =
    "```swift id=b timeout=900\nimport Glibc\nprint(\"begun\")\nwhile true { usleep(10_000) }\n```\n\n"
  private static let times = #"\d\d:\d\d:\d\d|\d+\.\d s"#

  /// How editors save.
  enum Saving: String, CaseIterable {
    case inPlace = "cat \"$2\" > \"$1\""
    case renaming = "cp \"$2\" \"$1.new\" && mv \"$1.new\" \"$1\""
    case backup = "mv \"$1\" \"$1~\" && cp \"$2\" \"$1\""
    case removing = "rm \"$1\" && cp \"$2\" \"$1\""

    func save(_ text: String, to path: String) throws {
      let source = path + ".text"
      try Data(text.utf8).write(to: URL(fileURLWithPath: source))
      let process = try Process.run(
        URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", rawValue, "sh", path, source])
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
  }

  @Test(arguments: Saving.allCases)
  func `a save runs the lesson again from the first changed step, however the editor saves`(
    _ saving: Saving
  ) async throws {
    let course = try TemporaryCourse("# Saves\n\n" + Self.first + Self.second)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("b is 2"))
    #expect(try await window.sees("? keys"))
    try saving.save(
      "# Saves\n\n" + Self.first + Self.second.replacing("a + 1", with: "a + 41"), to: course.path)
    #expect(try await window.sees("b is 42"))
    let screen = try await window.settled()
    #expect(screen.components(separatedBy: "let a = 1").count == 2, "step a did not run again: \(screen)")
    if saving == .inPlace {
      try ScreenSnapshots.expect(screen, named: "watch lesson, 80 columns.txt", changing: [Self.times])
    }
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test func `a save ends a step that is running, and begins again at the change`() async throws {
    let course = try TemporaryCourse(Self.first + Self.endless)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("  begun"))
    try course.write(Self.first + Self.second)
    #expect(try await window.sees("b is 2"))
    let screen = try await window.settled()
    #expect(screen.contains("(stopped)") && screen.contains("step b changed"), "\(screen)")
    #expect(screen.components(separatedBy: "let a = 1").count == 2, "step a did not run again: \(screen)")
  }

  @Test func `a change below the running step waits for its end, and is run then`() async throws {
    let waiting = """
      ```swift id=w timeout=900
      import Foundation
      print("begun")
      while !FileManager.default.fileExists(atPath: "go") { usleep(10_000) }
      ```


      """
    let course = try TemporaryCourse(Self.first + waiting + Self.second)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("  begun"))
    try course.write(Self.first + waiting + Self.second.replacing("a + 1", with: "a + 41"))
    // The list is drawn behind the save only if the save is looked at first, so the step must outlive several looks.
    try window.type("l")
    #expect(try await window.sees("not run yet"))
    try await Task.sleep(for: .milliseconds(400))
    try Data().write(to: URL(fileURLWithPath: course.root + "/go"))
    #expect(try await window.sees("b is 42"))
    let screen = try await window.settled()
    #expect(!screen.contains("(stopped)") && !screen.contains("b is 2"), "\(screen)")
    #expect(screen.components(separatedBy: "begun\"").count == 2, "the step ran once: \(screen)")
  }

  @Test func `ten saves a second end with what was saved last`() async throws {
    let course = try TemporaryCourse(Self.first + Self.second)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("b is 2"))
    for number in 1...30 {
      try Saving.renaming.save(
        Self.first + Self.second.replacing("a + 1", with: "a + \(1000 + number)"), to: course.path)
      try await Task.sleep(for: .milliseconds(100))
    }
    #expect(try await window.sees("b is 1031"))
    #expect(try await window.sees("? keys"))
    try window.type("l")
    #expect(try await window.sees("  2  b  ok"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test func `a lesson that cannot be read is told with its place, and the watch goes on`() async throws {
    let twice = Self.first + Self.second.replacing("id=b", with: "id=a")
    let course = try TemporaryCourse(twice)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("\(course.lesson):7: the step on line 1 has the id \"a\" already"))
    try course.write(Self.first + Self.second)
    #expect(try await window.sees("b is 2"))
    try course.write("---\ntitle: [\n---\n" + Self.first + Self.second)
    #expect(try await window.sees("the front matter is not YAML"))
    try FileManager.default.removeItem(atPath: course.path)
    #expect(try await window.sees("is gone; waiting until it is back"))
    try course.write(Self.first + Self.second.replacing("a + 1", with: "a + 41"))
    #expect(try await window.sees("b is 42"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test func `an included file is watched too`() async throws {
    let course = try TemporaryCourse("```swift id=x include=code.swift#part\n```\n")
    let code = "\(course.root)/Lessons/01-first/code.swift"
    let write = { (number: Int) in
      try Data("// region: part\nprint(\"it is\", \(number))\n// end: part\n".utf8).write(
        to: URL(fileURLWithPath: code))
    }
    try write(1)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("it is 1"))
    try write(2)
    #expect(try await window.sees("it is 2"))
    try FileManager.default.removeItem(atPath: code)
    #expect(try await window.sees("code.swift is gone"))
    try write(3)
    #expect(try await window.sees("it is 3"))
  }

  @Test func `keys run again, list the steps, go on to the next lesson, and explain themselves`() async throws {
    let course = try TemporaryCourse("# Keys\n\n" + Self.first + Self.second)
    try Data("# Another\n\n```swift id=z\nprint(\"another\", 7)\n```\n".utf8)
      .write(to: URL(fileURLWithPath: course.root + "/Lessons/01-first/02-next.md"))
    let window = try TerminalWindow(["watch", "1.1"], in: course.root, columns: 60, rows: 40)
    #expect(try await window.sees("? keys"))
    try window.press("Enter")
    #expect(try await window.sees("· again"))
    #expect(try await window.sees("? keys"))
    try window.type("l?")
    #expect(try await window.sees("A save runs the lesson again"))
    try ScreenSnapshots.expect(
      try await window.settled(), named: "watch lesson keys, 60 columns.txt", changing: [Self.times])
    try window.type("n")
    #expect(try await window.sees("another 7"))
    try window.type("n")
    #expect(try await window.sees("This is the course's last lesson."))
    try window.press("C-c")
    #expect(try await window.status() == 130)
  }

  @Test func `a watch without a name takes the lesson that is next`() async throws {
    let course = try TemporaryCourse(Self.first)
    let window = try TerminalWindow(["watch"], in: course.root)
    #expect(try await window.sees("your next lesson: 1.1"))
    #expect(try await window.sees("? keys"))
    try window.type("q")
    #expect(try await window.status() == 0)
  }

  @Test func `a closed terminal ends the watch and its step`() async throws {
    let course = try TemporaryCourse(Self.endless)
    let window = try TerminalWindow(["watch", course.lesson], in: course.root, rows: 44)
    #expect(try await window.sees("  begun"))
    try window.close()
    let root = course.root
    #expect(
      try await LifetimeTests.eventually { LecternProcess.processes(in: root).isEmpty },
      "still there: \(LecternProcess.commands(in: root))")
  }
}
