// The front matter of Task.md.
import Testing

@testable import Grading

@Suite struct TaskReaderTests {
  private func read(_ text: String) throws -> ExerciseTask {
    let course = try CourseOnDisk(["Exercises/02-second/softmax/Task.md": text])
    return try TaskReader.read(
      file: "\(course.root)/Exercises/02-second/softmax/Task.md", named: "Task.md", chapter: "02-second",
      course: course.root)
  }

  @Test func `every key is read`() throws {
    let task = try read(
      """
      ---
      id: softmax
      title: "Softmax: from scratch"
      chapter: 2
      lesson: 2.5
      points: 14
      needs: [shapes]
      timeLimit: 2.5
      memoryLimit: 1 GB
      withhold: [Tensor.softmax]
      reads: [BaseModel]
      hints:
        - One.
        - |
          Two
          lines.
      ---
      # A heading

      Text.
      """)
    #expect(task.id == "softmax" && task.title == "Softmax: from scratch")
    #expect(task.lesson == "2.5" && task.points == 14 && task.needs == ["shapes"])
    #expect(task.timeLimit == 2.5 && task.memoryLimit == 1 << 30)
    #expect(
      task.withhold == ["Tensor.softmax"] && task.reads == ["BaseModel"] && task.hints == ["One.", "Two\nlines."])
    #expect(task.text.title == "A heading" && task.warnings.isEmpty)
  }

  @Test func `what is not said has a default`() throws {
    let task = try read("---\nid: a\npoints: 1\nlesson:\n---\n")
    #expect(task.lesson == nil && task.needs.isEmpty && task.hints.isEmpty)
    #expect(task.timeLimit == ExerciseTask.defaultTimeLimit && task.memoryLimit == ExerciseTask.defaultMemoryLimit)
  }

  @Test(arguments: [
    ("# No front matter\n", "Task.md:1: there is no front matter"),
    ("---\nid: a\n", "Task.md:1: front matter begins here"),
    ("---\nid: [\n---\n", "Task.md:"),
    ("---\n- a\n---\n", "Task.md:2: the front matter is not"),
    (
      "---\nid: a\npoints: 1\n\nhint: [a]\n---\n", "Task.md:5: unknown key \"hint\"; the nearest known one is \"hints\""
    ),
    (
      "---\nid: a\npoints: 1\ntimelimit: 3\n---\n",
      "Task.md:4: unknown key \"timelimit\"; the nearest known one is \"timeLimit\""
    ),
    ("---\npoints: 1\n---\n", "Task.md:1: the front matter has no id"),
    ("---\nid: a\n---\n", "Task.md:1: the front matter has no points"),
    ("---\npoints: 1\nid: Soft Max\n---\n", "Task.md:3: id must be lower-case letters"),
    ("---\npoints: 1\nid: ../x\n---\n", "Task.md:3: id must be"),
    ("---\npoints: 1\nid: a\u{1B}\n---\n", "Task.md:3: "),
    ("---\nid: a\npoints: 0\n---\n", "Task.md:3: points must be a whole number"),
    ("---\nid: a\npoints: 2.5\n---\n", "Task.md:3: points must be"),
    ("---\nid: a\nchapter: 3\n---\n", "Task.md:3: chapter must be the chapter that the folder is in, \"02-second\""),
    ("---\nid: a\ntimeLimit: soon\n---\n", "Task.md:3: timeLimit must be a number of seconds"),
    ("---\nid: a\nreads: [Solutions]\n---\n", "Task.md:3: reads must be a list of folders of the course"),
    ("---\nid: a\nmemoryLimit: 12 potatoes\n---\n", "Task.md:3: memoryLimit must be a size"),
    ("---\nid: a\nmemoryLimit: 99999999999999999999 MB\n---\n", "Task.md:3: memoryLimit must be"),
    ("---\nid: a\nhints: text\n---\n", "Task.md:3: hints must be a list"),
    ("---\nid: a\nhints:\n  - ok\n  - {a: b}\n---\n", "Task.md:5: an item of hints must be text"),
  ])
  func `what makes no sense is told with its line`(_ text: String, _ sentence: String) {
    let error = #expect(throws: ExerciseError.self) { try read(text) }
    let said = error.map { "\($0)" } ?? ""
    #expect(said.hasPrefix(sentence), "\(said)")
    #expect(!said.unicodeScalars.contains("\u{1B}"))
  }

  @Test(arguments: [
    ("512", 512 << 20), ("512 MB", 512 << 20), ("2gb", 2 << 30), ("16MB", 16 << 20), ("8 MB", nil), ("17 GB", nil),
    ("", nil), ("MB", nil), ("-512 MB", nil),
  ])
  func `memory limits have a unit, or count megabytes`(_ text: String, _ bytes: Int?) {
    #expect(MemorySize.bytes(text) == bytes)
  }
}
