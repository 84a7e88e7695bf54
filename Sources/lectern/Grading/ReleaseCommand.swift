// `lectern release`: the learners' copy of a course.
import ArgumentParser
import Foundation
import Grading
import LessonDocuments
import Rendering
import StepExecution
import StepRecords

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Makes the learners' copy of a course, without solutions and hidden probes.",
    discussion: """
      The copy holds the lessons and what they include, and of each exercise the task, the starter, the visible probes \
      and what these must return. It is then searched for lines of solutions, mistakes and hidden probes, and is not \
      made if there is one.
      """)

  @Option(help: ArgumentHelp("A folder that is not there yet, or is empty.", valueName: "folder"))
  var out: String

  @Option(help: ArgumentHelp("Ids, separated by commas; all exercises if none is named.", valueName: "exercises"))
  var exercises: String?

  @Option(help: "text or json.")
  var format = ListFormat.text

  /// The JSON of `release`.
  private struct Answer: Encodable {
    var folder: String
    var files: Int
    var lessons: Int
    var exercises: [String]
  }

  func run() throws {
    let course = try Course.containing(FileManager.default.currentDirectoryPath)
    let chosen = try chosen(ExerciseCatalogue(of: course))
    let interrupt = try Interrupt()
    // What is asked here is the course's own: it needs no box.
    let judge = try Judge(environment: .find(), containment: .none, cancellation: interrupt.cancellation)
    let release = Release(of: course, exercises: chosen) { exercise in
      if interrupt.cancellation.isCancelled { throw CancellationError() }
      return Data(try RecordJSON.line(try judge.answers(for: exercise)))
    }
    let summary: Release.Summary
    do {
      summary = try release.write(to: out)
    } catch let error as ReleaseError {
      guard case .leaks = error else { throw error }
      throw WorkFailed("\(error)")
    }
    switch format {
    case .json:
      let answer = Answer(
        folder: summary.folder, files: summary.files, lessons: summary.lessons, exercises: summary.exercises)
      StandardOutput.write(try ListFormat.line(answer))
    case .text:
      let text = NumberText(TextOptions())
      StandardOutput.write(
        "\(summary.folder): \(text.counted(summary.files, "file")), with \(text.counted(summary.lessons, "lesson")) and "
          + "\(text.counted(summary.exercises.count, "exercise")); nothing of the solutions is in it\n")
    }
  }

  private func chosen(_ catalogue: ExerciseCatalogue) throws -> [Exercise] {
    guard let exercises else {
      // One that cannot be read would be left out unseen.
      if let problem = catalogue.problems.first { throw problem.error }
      return catalogue.exercises
    }
    let names = exercises.split(separator: ",").map { String(String($0).trimmingBlanks) }
    let chosen = try names.map { try catalogue.exercise(named: $0) }
    return catalogue.exercises.filter { exercise in chosen.contains { $0.id == exercise.id } }
  }
}
