// The tasks of an evaluation, and how many of their items are asked.
import ArgumentParser
import Evaluation
import LessonDocuments

struct TaskOptions: ParsableArguments {
  @Option(help: ArgumentHelp("At most so many items of each task, evenly from the whole.", valueName: "n"))
  var limit: Int?

  @Option(parsing: .unconditional, help: "Decides which examples the bootstrap draws.")
  var seed = 0

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit \(limit) is out of range: it is 1 or more") }
  }

  /// Reads tasks; what is wrong with any of them is said of all together.
  func read(_ files: [String]) throws -> [EvaluationTask] {
    var tasks: [EvaluationTask] = []
    var problems: [any Error] = []
    for file in files {
      do { tasks.append(try EvaluationTask.read(file)) } catch { problems.append(error) }
    }
    for problem in problems.dropLast() { StandardError.write(ExitStatus.message(for: problem) + "\n") }
    if let last = problems.last { throw last }
    for (place, task) in tasks.enumerated() where tasks[..<place].contains(where: { $0.name == task.name }) {
      throw UsageFailure("two of the tasks are called \(task.name.quoted); give one of them another name")
    }
    return limit.map { limit in tasks.map { $0.limited(to: limit) } } ?? tasks
  }
}
