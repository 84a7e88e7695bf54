// `lectern experiments`: what came of the runs that `lectern train` has made.
import ArgumentParser

struct ExperimentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiments", abstract: "Lists, shows, compares, searches, judges and exports training runs.",
    discussion: """
      A run is a folder that lectern train has made, in runs/ unless it was told otherwise. Numbers come with their 95 % \
      intervals, and two runs are said to differ only where the rows that both were judged on bear it out.
      """,
    subcommands: [
      RunListCommand.self, RunShowCommand.self, RunCompareCommand.self, SearchCommand.self, RunEvaluateCommand.self,
      RunExportCommand.self,
    ])
}
