// `lectern eval arena`: models against each other, two answers at a time.
import ArgumentParser

struct ArenaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arena", abstract: "Ranks models by votes on which of two answers is better.",
    discussion: """
      lectern eval arena votes.jsonl ranks what was voted; vote shows two answers without the names of their models and \
      asks which is better; judge lets a metric or a model decide, in both orders.
      """,
    subcommands: [ArenaRankCommand.self, ArenaVoteCommand.self, ArenaJudgeCommand.self],
    defaultSubcommand: ArenaRankCommand.self)
}
