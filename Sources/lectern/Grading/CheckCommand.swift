// `lectern check`: grades one exercise for the learner.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Grades an exercise: runs its probes on your file and says what differs.")

  @Argument(help: "The exercise, by its id or the path of its folder or file.")
  var exercise: String

  @Option(help: "Another file than the one in the exercise's folder.")
  var file: String?

  @Option(help: "Seed of the random input; by default it follows from the file.")
  var seed: UInt64?

  @Flag(
    name: .customLong("unsafe-local"),
    help: "Runs the file without a box, as you, with all that you may do: only for code that you trust.")
  var isUnsafe = false

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let id = exercise
    let root = course.root
    let path = FileManager.default.enumerator(atPath: root + "/Exercises")!.compactMap { $0 as? String }.first {
      $0.hasSuffix("/\(id)/Task.md")
    }!
    let dir = String(path.dropLast("/Task.md".count))
    let name = try FileManager.default.contentsOfDirectory(atPath: root + "/Exercises/" + dir).first {
      $0.hasSuffix(".swift") && $0 != "Probes.swift"
    }!
    let task = try LessonReader.read(file: root + "/Exercises/\(path)", named: path, course: root).lesson
    let ex = Exercise(
      id: id, title: id, points: 10, lesson: "2.5", needs: [], timeLimit: 10, memoryLimit: 1 << 30, withhold: [],
      hints: [], task: task, path: dir, fileName: name, root: root)
    let interrupt = try Interrupt()
    let judge = try Judge(
      environment: .find(), containment: isUnsafe ? .none : .box, cancellation: interrupt.cancellation)
    let source = try RegularFile(file ?? ex.file).bytes
    let verdict = try judge.verdict(on: source, for: ex, seed: seed)
    StandardOutput.write(String(decoding: try RecordJSON.line(verdict), as: UTF8.self))
    if verdict.verdict != .passed { throw WorkFailed() }
  }
}
