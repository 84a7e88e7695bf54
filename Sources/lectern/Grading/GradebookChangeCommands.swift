// `lectern gradebook override|comment|extend|late`: changes that people make; each is in the audit trail.
import ArgumentParser
import Grading
import LessonDocuments

struct OverrideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override", abstract: "Sets a mark by hand; it counts as it is, late or not.")

  @OptionGroup var gradebook: GradebookArgument

  @Argument(help: "The student.")
  var student: String

  @Argument(help: "The exercise's id.")
  var exercise: String

  @Argument(help: "Points such as 7.5; none takes an override away.")
  var mark: String

  @Option(help: "Why; the student's report says it.")
  var reason: String

  @OptionGroup var author: AuthorOption

  func run() throws {
    try gradebook.open().override(
      student: student, exercise: exercise, mark: mark, reason: reason, author: author.name)
    StandardOutput.write("\(student.quoted), \(exercise): \(mark == "none" ? "as judged" : mark)\n")
  }
}

struct CommentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comment", abstract: "Writes something to a student's report.")

  @OptionGroup var gradebook: GradebookArgument

  @Argument(help: "The student.")
  var student: String

  @Argument(help: "What to say.")
  var text: String

  @Option(help: "The exercise that it is about. (default: all)")
  var exercise: String?

  @OptionGroup var author: AuthorOption

  func run() throws {
    try gradebook.open().comment(student: student, exercise: exercise, text: text, author: author.name)
    StandardOutput.write("\(student.quoted): commented\n")
  }
}

struct ExtendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "extend", abstract: "Gives a student more time.")

  @OptionGroup var gradebook: GradebookArgument

  @Argument(help: "The student.")
  var student: String

  @Argument(help: "A time such as 2026-12-05T12:00, so much longer such as +2d, or none.")
  var until: String

  @Option(help: "The exercise that it is about. (default: all)")
  var exercise: String?

  @Option(help: "Why.")
  var reason = ""

  @OptionGroup var author: AuthorOption

  func run() throws {
    try gradebook.open().extend(
      student: student, exercise: exercise, length: until, reason: reason, author: author.name)
    StandardOutput.write("\(student.quoted): \(until == "none" ? "as much time as the others" : "due \(until)")\n")
  }
}

struct LateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "late", abstract: "Sets what lateness costs.", discussion: LatePolicy.syntax)

  @OptionGroup var gradebook: GradebookArgument

  @Argument(help: "The policy, or none.")
  var policy: String

  @Option(help: "Why.")
  var reason = ""

  @OptionGroup var author: AuthorOption

  func run() throws {
    let setting = try LateSetting(policy)
    try gradebook.open().setLatePolicy(setting.policy, author: author.name, reason: reason)
    StandardOutput.write("late policy: \(setting.policy?.text ?? "none")\n")
  }
}
