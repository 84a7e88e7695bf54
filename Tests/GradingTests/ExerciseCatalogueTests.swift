// Exercises on disk: which there are, what is wrong with the others, and which one is meant.
import Foundation
import Testing

@testable import Grading

@Suite struct ExerciseCatalogueTests {
  private static func exercise(_ path: String, _ frontMatter: String) -> [String: String] {
    [
      "Exercises/\(path)/Task.md": "---\npoints: 1\n\(frontMatter)\n---\n# T\n", "Exercises/\(path)/A.swift": "",
      "Exercises/\(path)/Probes.swift": "",
    ]
  }

  private static func files(_ exercises: [String: String]...) -> [String: String] {
    exercises.reduce(into: [:]) { $0.merge($1) { $1 } }
  }

  @Test func `exercises stand in the order of chapters and lessons`() throws {
    let course = try CourseOnDisk(
      Self.files(
        Self.exercise("10-last/a", "id: a"), Self.exercise("02-second/z", "id: z\nlesson: \"2.9\""),
        Self.exercise("02-second/b", "id: b\nlesson: \"2.10\""), Self.exercise("02-second/none", "id: none"),
        ["Exercises/README.md": "# No exercise\n", "Exercises/.hidden/x/Task.md": "", "Exercises/02-second/.git/x": ""]
      ))
    let catalogue = try course.catalogue
    #expect(catalogue.exercises.map(\.id) == ["z", "b", "none", "a"])
    #expect(catalogue.problems.isEmpty, "\(catalogue.problems)")
    #expect(catalogue.exercises[0].file == "\(course.root)/Exercises/02-second/z/A.swift")
    #expect(catalogue.exercises[0].title == "T")
  }

  @Test func `a course without exercises has none`() throws {
    let course = try CourseOnDisk()
    #expect(try course.catalogue.exercises.isEmpty)
    let catalogue = try course.catalogue
    let error = #expect(throws: ExerciseError.unknownExercise(name: "x", nearest: [])) {
      try catalogue.exercise(named: "x")
    }
    #expect(error.map { "\($0)" }?.contains("lectern new exercise") == true)
  }

  @Test func `a folder that makes no exercise is told, and the others are there`() throws {
    let course = try CourseOnDisk(
      Self.files(
        Self.exercise("02-second/fine", "id: fine"), Self.exercise("02-second/same", "id: fine"),
        [
          "Exercises/02-second/bare/notes.txt": "",
          "Exercises/02-second/alone/Task.md": "---\nid: alone\npoints: 1\n---\n",
          "Exercises/02-second/alone/Probes.swift": "",
        ],
        Self.exercise("02-second/two", "id: two"), ["Exercises/02-second/two/B.swift": ""],
        Self.exercise("02-second/bad", "id: Bad")))
    let catalogue = try course.catalogue
    #expect(catalogue.exercises.map(\.id) == ["fine"])
    #expect(
      catalogue.problems.map(\.error).sorted { "\($0)" < "\($1)" }
        == [
          .badValue(
            path: "Exercises/02-second/bad/Task.md", line: 3, key: "id",
            form:
              "lower-case letters, digits and dashes, at most 60, beginning with a letter, such as softmax or causal-attention"
          ),
          .duplicateID(
            path: "Exercises/02-second/same/Task.md", id: "fine", first: "Exercises/02-second/fine/Task.md"),
          .noStarter(folder: "Exercises/02-second/alone"), .noTask(folder: "Exercises/02-second/bare"),
          .severalFiles(folder: "Exercises/02-second/two", names: ["A.swift", "B.swift"]),
        ].sorted { "\($0)" < "\($1)" })
    #expect(throws: ExerciseError.noTask(folder: "Exercises/02-second/bare")) { try catalogue.exercise(named: "bare") }
  }

  @Test(arguments: [
    "causal-attention", "Causal-Attention", "02-second/causal-attention", "Exercises/02-second/causal-attention",
    "Exercises/02-second/causal-attention/", "Exercises/02-second/causal-attention/CausalAttention.swift",
    "ROOT/Exercises/02-second/causal-attention/Task.md", "./Exercises/../Exercises/02-second/causal-attention",
  ])
  func `an exercise is found by id and by path`(_ name: String) throws {
    let course = try CourseOnDisk(exercise: "02-second/causal-attention")
    let found = try course.catalogue.exercise(named: name.replacing("ROOT", with: course.root))
    #expect(found.id == "causal-attention")
  }

  @Test func `a relative path may start in the working folder`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let found = try course.catalogue.exercise(
      named: "Softmax.swift", from: "\(course.root)/Exercises/02-second/softmax")
    #expect(found.id == "softmax")
  }

  @Test func `the number of a lesson means its only exercise`() throws {
    let course = try CourseOnDisk(
      Self.files(
        Self.exercise("01-first/a", "id: a\nlesson: \"1.1\""), Self.exercise("02-second/b", "id: b\nlesson: \"2.5\""),
        Self.exercise("02-second/c", "id: c\nlesson: \"2.5\"")))
    let catalogue = try course.catalogue
    #expect(try catalogue.exercise(named: "1.1").id == "a")
    #expect(throws: ExerciseError.ambiguous(name: "2.5", candidates: ["b", "c"])) {
      try catalogue.exercise(named: "2.5")
    }
  }

  @Test func `an unknown exercise is told with the nearest`() throws {
    let course = try CourseOnDisk(
      Self.files(Self.exercise("02-second/a", "id: softmax"), Self.exercise("02-second/b", "id: shapes")))
    let catalogue = try course.catalogue
    #expect(throws: ExerciseError.unknownExercise(name: "sofmtax", nearest: ["softmax", "shapes"])) {
      try catalogue.exercise(named: "sofmtax")
    }
    let hostile = #expect(throws: ExerciseError.self) { try catalogue.exercise(named: "\u{1B}[2J\0<b>") }
    #expect(hostile.map { "\($0)" }?.unicodeScalars.contains("\u{1B}") == false)
  }

  @Test func `a given starter names the learner's file, whatever lies beside it`() throws {
    let course = try CourseOnDisk(
      exercise: "02-second/softmax",
      ["Exercises/02-second/softmax/.starter/Softmax.swift": "a", "Exercises/02-second/softmax/Old.swift": "b"])
    #expect(try course.catalogue.exercises.map(\.fileName) == ["Softmax.swift"])
    try course.remove("Exercises/02-second/softmax/Softmax.swift")
    try course.remove("Exercises/02-second/softmax/Old.swift")
    #expect(try course.catalogue.exercises.map(\.fileName) == ["Softmax.swift"])
  }
}
