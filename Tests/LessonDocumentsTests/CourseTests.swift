// Courses on disk: which lessons there are, which one is meant, and where a new one goes (LESSON_FORMAT rule 1).
import Foundation
import Testing

@testable import LessonDocuments

struct CourseTests {
  static let files = [
    "Lessons/02-architecture/06-attention.md": "# Attention: *queries*\n",
    "Lessons/02-architecture/10-transfer.md": "---\ntitle: Transfer\n---\n",
    "Lessons/02-architecture/07-positions.md": "no heading\n", "Lessons/01-language-models/01-first.md": "# First\n",
    "Lessons/10-last/01-attention.md": "# Attention again\n", "Lessons/10-last/data.txt": "x",
    "Lessons/10-last/README.md": "# No lesson\n",
    "Lessons/10-last/.hidden.md": "# No lesson\n", "Lessons/empty/x.txt": "x",
  ]

  @Test("lessons are listed by number, with slug, title, path and chapter")
  func list() throws {
    let course = try TemporaryCourse(Self.files)
    let found = try Course.containing(course.root)
    #expect(found.lessons.map(\.number) == ["1.1", "2.6", "2.7", "2.10", "10.1"])
    #expect(found.lessons.map(\.slug) == ["first", "attention", "positions", "transfer", "attention"])
    #expect(
      found.lessons.map(\.title) == ["First", "Attention: queries", "07-positions", "Transfer", "Attention again"])
    #expect(found.lessons[1].path == "Lessons/02-architecture/06-attention.md")
    #expect(found.lessons[1].absolutePath == found.root + "/Lessons/02-architecture/06-attention.md")
    #expect(
      found.lessons.map(\.chapter) == ["Language models", "Architecture", "Architecture", "Architecture", "Last"])
    #expect(found.warnings.isEmpty)
  }

  @Test("the course is the nearest folder upward that holds Lessons")
  func root() throws {
    let course = try TemporaryCourse([
      "Lessons/01-a/01-b.md": "", "Lessons/01-a/deep/Lessons/01-c/01-d.md": "", "other/x.txt": "",
    ])
    #expect(try Course.containing(course.root + "/other").root == course.root)
    #expect(try Course.containing(course.root + "/Lessons/01-a/01-b.md").root == course.root)
    #expect(try Course.containing(course.root + "/other/../Lessons").root == course.root)
    #expect(try Course.containing(course.root + "/Lessons/01-a/deep").root == course.root + "/Lessons/01-a/deep")
    #expect(throws: CourseError.noCourse(path: "/proc")) { try Course.containing("/proc") }
    #expect("\(CourseError.noCourse(path: "/proc"))".contains("Lessons"))
  }

  @Test("what is odd about the files is a warning; the lessons are listed all the same")
  func warnings() throws {
    let course = try TemporaryCourse([
      "Lessons/01-a/01-b.md": "", "Lessons/01-a/01-c.md": "", "Lessons/01-a/plain.md": "", "Lessons/misc/01-d.md": "",
      "Lessons/03-alone.md": "",
      "Lessons/01-a/02-bad.md": "---\ntitle: [\n---\n",
    ])
    let found = try Course.containing(course.root)
    #expect(found.lessons.map(\.number) == ["1.1", "1.1", "1.2", nil, "3", nil])
    #expect(found.lessons.map(\.slug) == ["b", "c", "bad", "plain", "alone", "d"])
    #expect(found.lessons[2].title == "Bad")
    #expect(found.lessons.map(\.chapter) == ["A", "A", "A", "A", nil, "Misc"])
    #expect(
      found.warnings.map(\.description) == [
        "Lessons/01-a/plain.md: this lesson has no number; name it 01-plain.md",
        "Lessons/misc: this chapter has no number; name it 01-misc",
        "Lessons/01-a/01-c.md: Lessons/01-a/01-b.md has the number 1.1 too",
      ])
  }

  @Test(
    "a lesson is found by number, slug or path",
    arguments: [
      ("2.6", "2.6"), ("02.06", "2.6"), ("2.10", "2.10"), ("positions", "2.7"), ("Positions", "2.7"),
      ("architecture/attention", "2.6"),
      ("last/attention", "10.1"), ("Lessons/10-last/01-attention.md", "10.1"), ("10-last/01-attention.md", "10.1"),
      ("./Lessons/../Lessons/10-last/01-attention", "10.1"), ("ROOT/Lessons/01-language-models/01-first.md", "1.1"),
    ])
  func finding(_ name: String, _ number: String) throws {
    let course = try TemporaryCourse(Self.files)
    let found = try Course.containing(course.root).lesson(named: name.replacing("ROOT", with: course.root))
    #expect(found.number == number)
  }

  @Test("a slug of two lessons is an error that lists both")
  func ambiguous() throws {
    let course = try TemporaryCourse(Self.files)
    let found = try Course.containing(course.root)
    let error = #expect(throws: CourseError.self) { try found.lesson(named: "attention") }
    #expect(error == .ambiguous(name: "attention", candidates: [found.lessons[1], found.lessons[4]]))
    let message = error.map { "\($0)" } ?? ""
    #expect(message.contains("Lessons/02-architecture/06-attention.md") && message.contains("10.1"))
  }

  @Test(
    "an unknown lesson is an error that names the nearest",
    arguments: [
      ("atention", "attention"), ("2.8", "positions"), ("Attention queries", "attention"),
      ("Lessons/01-language-models/02-first.md", "first"),
    ])
  func unknown(_ name: String, _ nearest: String) throws {
    let course = try TemporaryCourse(Self.files)
    let found = try Course.containing(course.root)
    let error = #expect(throws: CourseError.self) { try found.lesson(named: name) }
    guard case .unknownLesson(name, let lessons)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(lessons.map(\.slug).contains(nearest))
    #expect(error.map { "\($0)" }?.contains(name) == true)
  }

  @Test("without any lesson, the next thing to do is said")
  func noLessons() throws {
    let course = try TemporaryCourse([:])
    let found = try Course.containing(course.root)
    #expect(throws: CourseError.unknownLesson(name: "1.1", nearest: [])) { try found.lesson(named: "1.1") }
    #expect("\(CourseError.unknownLesson(name: "1.1", nearest: []))".contains("lectern new lesson"))
  }

  // MARK: New lessons

  @Test(
    "a new lesson goes where its path says, or to the end of the last chapter",
    arguments: [
      ("02-second/03-fresh.md", "Lessons/02-second/03-fresh.md", "Fresh"),
      ("Lessons/02-second/03-word-counts.md", "Lessons/02-second/03-word-counts.md", "Word counts"),
      ("Positional encodings!", "Lessons/10-last/02-positional-encodings.md", "Positional encodings!"),
      ("Größe & 2 Räume", "Lessons/10-last/02-größe-2-räume.md", "Größe & 2 Räume"),
      ("07-x.md", "Lessons/10-last/07-x.md", "X"), ("  spaces  ", "Lessons/10-last/02-spaces.md", "spaces"),
    ])
  func place(_ name: String, _ path: String, _ title: String) throws {
    let course = try TemporaryCourse(Self.files)
    #expect(
      try Course.containing(course.root).pathForNewLesson(named: name) == NewLessonPlace(path: path, title: title))
  }

  @Test("the first lesson of a course begins its first chapter")
  func firstPlace() throws {
    let course = try TemporaryCourse([:])
    #expect(try Course.containing(course.root).pathForNewLesson(named: "Hello").path == "Lessons/01-first/01-hello.md")
  }

  @Test(
    "a name that would lead out of the chapters is refused",
    arguments: [
      "../x.md", "a/../../x.md", "/etc/x.md", "a/b/c.md", "a/.md", ".a/b.md", "a//b.md", "???", "", "a\nb", "a\0b.md",
      String(repeating: "x", count: 300),
    ])
  func badPlace(_ name: String) throws {
    let course = try TemporaryCourse(Self.files)
    let found = try Course.containing(course.root)
    let error = #expect(throws: CourseError.self) { try found.pathForNewLesson(named: name) }
    if case .badName? = error { return }
    Issue.record("\(String(describing: error))")
  }

  @Test(
    "the scaffold is a lesson with its title, whatever is in it, and without warnings",
    arguments: ["Fresh", "1. *a* <b> `c` # [d]", "- é 👍 &amp; \\"])
  func scaffold(_ title: String) throws {
    let reading = try LessonReader.read(LessonScaffold.text(title: title), named: "l.md")
    #expect(reading.lesson.title == title)
    #expect(reading.warnings.isEmpty)
    #expect(reading.lesson.steps.count == 1 && reading.lesson.expectations.count == 1)
  }
}
