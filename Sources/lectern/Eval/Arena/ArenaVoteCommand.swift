// `lectern eval arena vote`: two answers, no names, and a question.
import ArgumentParser
import DataPreparation
import Evaluation
import Foundation
import LessonDocuments
import Rendering

struct ArenaVoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vote", abstract: "Shows two answers without names, and asks which is better.",
    discussion: """
      On a terminal keys answer: 1 or 2 for the better one, t for a tie, s to pass it over, q to stop. Without one the \
      same letters are read from standard input, one a line. Each vote is written at once; whoever stops goes on where \
      they were.
      """)

  @OptionGroup var source: ArenaAnswers

  @Option(help: ArgumentHelp("Where votes are added.", valueName: "file"))
  var votes = "votes.jsonl"

  @Option(help: "Who votes. (default: your user name)")
  var judge: String?

  @Option(help: ArgumentHelp("At most so many votes.", valueName: "n"))
  var limit: Int?

  @Option(parsing: .unconditional, help: "Decides the order of the questions, and which answer stands first.")
  var seed = 0

  @OptionGroup var drawing: DrawingOptions

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit \(limit) is out of range: it is 1 or more") }
    if judge?.isEmpty == true { throw ValidationError("--judge needs a name") }
  }

  func run() throws {
    let name = judge ?? ProcessInfo.processInfo.environment["USER"].flatMap { $0.isEmpty ? nil : $0 } ?? "reader"
    let log: ArenaLog
    do { log = try ArenaLog.readIfThere(votes) } catch { throw UsageFailure("\(error)") }
    let questions = try source.questions(drawing)
    let open = questions.matches(seed: seed).filter { match in
      !log.votes.contains {
        $0.judge == name && $0.prompt == match.prompt && Set([$0.a, $0.b]) == Set([match.a, match.b])
      }
    }
    let session = ArenaVoting(
      matches: Array(open.prefix(limit ?? open.count)), file: votes, judge: name, drawing: drawing)
    session.begin(equal: questions.equalAnswers)
    try Terminal.isInteractive ? session.askByKeys(Interrupt()) : session.readChoices()
  }
}
