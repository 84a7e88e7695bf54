// Putting the starter back: nothing of a learner is ever lost.
import Foundation
import Testing

@testable import Grading

@Suite struct ResettingTests {
  private static let file = "Exercises/02-second/softmax/Softmax.swift"

  @Test func `the starter comes back, and each old file is kept under a name of its own`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let starter = try course.text(Self.file)
    try course.write("Exercises/02-second/softmax/.starter/Softmax.swift", starter)
    let exercise = try course.catalogue.exercise(named: "softmax")
    #expect(try exercise.reset() == .alreadyAsGiven)
    for (number, text) in ["first", "second"].enumerated() {
      try course.write(Self.file, text)
      #expect(try exercise.reset() == .kept(path: "\(Self.file).old-\(number + 1)"))
      #expect(try course.text("\(Self.file).old-\(number + 1)") == text)
      #expect(try course.text(Self.file) == starter)
    }
    #expect(try course.text("\(Self.file).old-1") == "first")
    try course.remove(Self.file)
    #expect(try exercise.reset() == .made)
    #expect(
      try course.names(in: "Exercises/02-second/softmax") == [
        ".starter", "Probes.swift", "Softmax.swift", "Softmax.swift.old-1", "Softmax.swift.old-2", "Task.md",
      ])
  }

  @Test func `without a written starter, it is the newest in git that holds the mark`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    let starter = try course.text(Self.file)
    try course.commit()
    try course.write(Self.file, "func softmax() {}")
    try course.commit()
    let exercise = try course.catalogue.exercise(named: "softmax")
    #expect(try exercise.reset() == .kept(path: "\(Self.file).old-1"))
    #expect(try course.text(Self.file) == starter)
    #expect(try course.text("\(Self.file).old-1") == "func softmax() {}")
  }

  @Test func `where no starter is known, nothing is changed`() throws {
    let course = try CourseOnDisk(exercise: "02-second/softmax")
    try course.write(Self.file, "mine")
    let exercise = try course.catalogue.exercise(named: "softmax")
    let error = #expect(throws: ExerciseError.self) { try exercise.reset() }
    #expect(error.map { "\($0)" }?.contains("Nothing was changed") == true)
    #expect(try course.text(Self.file) == "mine")
  }

  @Test func `a link in the file's place is kept as a link, and what it points to is left alone`() throws {
    let course = try CourseOnDisk(
      exercise: "02-second/softmax",
      ["Exercises/02-second/softmax/.starter/Softmax.swift": "starter", "mine.swift": "mine"])
    try course.remove(Self.file)
    try FileManager.default.createSymbolicLink(
      atPath: "\(course.root)/\(Self.file)", withDestinationPath: "\(course.root)/mine.swift")
    let exercise = try course.catalogue.exercise(named: "softmax")
    #expect(try exercise.reset() == .kept(path: "\(Self.file).old-1"))
    #expect(try course.text(Self.file) == "starter" && course.text("mine.swift") == "mine")
  }
}
