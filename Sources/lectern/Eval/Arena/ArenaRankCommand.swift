// `lectern eval arena votes.jsonl`: what votes say about models and about those who cast them.
import ArgumentParser
import DataPreparation
import Evaluation
import LessonDocuments
import Rendering

extension BradleyTerry.Ties: ExpressibleByArgument {}

struct ArenaRankCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rank", abstract: "Ranks models by votes.",
    discussion: """
      A line of the file is a vote: {"a":"base","b":"tuned","winner":"b","judge":"ada","prompt":"When?"}; a is the \
      model whose answer stood first, the winner is a, b or tie. Models that cannot be told apart share a rank.
      """)

  @Argument(help: ArgumentHelp("Files of votes.", valueName: "votes.jsonl"))
  var files: [String]

  @Option(help: "half: a tie is half a win for each. davidson: an outcome with a chance of its own.")
  var ties = BradleyTerry.Ties.half

  @Option(parsing: .unconditional, help: "Decides what the bootstrap draws, and the orders of Elo's ratings.")
  var seed = 0

  @Option(help: "text or json.")
  var format = ListFormat.text

  @OptionGroup var drawing: DrawingOptions

  func run() throws {
    let (votes, problems) = try ArenaVotes.read(files)
    let report = ArenaReport(votes, ties: ties, seed: seed)
    switch format {
    case .json: StandardOutput.write(try ListFormat.line(report))
    case .text:
      let options = drawing.text()
      StandardOutput.write(ArenaPicture(report, options: options).lines.encoded(options))
    }
    if problems > 0 { throw WorkFailed() }
  }
}

enum ArenaVotes {
  /// The votes of files together; what is none is said at once.
  ///
  /// - Returns: the votes, at least one, and how many lines are none.
  static func read(_ files: [String]) throws -> (votes: [ArenaVote], problems: Int) {
    var votes: [ArenaVote] = []
    var problems = 0
    for file in files {
      let log: ArenaLog
      do { log = try ArenaLog.read(file) } catch { throw UsageFailure("\(error)") }
      votes += log.votes
      problems += log.problems.count
      for problem in log.problems { StandardError.write("\(problem.description.harmlessLines)\n") }
    }
    guard !votes.isEmpty else {
      throw UsageFailure(
        "\(files.map(\.harmless).joined(separator: ", ")) holds no vote; lectern eval arena vote asks for some")
    }
    return (votes, problems)
  }
}
