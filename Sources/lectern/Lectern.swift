// The command line's entry: parses the arguments, runs the command, and turns whatever went wrong into a sentence and
// an exit status.
import ArgumentParser
import Foundation

@main
enum Lectern {
  static func main() {
    // Whoever reads our output may stop reading.
    signal(SIGPIPE, SIG_IGN)
    do {
      try CommandName.check(Array(CommandLine.arguments.dropFirst()))
      var command = try LecternCommand.parseAsRoot()
      try command.run()
    } catch {
      let status = ExitStatus.of(error)
      let message = ExitStatus.message(for: error)
      if !message.isEmpty {
        if status == .ok { StandardOutput.write(message + "\n") } else { StandardError.write(message + "\n") }
      }
      exit(status.rawValue)
    }
  }
}

struct LecternCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Lessons on large language models that run: every step is compiled, and shows what it computes.",
    version: "0.1.0",
    subcommands: [
      OverviewCommand.self, RunCommand.self, CheckCommand.self, WatchCommand.self, PresentCommand.self,
      ListCommand.self, HintCommand.self, SolutionCommand.self, ResetCommand.self, ProgressCommand.self,
      AwardCommand.self, ReleaseCommand.self, VerifyCommand.self, NewCommand.self, ExportCommand.self,
      DoctorCommand.self, ModelCommand.self, TokenizerCommand.self, BenchCommand.self, DataCommand.self,
      TrainCommand.self, DocumentsCommand.self, EvalCommand.self, GradeCommand.self, GradebookCommand.self,
      ChatCommand.self, ExperimentsCommand.self, VoiceCommand.self,
    ],
    defaultSubcommand: OverviewCommand.self)
}
