// `lectern eval`: how good models are, and how sure that is.
import ArgumentParser

struct EvalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "eval", abstract: "Measures models and their answers, each figure with its interval.",
    discussion: """
      Answers that are in a file already are scored against what they should be: lectern eval score --metric exact \
      --predictions answers.txt --references expected.txt.
      """,
    subcommands: [
      ScoreCommand.self, EvalRunCommand.self, EvalCompareCommand.self, EvalSuiteCommand.self, EvalLeaksCommand.self,
      EvalBiasCommand.self, ArenaCommand.self, ReportCommand.self,
    ])
}
