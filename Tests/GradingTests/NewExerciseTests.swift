// What `lectern new exercise` makes, and where.
import Testing

@testable import Grading

@Suite struct NewExerciseTests {
  @Test(arguments: [
    ("Causal attention", "01-first/causal-attention", "Causal attention", "CausalAttention.swift"),
    ("02-second/layer-norm", "02-second/layer-norm", "Layer norm", "LayerNorm.swift"),
    ("Exercises/02-second/layer-norm", "02-second/layer-norm", "Layer norm", "LayerNorm.swift"),
    ("02-second/It's \"x\": # [y]", "02-second/it-s-x-y", "It's \"x\": # [y]", "ItSXY.swift"),
  ])
  func `a new exercise goes to its chapter and can be read`(
    _ name: String, _ path: String, _ title: String, _ file: String
  ) throws {
    let course = try CourseOnDisk(exercise: name)
    let exercise = try #require(try course.catalogue.exercises.first)
    #expect(exercise.path == path && exercise.title == title && exercise.fileName == file)
    #expect(exercise.hints.count == 3 && exercise.points == 10)
    #expect(try course.text("Exercises/\(path)/\(file)").contains("TODO(\(exercise.id))"))
    #expect(try exercise.mistakes().map(\.name) == ["DividesByCount", "DividesByLargest"])
  }

  @Test(arguments: [
    "", "  ", "../x", "a/../b", "a/b/c", "/etc/x", ".a/b", "???", "7 things", "a\nb", "a\0b", "Größe", "Probes",
    "Hidden probes", String(repeating: "x", count: 61),
  ])
  func `a name that cannot be one is refused`(_ name: String) throws {
    let course = try CourseOnDisk()
    let (found, catalogue) = (try course.course, try course.catalogue)
    let error = #expect(throws: ExerciseError.self) { try NewExercise(named: name, in: found, beside: catalogue) }
    guard case .badName(name, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(course.contains("Exercises") == false)
  }

  @Test func `an id that is taken is refused, and so is a file that is there`() throws {
    let course = try CourseOnDisk(exercise: "01-first/softmax")
    let (found, catalogue) = (try course.course, try course.catalogue)
    #expect(throws: ExerciseError.self) { try NewExercise(named: "02-second/softmax", in: found, beside: catalogue) }
    try course.write("Solutions/01-first/shapes/Shapes.swift", "mine")
    let fresh = try NewExercise(named: "01-first/shapes", in: found, beside: catalogue)
    let error = #expect(throws: ExerciseError.self) { try fresh.write() }
    guard case .cannotWrite("Solutions/01-first/shapes/Shapes.swift", _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try course.text("Solutions/01-first/shapes/Shapes.swift") == "mine")
    #expect(course.contains("Exercises/01-first/shapes/Task.md") == false)
  }

  @Test func `a word of the language is not taken for a function's name`() throws {
    let course = try CourseOnDisk(exercise: "01-first/repeat")
    #expect(try course.text("Solutions/01-first/repeat/Repeat.swift").contains("func repeatShares("))
  }

  @Test(arguments: [
    ("/// One\n/// two.\n\n/// Other.\nfunc f() {}", "One two."), ("/** One\n * two. */\nfunc f() {}", "One two."),
    ("// no\n/* no */\nimport X\n///  One.\nlet a = 1", "One."), ("let s = \"/// no\"\n", nil), ("///\n\n/// A", "A"),
    ("", nil), ("/// end", "end"),
  ])
  func `the first doc comment is what a mistake tells`(_ source: String, _ text: String?) {
    #expect(DocComment.first(in: source)?.text == text)
  }
}
